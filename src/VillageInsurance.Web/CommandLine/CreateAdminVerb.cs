using System.CommandLine;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.Web.Accounts;

namespace VillageInsurance.Web.CommandLine;

/// <summary>Makes the first holder of an administrator's role, with a one-time password on stdout.</summary>
internal static class CreateAdminVerb
{
    private static readonly Dictionary<string, Role> Roles = new()
    {
        ["system"] = Role.SystemAdministrator,
        ["security"] = Role.SecurityAdministrator,
        ["audit"] = Role.Auditor,
    };

    public static Command Command()
    {
        var user = new Argument<string>("user") { Description = "The user name: small letters, digits, hyphens, dots." };
        var name = new Option<string>("--name") { Description = "The person's name. Without it the user name." };
        var role = new Option<string>("--role") { Description = "system (makes accounts), security (grants roles) or audit. Each can be made once.", DefaultValueFactory = _ => "system" };
        role.AcceptOnlyFromAmong([.. Roles.Keys]);
        var county = new Option<string>("--county") { Description = "The county's six-digit code, needed while no data has been imported." };
        var countyName = new Option<string>("--county-name") { Description = "The county's name." };
        var create = new Command("create-admin", "Make the first administrator of a kind. The one-time password is good for 30 minutes.") { user, name, role, county, countyName };
        create.Runs(async (parsed, services, _, _) =>
        {
            var (staff, userName) = (Guid.CreateVersion7(), parsed.GetRequiredValue(user));
            await services.GetRequiredService<GiveFirstRole>().RunAsync(new(
                staff, userName, parsed.GetValue(name) ?? userName, Roles[parsed.GetRequiredValue(role)], parsed.GetValue(county), parsed.GetValue(countyName)));
            Console.WriteLine(await FirstAdministrator.CreateAsync(services, staff, userName));
            return Verb.Say("This password is good for 30 minutes and asks for a new one.", Verb.Done);
        });
        return create;
    }
}
