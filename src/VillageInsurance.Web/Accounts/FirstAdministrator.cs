using Microsoft.EntityFrameworkCore;

namespace VillageInsurance.Web.Accounts;

/// <summary>The way into a new installation: one account, made from the command line, when there is none.</summary>
public static class FirstAdministrator
{
    /// <summary>Makes the account of this staff member and gives the one-time password, good for 30 minutes. Refuses when any account exists.</summary>
    public static async Task<string> CreateAsync(IServiceProvider services, Guid staffId, string userName)
    {
        var accounts = services.GetRequiredService<AccountWork>();
        if (await accounts.DoAsync((_, db) => db.Users.AnyAsync()))
            throw new InvalidOperationException("There are accounts already. An administrator makes further ones in the application.");
        return await accounts.CreateAsync(Guid.CreateVersion7(), staffId, userName, services.GetRequiredService<TimeProvider>().GetUtcNow());
    }
}
