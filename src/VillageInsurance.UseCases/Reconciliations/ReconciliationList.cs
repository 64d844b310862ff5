using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Reconciliations;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Reconciliations;

/// <summary>The reconciliations, newest first.</summary>
public sealed class ReconciliationList(AppDbGate gate)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <param name="Before">The last id of the page before; null for the first page.</param>
    public sealed record Input(Guid? Before = null);

    /// <summary>Nothing that could be wrong.</summary>
    public sealed class InputRules : AbstractValidator<Input>;

    /// <summary>A reconciliation: its file and period, by whom, where it stands and how many differences nobody has explained yet.</summary>
    public sealed record Row(Guid Id, string FileName, DateOnly From, DateOnly To, string By, DateTimeOffset At, ReconciliationState State, ReconciliationCounts Counts, int Unexplained);

    /// <summary>A page.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, bool HasMore);

    /// <summary>Reads a page.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ReconcilePremiums, async db =>
    {
        input.MustMeet(new InputRules());
        // Ids are made in the order of time.
        var found = await db.Reconciliations.AsNoTracking().Where(r => input.Before == null || r.Id < input.Before).OrderByDescending(r => r.Id).Take(PageSize + 1)
            .Select(r => new { Run = r, Unexplained = r.State == ReconciliationState.Open ? db.ReconciledLines.Unexplained().Count(l => l.ReconciliationId == r.Id) : 0 }).ToListAsync(cancel);
        var names = await db.StaffNamesAsync(found.Select(f => f.Run.StaffId), cancel);
        return new View([.. found.Take(PageSize).Select(f => new Row(f.Run.Id, f.Run.FileName, f.Run.From, f.Run.To, names.GetValueOrDefault(f.Run.StaffId, ""), f.Run.At, f.Run.State, f.Run.Counts, f.Unexplained))],
            found.Count > PageSize);
    }, cancel);
}
