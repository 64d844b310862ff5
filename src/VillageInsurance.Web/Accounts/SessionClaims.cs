using System.Globalization;
using System.Security.Claims;

namespace VillageInsurance.Web.Accounts;

/// <summary>What the cookie says: which account and session, and nothing about rights.</summary>
internal static class SessionClaims
{
    /// <summary>The one authentication scheme.</summary>
    public const string Scheme = "session";

    private const string Account = "sub", Name = "name", Staff = "staff", Session = "session", PasswordDue = "password-due";

    public static ClaimsPrincipal For(Account account, AccountSession session, DateTimeOffset now)
    {
        var identity = new ClaimsIdentity(Scheme, Name, roleType: null);
        identity.AddClaim(new(Account, account.Id.ToString()));
        identity.AddClaim(new(Name, account.UserName!));
        identity.AddClaim(new(Staff, account.StaffId.ToString()));
        identity.AddClaim(new(Session, session.Id.ToString()));
        if (account.PasswordIsDue(now)) identity.AddClaim(new(PasswordDue, "1"));
        return new ClaimsPrincipal(identity);
    }

    public static Guid? AccountId(this ClaimsPrincipal user) => IdIn(user, Account);

    public static Guid? StaffId(this ClaimsPrincipal user) => IdIn(user, Staff);

    public static Guid? SessionId(this ClaimsPrincipal user) => IdIn(user, Session);

    public static bool MustChangePasswordFirst(this ClaimsPrincipal user) => user.HasClaim(c => c.Type == PasswordDue);

    private static Guid? IdIn(ClaimsPrincipal user, string claim) =>
        Guid.TryParse(user.FindFirst(claim)?.Value, CultureInfo.InvariantCulture, out var id) ? id : null;
}
