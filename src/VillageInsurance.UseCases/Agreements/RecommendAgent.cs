using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The village committee recommends a resident agent after looking at the four points. It waits for the insurer's vetting.</summary>
public sealed class RecommendAgent(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="GroupId">The group that the agent is meant for; null for the whole village.</param>
    public sealed record Input(Guid Id, Guid VillageId, Guid? GroupId, PersonToTake Person, SelectionPoints Points);

    /// <summary>Ids, a person and four points are needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.VillageId).NotEmpty();
            RuleFor(i => i.Person).NotNull().SetValidator(new PersonRules());
            RuleFor(i => i.Points).NotNull().SetValidator(new PointsRules());
        }
    }

    /// <summary>Recommends. Refused for a supervisor, and for somebody who already serves in the village.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.RecommendAgents, async db =>
    {
        input.MustMeet(new InputRules());
        if (await IsDoneAsync(db, input)) return;
        await db.RequirePlaceAsync(Permission.RecommendAgents, input.VillageId, input.GroupId, AgentRule.TheGroupLiesInTheVillage);
        var person = await db.TakeAsync(input.Person);
        var isSupervisor = await db.IsSupervisorAsync(person.Id, clock.Today());
        if (await db.AgentServices.AnyAsync(s => s.StaffId == person.Id && s.VillageId == input.VillageId && s.Status != AgentStatus.Left && s.Status != AgentStatus.TurnedDown))
            throw AgentRule.OneServicePerVillage.Broken();
        db.Add(AgentService.Recommend(input.Id, input.VillageId, input.GroupId, person.Id, input.Points, isSupervisor, db.Actor, clock.GetUtcNow()));
        db.Add(QueueItem.ForWhoever(Role.InsurerReviewer, input.VillageId, QueueKind.AgentToVet, input.Id, clock.GetUtcNow()));
    });

    private static async Task<bool> IsDoneAsync(AppDb db, Input input)
    {
        var first = await db.AgentServices.SingleOrDefaultAsync(s => s.Id == input.Id);
        if (first is null) return false;
        return (first.VillageId, first.StaffId, first.Points, first.RecommendedById) == (input.VillageId, input.Person.StaffId, input.Points, db.Actor.StaffId) ? true : throw new AlreadyCreated(input.Id);
    }
}
