using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>The security administrator ends a grant; it stops at the person's next click.</summary>
public sealed class EndRole(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The grant as it was seen, and the last day; yesterday ends it at once.</summary>
    public sealed record Input(Guid GrantId, int SeenVersion, DateOnly LastDay);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.GrantId).NotEmpty();
    }

    /// <summary>Ends it. Refused for oneself and for the last administrator of a kind.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ManageGrants, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync("end of a grant");
        var grant = await db.RoleGrants.FindAsSeenAsync(input.GrantId, input.SeenVersion);
        await RequireAnotherAdministratorAsync(db, grant);
        grant.End(db.Actor, input.LastDay);
    });

    private async Task RequireAnotherAdministratorAsync(AppDb db, RoleGrant grant)
    {
        if (grant.Role is not (Role.SystemAdministrator or Role.SecurityAdministrator or Role.Auditor)) return;
        var today = clock.Today();
        if (!await db.RoleGrants.AnyAsync(g => g.Role == grant.Role && g.StaffId != grant.StaffId && g.From <= today && g.To == null))
            throw GrantRule.TheLastAdministratorStays.Broken();
    }
}
