using Microsoft.AspNetCore.Identity;

namespace VillageInsurance.Web.Accounts;

/// <summary>What a staff member signs in with. It carries no rights: those come from the grants of the staff member, read afresh for every operation.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>How long a password may be used before it must be changed.</summary>
    public static readonly TimeSpan PasswordAge = TimeSpan.FromDays(90);

    /// <summary>How long a password that an administrator handed out opens the page where it is changed.</summary>
    public static readonly TimeSpan OneTimePasswordAge = TimeSpan.FromMinutes(30);

    /// <summary>A new one has its id.</summary>
    public Account() => Id = Guid.CreateVersion7();

    /// <summary>The staff member, in the organisation; one account each.</summary>
    public Guid StaffId { get; set; }

    /// <summary>A disabled account cannot sign in, and what it has open ends at once.</summary>
    public bool Disabled { get; set; }

    /// <summary>Set with every password that someone else chose.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>When the present password was set, by whomever (UTC).</summary>
    public DateTimeOffset PasswordChangedAt { get; set; }

    /// <summary>Null for a password that its owner chose.</summary>
    public DateTimeOffset? OneTimePasswordUntil { get; set; }

    /// <summary>Null until the first sign-in (UTC).</summary>
    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>Whether only the page that changes the password may be used.</summary>
    public bool PasswordIsDue(DateTimeOffset now) => MustChangePassword || PasswordChangedAt + PasswordAge < now;

    /// <summary>Whether a handed-out password has run out.</summary>
    public bool PasswordHasRunOut(DateTimeOffset now) => OneTimePasswordUntil <= now;

    // A handed-out password opens the door once.
    internal void SignedIn(DateTimeOffset now) =>
        (LastSignInAt, OneTimePasswordUntil) = (now, OneTimePasswordUntil is null ? null : now);

    internal void OwnPasswordSet(DateTimeOffset now) =>
        (MustChangePassword, OneTimePasswordUntil, PasswordChangedAt) = (false, null, now);

    internal void PasswordHandedOut(DateTimeOffset now) =>
        (MustChangePassword, OneTimePasswordUntil, PasswordChangedAt) = (true, now + OneTimePasswordAge, now);
}
