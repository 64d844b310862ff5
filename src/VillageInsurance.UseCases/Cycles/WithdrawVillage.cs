using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Cycles;

/// <summary>The committee or the branch takes a village out of the programme before its title, with the notice that the agreement asks for. Policies are untouched.</summary>
public sealed class WithdrawVillage(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The cycle as it was seen, and why.</summary>
    public sealed record Input(Guid CycleId, int SeenVersion, string Reason);

    /// <summary>A reason of at most 500 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(500);
    }

    /// <summary>Withdraws it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.WithdrawVillages, async db =>
    {
        input.MustMeet(new InputRules());
        var cycle = await db.CycleAsSeenAsync(input.CycleId, input.SeenVersion);
        await db.MoveAsync(cycle, CycleMove.Withdraw, clock, input.Reason);
        foreach (var record in await WaitingAsync(db, cycle)) await db.ClearQueueOfAsync(record);
    });

    // Its application and declarations wait for nobody any more.
    private static async Task<List<Guid>> WaitingAsync(AppDb db, VillageCycle cycle) =>
    [
        .. await db.Applications.Where(a => a.VillageId == cycle.VillageId && a.SiteGroupId == cycle.SiteGroupId && a.Year == cycle.Year).Select(a => a.Id).ToListAsync(),
        .. await db.Declarations.Where(d => d.CycleId == cycle.Id).Select(d => d.Id).ToListAsync(),
    ];
}
