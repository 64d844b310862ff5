using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Web.CommandLine;

/// <summary>Who works at the command line has the machine, and so may do everything; the audit names the operating system's user.</summary>
internal sealed class CommandLineActor(TimeProvider clock, ActorLoader loader) : ICurrentActor
{
    /// <summary>While the demo county is made, somebody of it acts instead.</summary>
    public Guid? InNameOf { get; set; }

    public Task<Actor> GetAsync(CancellationToken cancel)
    {
        if (InNameOf is { } staff) return loader.LoadAsync(staff, cancel);
        var today = clock.Today();
        var everything = new Grant(Role.SystemAdministrator, Enum.GetValues<Permission>(), DataScope.WholeCounty, today);
        return Task.FromResult(new Actor(StaffMember.CommandLineId, $"command line ({Environment.UserName})", [everything], today));
    }
}
