using VillageInsurance.Domain.Reconciliations;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Reconciliations;

internal static class ReconciliationReading
{
    /// <summary>Lines that have to be explained, as <see cref="ReconciledLine.IsDifference"/> says it, in SQL.</summary>
    public static IQueryable<ReconciledLine> Differences(this IQueryable<ReconciledLine> lines) => lines.Where(l => l.Verdict != ReconciliationVerdict.Matched && l.Verdict != ReconciliationVerdict.Outside);

    /// <summary>Those of them that nobody has explained yet.</summary>
    public static IQueryable<ReconciledLine> Unexplained(this IQueryable<ReconciledLine> lines) => lines.Differences().Where(l => l.ExplainedById == null);

    /// <summary>Without the reconciliations that the actor may not close, because he brought the file or explained a difference, as <see cref="Reconciliation.Close"/> says it.</summary>
    public static IQueryable<QueueItem> WithoutOwnReconciliations(this IQueryable<QueueItem> items, AppDb db) => items.Where(q => q.Kind != QueueKind.ReconciliationToClose
        || !db.Reconciliations.Any(r => r.Id == q.RecordId && r.StaffId == db.Actor.StaffId) && !db.ReconciledLines.Any(l => l.ReconciliationId == q.RecordId && l.ExplainedById == db.Actor.StaffId));
}
