using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Reconciliations;

/// <summary>Closes a reconciliation whose differences are all explained.</summary>
public sealed class CloseReconciliation(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The reconciliation as it was seen.</summary>
    public sealed record Input(Guid Id, int SeenVersion);

    /// <summary>One is named.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Id).NotEmpty();
    }

    /// <summary>Closes it. Refused: a difference without an explanation, who brought the file or explained a difference, a page that somebody overtook.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ReconcilePremiums, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"reconciliation {input.Id:N}");
        var run = await db.Reconciliations.FindAsSeenAsync(input.Id, input.SeenVersion);
        var lines = db.ReconciledLines.Where(l => l.ReconciliationId == run.Id);
        run.Close(await lines.Unexplained().CountAsync(), await lines.AnyAsync(l => l.ExplainedById == db.Actor.StaffId), db.Actor.StaffId, clock.GetUtcNow());
        await db.ClearQueueOfAsync(run.Id);
    });
}
