namespace VillageInsurance.Web.Accounts;

/// <summary>One sign-in, from its start to its end. The cookie only names it, so it can be ended here at any time.</summary>
public sealed class AccountSession(Guid id, Guid accountId, DateTimeOffset startedAt, string? address)
{
    /// <summary>Without an action for this long a session is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>Whatever is done in it, a session is over after this long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    /// <summary>What the cookie names.</summary>
    public Guid Id { get; private init; } = id;
    /// <summary>Whose it is.</summary>
    public Guid AccountId { get; private init; } = accountId;
    /// <summary>When the password was found right (UTC).</summary>
    public DateTimeOffset StartedAt { get; private init; } = startedAt;
    /// <summary>The last action, true to a minute (UTC).</summary>
    public DateTimeOffset LastSeenAt { get; private set; } = startedAt;
    /// <summary>Null while nobody has ended it; it may be idle or too old all the same.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    /// <summary>Why it was ended; null while it was not.</summary>
    public SessionEnd? End { get; private set; }

    /// <summary>The network address it was started from, for its owner and the administrators to recognise.</summary>
    public string? Address { get; private init; } = address;

    /// <summary>Whether it may go on at this moment, when its person was last seen then.</summary>
    public bool IsLive(DateTimeOffset now, DateTimeOffset lastSeen) =>
        EndedAt is null && now < lastSeen + Idle && now < StartedAt + Longest;

    internal void Seen(DateTimeOffset at)
    {
        if (at > LastSeenAt) LastSeenAt = at;
    }

    internal void Close(SessionEnd why, DateTimeOffset at)
    {
        if (EndedAt is null) (End, EndedAt) = (why, at);
    }
}

/// <summary>Why a session ended before its time.</summary>
public enum SessionEnd { SignedOut, SignedInAgain, PasswordChanged, Disabled, EndedByAdministrator }
