using Microsoft.AspNetCore.Identity;

namespace VillageInsurance.Web.Accounts;

/// <summary>A person chooses another password. Every other session of the account ends, and this one begins anew.</summary>
public sealed class ChangePassword(UserManager<Account> accounts, SessionBook sessions, SignIn signIn, SignInLimits limits, TimeProvider clock)
{
    /// <summary>What is wrong, or null when it is done. Wrong current passwords count towards the lock-out, as at sign-in.</summary>
    public async Task<PasswordProblem?> RunAsync(string current, string chosen, HttpContext http)
    {
        if (await accounts.FindByIdAsync(http.User.AccountId().ToString()!) is not { } account) return PasswordProblem.CurrentIsWrong;
        if (!limits.Allow(account.UserName!, http.Connection.RemoteIpAddress?.ToString()) || await accounts.IsLockedOutAsync(account)) return PasswordProblem.TooOften;
        if (!await accounts.CheckPasswordAsync(account, current))
        {
            await accounts.AccessFailedAsync(account);
            return PasswordProblem.CurrentIsWrong;
        }
        if (chosen == current) return PasswordProblem.NotNew;
        if (PasswordRules.BrokenBy(chosen, account.UserName!) is { } rule) return Enum.Parse<PasswordProblem>(rule.ToString());

        var now = clock.GetUtcNow();
        account.OwnPasswordSet(now);
        var changed = await accounts.ChangePasswordAsync(account, current, chosen);
        if (!changed.Succeeded) throw new InvalidOperationException($"The password was not changed: {changed}");
        await sessions.EndAllAsync(account.Id, SessionEnd.PasswordChanged);
        await signIn.OpenAsync(account, http, now);
        return null;
    }
}

/// <summary>Why a new password was not taken.</summary>
public enum PasswordProblem { CurrentIsWrong, TooOften, NotTheSame, NotNew, TooShort, TooLong, TooFewKinds, TooCommon }
