using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>The command line makes the first holder of an administrator's role, who has nobody above to grant it.</summary>
public sealed class GiveFirstRole(AppDbGate gate, TimeProvider clock)
{
    /// <summary>A new staff member's code, which is to be the user name too, and name, one of the three administrators' roles, and the county's six digits and name while it is not known.</summary>
    public sealed record Input(Guid StaffId, string Code, string Name, Role Role, string? CountyCode = null, string? CountyName = null);

    /// <summary>Only an administrator's role.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.StaffId).NotEmpty();
            // What no account could be called must not hold the role: there is no second first one.
            RuleFor(i => i.Code).NotEmpty().Matches("^[a-z0-9.-]{2,40}$");
            RuleFor(i => i.Name).NotEmpty().MaximumLength(100);
            RuleFor(i => i.CountyCode).Matches("^[0-9]{6}$");
            RuleFor(i => i.CountyName).MaximumLength(100);
            RuleFor(i => i.Role).Must(r => r is Role.SystemAdministrator or Role.SecurityAdministrator or Role.Auditor);
        }
    }

    /// <summary>Makes the person and the grant. Refused once somebody holds the role, and when the code is taken.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ManageGrants, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"first {input.Role}");
        var today = clock.Today();
        if (await db.RoleGrants.AnyAsync(g => g.Role == input.Role && g.From <= today && (g.To == null || g.To >= today)))
            throw GrantRule.TheFirstAdministratorIsThere.Broken();
        if (await db.Staff.AnyAsync(s => s.Code == input.Code)) throw StaffRule.ACodeIsUnique.Broken();
        var county = await db.Areas.SingleOrDefaultAsync(a => a.Level == AreaLevel.County) ?? NewCounty(db, input);
        db.Add(new StaffMember(input.StaffId, input.Code, input.Name, null));
        db.Add(RoleGrant.Give(Guid.CreateVersion7(), db.Actor, input.StaffId, input.Role, county, today, null, "first administrator", []));
    });

    // Without any data yet the role still has to be held somewhere: an import then finds this county by its code.
    private static Area NewCounty(AppDb db, Input input)
    {
        if (input.CountyCode is not { Length: > 0 } code) throw GrantRule.TheCountyComesFirst.Broken();
        return db.Add(new Area(Guid.CreateVersion7(), null, AreaLevel.County, AreaKind.County, code, input.CountyName ?? code, new DateOnly(1900, 1, 1))).Entity;
    }
}
