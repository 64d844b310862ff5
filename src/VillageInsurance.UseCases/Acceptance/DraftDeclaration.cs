using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>Who declares in this scheme begins the declaration of a village that is building. Sent twice, it is created once.</summary>
public sealed class DraftDeclaration(AppDbGate gate)
{
    /// <param name="Id">Made by the page when it opens, so that a repeated request is recognised.</param>
    public sealed record Input(Guid Id, Guid CycleId);

    /// <summary>Both ids are needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.CycleId).NotEmpty();
        }
    }

    /// <summary>Begins it. Refused while another one is under way, and from where no declaration leads on.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DeclareVillages, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.Declarations.SingleOrDefaultAsync(d => d.Id == input.Id) is { } first)
        {
            if (first.CycleId != input.CycleId || first.CreatedById != db.Actor.StaffId) throw new AlreadyCreated(input.Id);
            return;
        }
        var cycle = await db.CycleAsync(input.CycleId);
        if (await db.Declarations.AnyAsync(d => d.CycleId == cycle.Id && d.Status != DeclarationStatus.Returned && d.Status != DeclarationStatus.Refused))
            throw DeclarationRule.OneOpenDeclarationPerCycle.Broken();
        if (cycle.State != CycleState.Building) throw DeclarationRule.TheVillageIsBuilding.Broken();
        // What came back is being put right from here on.
        foreach (var before in await db.Declarations.Where(d => d.VillageId == cycle.VillageId && d.SiteGroupId == cycle.SiteGroupId).Select(d => d.Id).ToListAsync())
            await db.ClearQueueOfAsync(before, QueueKind.DeclarationReturned);
        db.Add(Declaration.Draft(input.Id, cycle.VillageId, cycle.SiteGroupId, cycle.Id, cycle.Year, await db.SchemeAsync(cycle.SchemeId), db.Actor));
    });
}
