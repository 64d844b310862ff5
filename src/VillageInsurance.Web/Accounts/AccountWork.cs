using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Web.Accounts;

/// <summary>Gives each operation on accounts a user manager and a database context of its own; a circuit's would grow old with it.</summary>
public sealed class AccountWork(IServiceScopeFactory scopes)
{
    internal async Task<T> DoAsync<T>(Func<UserManager<Account>, AccountDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<UserManager<Account>>(), scope.ServiceProvider.GetRequiredService<AccountDb>());
    }

    /// <summary>Makes an account with a password that must be changed at the first sign-in, and gives that password.</summary>
    internal Task<string> CreateAsync(Guid id, Guid staffId, string userName, DateTimeOffset now) => DoAsync(async (accounts, db) =>
    {
        Refuse.Unless(userName.Length is >= 2 and <= 40 && userName.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.'),
            AccountRule.AUserNameIsSmallLettersAndDigits);
        Refuse.Unless(!await db.Users.AnyAsync(a => a.StaffId == staffId), AccountRule.OneAccountForEach);
        Refuse.Unless(await accounts.FindByNameAsync(userName) is null, AccountRule.TheUserNameIsTaken);
        var account = new Account { Id = id, StaffId = staffId, UserName = userName, LockoutEnabled = true };
        account.PasswordHandedOut(now);
        var password = OneTimePassword.New();
        var made = await accounts.CreateAsync(account, password);
        return made.Succeeded ? password : throw new InvalidOperationException($"The account was not made: {made}");
    });
}

/// <summary>Rules of accounts are refused like those of the domain.</summary>
internal static class Refuse
{
    public static void Unless(bool holds, AccountRule rule)
    {
        if (!holds) throw new RuleBroken(rule);
    }
}
