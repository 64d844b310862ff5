using FluentValidation;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The office assigns a registered agent to a village or one of its groups, under a numbered letter.</summary>
public sealed class AssignAgent(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The service as it was seen, the group or the whole village, full-time (专职) or not, and the first day.</summary>
    public sealed record Input(Guid ServiceId, int SeenVersion, Guid? GroupId, bool FullTime, DateOnly From);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.ServiceId).NotEmpty();
    }

    /// <summary>Assigns. Refused when the site has as many as its scheme allows, and without training, registration or the year's letter.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.AssignAgents, async db =>
    {
        input.MustMeet(new InputRules());
        var service = await db.ServiceAsSeenAsync(input.ServiceId, input.SeenVersion);
        await db.RequirePlaceAsync(Permission.AssignAgents, service.VillageId, input.GroupId, AgentRule.TheGroupLiesInTheVillage);
        await db.LockAsync($"agents of {service.VillageId}");
        var rules = await db.SchemeOfSiteAsync(service.VillageId, input.GroupId, clock.Today().Year);
        if (service.Status == AgentStatus.Registered && (await db.ServicesOfSiteAsync(service.VillageId, input.GroupId)).Count >= rules.Agents.Most) throw AgentRule.TheSiteHasRoomForAnotherAgent.Broken();
        var isSupervisor = await db.IsSupervisorAsync(service.StaffId, clock.Today());
        service.Assign(db.Actor, input.GroupId, input.FullTime, input.From, isSupervisor, await db.ReadinessAsync(service, clock.Today()),
            await db.TakeNumberAsync(NumberKind.AppointmentLetter, clock.Today().Year));
        await db.ClearQueueOfAsync(service.Id);
        await db.SaveChangesAsync();
        await db.FollowSiteAsync(service.VillageId, input.GroupId, clock);
    });
}
