using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Reconciliations;

/// <summary>Explains differences of a reconciliation: one, or several for the same reason. With the last one explained, somebody else is asked to close it.</summary>
public sealed class ExplainDifferences(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The lines as they were seen, at most a page of them, and the words.</summary>
    public sealed record Input(Guid Id, IReadOnlyList<SeenLine> Lines, string Words);

    /// <summary>A line as it was seen.</summary>
    public sealed record SeenLine(Guid Id, int Version);

    /// <summary>Some lines, and words of a note's length.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Lines.Count).InclusiveBetween(1, ReconciliationDetail.PageSize);
            RuleFor(i => i.Words).MaximumLength(500);
        }
    }

    /// <summary>Keeps the words, for all of the lines or none. Refused: without words, what is no difference, a closed one, a page that somebody overtook.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ReconcilePremiums, async db =>
    {
        input.MustMeet(new InputRules());
        // Whoever closes it meanwhile waits, and then finds it explained by somebody.
        await db.LockAsync($"reconciliation {input.Id:N}");
        var run = await db.Reconciliations.FindOrRefuseAsync(input.Id);
        var seen = input.Lines.DistinctBy(l => l.Id).ToDictionary(l => l.Id, l => l.Version);
        var ids = seen.Keys.ToArray();
        var lines = await db.ReconciledLines.Where(l => l.ReconciliationId == run.Id && ids.Contains(l.Id)).ToListAsync();
        if (lines.Count != seen.Count) throw new NotFound(nameof(Domain.Reconciliations.ReconciledLine), ids.Except(lines.Select(l => l.Id)).First());
        foreach (var line in lines) run.Explain(line.Version == seen[line.Id] ? line : throw new ChangedMeanwhile(), input.Words, db.Actor.StaffId, clock.GetUtcNow());
        if (await db.ReconciledLines.Unexplained().AnyAsync(l => l.ReconciliationId == run.Id && !ids.Contains(l.Id))) return;
        await db.ClearQueueOfAsync(run.Id, QueueKind.ReconciliationToClose);
        db.Add(QueueItem.ForRole(Role.InsurerReviewer, QueueKind.ReconciliationToClose, run.Id, clock.GetUtcNow()));
    });
}
