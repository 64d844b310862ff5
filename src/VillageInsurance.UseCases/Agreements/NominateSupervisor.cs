using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The village committee, or the township for it, nominates a supervisor after looking at the four points.</summary>
public sealed class NominateSupervisor(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="GroupId">The group that is the site; null for the whole village.</param>
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

    /// <summary>Nominates. Refused for an agent, and while another nomination waits for the same site.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.NominateSupervisors, async db =>
    {
        input.MustMeet(new InputRules());
        if (await IsDoneAsync(db, input)) return;
        await db.RequirePlaceAsync(Permission.NominateSupervisors, input.VillageId, input.GroupId, SupervisorRule.TheGroupLiesInTheVillage);
        await db.LockAsync($"supervisor {input.GroupId ?? input.VillageId}");
        if (await db.Supervisors.AnyAsync(s => s.VillageId == input.VillageId && s.GroupId == input.GroupId && s.Status == SupervisorStatus.Nominated))
            throw SupervisorRule.OneNominationUnderWay.Broken();
        var person = await db.TakeAsync(input.Person);
        db.Add(SupervisorAppointment.Nominate(input.Id, input.VillageId, input.GroupId, person.Id, input.Points, await db.IsAgentAsync(person.Id, clock.Today()), db.Actor, clock.GetUtcNow()));
        db.Add(QueueItem.ForWhoever(Role.CountyOffice, input.VillageId, QueueKind.SupervisorToAppoint, input.Id, clock.GetUtcNow()));
    });

    private static async Task<bool> IsDoneAsync(AppDb db, Input input)
    {
        var first = await db.Supervisors.SingleOrDefaultAsync(s => s.Id == input.Id);
        if (first is null) return false;
        return (first.VillageId, first.GroupId, first.StaffId, first.Points, first.NominatedById) == (input.VillageId, input.GroupId, input.Person.StaffId, input.Points, db.Actor.StaffId)
            ? true : throw new AlreadyCreated(input.Id);
    }
}
