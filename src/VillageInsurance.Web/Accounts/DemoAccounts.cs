using Microsoft.AspNetCore.Identity;

namespace VillageInsurance.Web.Accounts;

/// <summary>The accounts of the demo county, one for each role and a second person where nobody may decide alone, with one password. Development only.</summary>
public static class DemoAccounts
{
    /// <summary>The user names; each is the code of its staff member, too.</summary>
    public static readonly IReadOnlyList<string> UserNames =
        ["office", "office2", "leader", "township", "cadre", "supervisor", "agent", "insurer", "insurer2", "sysadmin", "secadmin", "auditor"];

    /// <summary>Makes those that are missing for the staff members known by these codes. Refuses outside Development.</summary>
    public static async Task CreateAsync(IServiceProvider services, IReadOnlyDictionary<string, Guid> staffByCode)
    {
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
            throw new InvalidOperationException("Demo accounts have a password that everybody knows; they exist in Development only.");
        var password = services.GetRequiredService<IConfiguration>()["Demo:Password"] ?? throw new InvalidOperationException("Demo:Password is not set.");
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await services.GetRequiredService<AccountWork>().DoAsync(async (accounts, _) =>
        {
            foreach (var name in UserNames.Where(staffByCode.ContainsKey))
                if (await accounts.FindByNameAsync(name) is null) await CreateAsync(accounts, name, staffByCode[name], password, now);
            return true;
        });
    }

    private static async Task CreateAsync(UserManager<Account> accounts, string name, Guid staffId, string password, DateTimeOffset now)
    {
        var account = new Account { StaffId = staffId, UserName = name, LockoutEnabled = true };
        account.OwnPasswordSet(now);
        var made = await accounts.CreateAsync(account, password);
        if (!made.Succeeded) throw new InvalidOperationException($"Demo account {name}: {made}");
    }
}
