using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Reconciliations;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Reconciliations;

/// <summary>A reconciliation with a page of its lines: all differences, those of one verdict, or those that nobody has explained yet.</summary>
public sealed class ReconciliationDetail(AppDbGate gate, Vault vault)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 50;

    /// <param name="Verdict">One verdict; null for all differences.</param>
    /// <param name="OnlyUnexplained">Those that still have to be explained.</param>
    /// <param name="After">The last line's place of the page before; 0 for the first page.</param>
    public sealed record Input(Guid Id, ReconciliationVerdict? Verdict = null, bool OnlyUnexplained = false, int After = 0);

    /// <summary>One is named.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Verdict).IsInEnum();
            RuleFor(i => i.After).GreaterThanOrEqualTo(0);
        }
    }

    /// <param name="Row">The row in the file; null for what the file does not have.</param>
    /// <param name="IsOtherPayer">Whether the file names another payer than the recorded one. Masked, two names may look alike.</param>
    /// <param name="IsOtherOwner">The same of the account's owner; where none is recorded, it should be the payer's.</param>
    /// <param name="Why">The text key of why the row cannot be read; null when it can.</param>
    public sealed record Line(Guid Id, int Version, int Ordinal, ReconciliationVerdict Verdict, int? Row, Guid? PolicyId, PremiumSide? Stated, PremiumSide? Booked, bool IsOtherPayer, bool IsOtherOwner, string? Why,
        string Explanation, string ExplainedBy, DateTimeOffset? ExplainedAt);

    /// <param name="Done">Rows that the job has gone through, of <paramref name="Total"/>; null when none works on it.</param>
    /// <param name="MayClose">Whether the viewer neither brought the file nor explained a difference, and nothing is unexplained.</param>
    public sealed record View(Guid Id, int Version, string FileName, DateOnly From, DateOnly To, string By, DateTimeOffset At, ReconciliationState State, string? Why, ReconciliationCounts Counts, int Unexplained,
        string ClosedBy, DateTimeOffset? ClosedAt, IReadOnlyList<Line> Lines, bool HasMore, long? Done, long Total, bool MayClose);

    /// <summary>Reads it.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ReconcilePremiums, async db =>
    {
        input.MustMeet(new InputRules());
        var run = await db.Reconciliations.AsNoTracking().FindOrRefuseAsync(input.Id, cancel);
        var all = db.ReconciledLines.AsNoTracking().Where(l => l.ReconciliationId == run.Id);
        var shown = input.OnlyUnexplained ? all.Unexplained() : input.Verdict is null ? all.Differences() : all;
        var rows = await shown.Where(l => (input.Verdict == null || l.Verdict == input.Verdict) && l.Ordinal > input.After).OrderBy(l => l.Ordinal).Take(PageSize + 1).ToListAsync(cancel);
        var unexplained = await all.Unexplained().CountAsync(cancel);
        var explainedSome = await all.AnyAsync(l => l.ExplainedById == db.Actor.StaffId, cancel);
        var names = await db.StaffNamesAsync(rows.Select(l => l.ExplainedById).Append(run.StaffId).Append(run.ClosedById).OfType<Guid>(), cancel);
        string By(Guid? staff) => staff is { } known ? names.GetValueOrDefault(known, "") : "";
        var job = run.State == ReconciliationState.Reading ? await db.JobRequests.AsNoTracking().SingleOrDefaultAsync(j => j.Id == run.Id, cancel) : null;
        return new View(run.Id, run.Version, run.FileName, run.From, run.To, By(run.StaffId), run.At, run.State, run.Why, run.Counts, unexplained, By(run.ClosedById), run.ClosedAt,
            [.. rows.Take(PageSize).Select(l => Shown(l, By(l.ExplainedById)))], rows.Count > PageSize, job?.Done, job?.Total ?? 0,
            run.State == ReconciliationState.Open && unexplained == 0 && !explainedSome && run.StaffId != db.Actor.StaffId);
    }, cancel);

    private Line Shown(ReconciledLine l, string by)
    {
        var cells = ReconciledCells.Of(vault, l);
        return new(l.Id, l.Version, l.Ordinal, l.Verdict, l.Row, l.PolicyId, cells.Stated?.Masked(), cells.Booked?.Masked(), cells.IsOtherPayer(), cells.IsOtherOwner(), cells.Why, l.Explanation, by, l.ExplainedAt);
    }
}
