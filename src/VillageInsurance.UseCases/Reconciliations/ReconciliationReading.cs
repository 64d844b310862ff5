using VillageInsurance.Domain.Reconciliations;

namespace VillageInsurance.UseCases.Reconciliations;

internal static class ReconciliationReading
{
    /// <summary>Lines that have to be explained, as <see cref="ReconciledLine.IsDifference"/> says it, in SQL.</summary>
    public static IQueryable<ReconciledLine> Differences(this IQueryable<ReconciledLine> lines) => lines.Where(l => l.Verdict != ReconciliationVerdict.Matched && l.Verdict != ReconciliationVerdict.Outside);

    /// <summary>Those of them that nobody has explained yet.</summary>
    public static IQueryable<ReconciledLine> Unexplained(this IQueryable<ReconciledLine> lines) => lines.Differences().Where(l => l.ExplainedById == null);
}
