using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The insurer enters a trained agent's registration (执业登记), or renews it. It is kept with the person and holds in every village.</summary>
public sealed class RegisterAgent(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The service as it was seen, the number in the register, its first day and its last one, if it has any.</summary>
    public sealed record Input(Guid ServiceId, int SeenVersion, string Number, DateOnly From, DateOnly? To);

    /// <summary>A number is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Number).NotEmpty().MaximumLength(40);
    }

    /// <summary>Registers. Refused before the training, and for a number that is somebody else's.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.RegisterAgents, async db =>
    {
        input.MustMeet(new InputRules());
        var service = await db.ServiceAsSeenAsync(input.ServiceId, input.SeenVersion);
        if (!service.CanBeRegistered) throw AgentRule.OnlyATrainedOneIsRegistered.Broken();
        await db.LockAsync($"registration {input.Number}");
        if (await db.Staff.AnyAsync(s => s.Id != service.StaffId && s.Registration!.Number == input.Number)) throw AgentRule.ARegistrationNumberIsOnePersons.Broken();
        var agent = await db.Staff.SingleAsync(s => s.Id == service.StaffId);
        var isFirst = service.FormNumber is null;
        service.Register(db.Actor, agent, new(input.Number, input.From, input.To), service.FormNumber ?? await db.TakeNumberAsync(NumberKind.AgentRegister, clock.Today().Year));
        await db.ClearQueueOfAsync(service.Id, QueueKind.RegistrationExpires);
        if (isFirst) db.Add(QueueItem.ForWhoever(Role.CountyOffice, service.VillageId, QueueKind.AgentToAssign, service.Id, clock.GetUtcNow()));
        await db.SaveChangesAsync();
        await db.FollowSiteAsync(service.VillageId, service.GroupId, clock);
    });
}
