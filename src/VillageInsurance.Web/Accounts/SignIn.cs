using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace VillageInsurance.Web.Accounts;

/// <summary>Checks user name and password and starts a session. It never says which of the two was wrong, or that an account is locked or disabled.</summary>
public sealed partial class SignIn(UserManager<Account> accounts, SessionBook sessions, SignInLimits limits, TimeProvider clock, ILogger<SignIn> log)
{
    // Checked when there is no such account, so that the answer takes as long as for a wrong password.
    private static readonly Account NoAccount = new();
    private static string? _noHash;

    /// <summary>Done sets the session's cookie. Too often means: not even looked at.</summary>
    public async Task<SignInOutcome> RunAsync(string userName, string password, HttpContext http)
    {
        if (!limits.Allow(userName, http.Connection.RemoteIpAddress?.ToString())) return SignInOutcome.TooOften;
        if (await FindAsync(userName, password) is not { } account)
        {
            LogRefused(log);
            return SignInOutcome.Refused;
        }
        var now = clock.GetUtcNow();
        account.SignedIn(now);
        await accounts.ResetAccessFailedCountAsync(account);
        await accounts.UpdateAsync(account);
        if (http.User.SessionId() is { } previous) await sessions.EndAsync(previous, SessionEnd.SignedInAgain);
        await OpenAsync(account, http, now);
        return SignInOutcome.Done;
    }

    /// <summary>Starts a session and hands out its cookie.</summary>
    public async Task OpenAsync(Account account, HttpContext http, DateTimeOffset now)
    {
        var session = await sessions.StartAsync(account.Id, http.Connection.RemoteIpAddress?.ToString());
        await http.SignInAsync(SessionClaims.Scheme, SessionClaims.For(account, session, now));
    }

    private async Task<Account?> FindAsync(string userName, string password)
    {
        var account = await accounts.FindByNameAsync(userName);
        if (account is null || account.Disabled || await accounts.IsLockedOutAsync(account))
        {
            _noHash ??= accounts.PasswordHasher.HashPassword(NoAccount, "no password");
            accounts.PasswordHasher.VerifyHashedPassword(NoAccount, _noHash, password);
            return null;
        }
        if (await accounts.CheckPasswordAsync(account, password) && !account.PasswordHasRunOut(clock.GetUtcNow())) return account;

        await accounts.AccessFailedAsync(account);
        return null;
    }

    [LoggerMessage(LogLevel.Warning, "A sign-in was refused")]
    private static partial void LogRefused(ILogger log);
}

/// <summary>How a sign-in ended.</summary>
public enum SignInOutcome { Done, Refused, TooOften }
