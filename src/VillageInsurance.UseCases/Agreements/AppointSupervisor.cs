using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The office appoints a nominated supervisor for a term, under a numbered letter. The role itself is given by the security administrator.</summary>
public sealed class AppointSupervisor(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The nomination as it was seen, and the term.</summary>
    public sealed record Input(Guid AppointmentId, int SeenVersion, DateOnly From, DateOnly To);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.AppointmentId).NotEmpty();
    }

    /// <summary>Appoints. Refused for an agent anywhere in the county, and while somebody else is in office.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.AppointSupervisors, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"supervisor appointment {input.AppointmentId}");
        var nominated = await db.Supervisors.FindAsSeenAsync(input.AppointmentId, input.SeenVersion);
        await db.LockAsync($"supervisor {nominated.GroupId ?? nominated.VillageId}");
        var isAgent = await db.IsAgentAsync(nominated.StaffId, clock.Today());
        if (isAgent && nominated.Status == SupervisorStatus.Nominated) throw SupervisorRule.AnAgentIsNoSupervisor.Broken();
        var inOffice = await db.Supervisors.SingleOrDefaultAsync(s => s.VillageId == nominated.VillageId && s.GroupId == nominated.GroupId && s.Status == SupervisorStatus.Appointed);
        inOffice?.GiveWay(input.From);
        // A new one may begin after a dismissal's last day, not before.
        if (await db.Supervisors.AnyAsync(s => s.VillageId == nominated.VillageId && s.GroupId == nominated.GroupId && s.EndedOn >= input.From)) throw SupervisorRule.OneSupervisorPerSite.Broken();
        nominated.Appoint(db.Actor, input.From, input.To, isAgent, await db.TakeNumberAsync(NumberKind.AppointmentLetter, clock.Today().Year));
        await db.ClearQueueOfAsync(nominated.Id);
        await db.SaveChangesAsync();
        await db.FollowAsync(nominated.VillageId, nominated.GroupId, clock);
    });
}
