using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Accounts;

/// <summary>What an administrator does with accounts, with the rights that the person really holds.</summary>
internal sealed class AccountDesk(Site site, Site.Person person) : ICurrentActor
{
    public CreateAccount Create => new(Gate, Work, site.Clock);
    public ResetPassword Reset => new(Gate, this, Work, Sessions, site.Clock);
    public DisableAccount Disable => new(Gate, this, Staff, Work, Sessions);
    public EnableAccount Enable => new(Gate, this, Work);
    public EndSessions End => new(Gate, Sessions);
    public AccountList List => new(Staff, Work, site.Clock);

    private AppDbGate Gate => site.Database.GateFor(this, site.Clock);
    private StaffWithRoles Staff => new(Gate, site.Clock);
    private AccountWork Work => site.Services.GetRequiredService<AccountWork>();
    private SessionBook Sessions => site.Services.GetRequiredService<SessionBook>();

    public Task<Actor> GetAsync(CancellationToken cancel) => site.Services.GetRequiredService<ActorLoader>().LoadAsync(person.StaffId, cancel);
}
