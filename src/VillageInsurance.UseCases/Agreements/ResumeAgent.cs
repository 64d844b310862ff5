using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The insurer takes a resting service up again, while the registration holds.</summary>
public sealed class ResumeAgent(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The service as it was seen.</summary>
    public sealed record Input(Guid ServiceId, int SeenVersion);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.ServiceId).NotEmpty();
    }

    /// <summary>Resumes.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.RegisterAgents, async db =>
    {
        input.MustMeet(new InputRules());
        var service = await db.ServiceAsSeenAsync(input.ServiceId, input.SeenVersion);
        service.Resume((await db.Staff.SingleAsync(s => s.Id == service.StaffId)).Registration, clock.Today());
        await db.SaveChangesAsync();
        await db.FollowSiteAsync(service.VillageId, service.GroupId, clock);
    });
}
