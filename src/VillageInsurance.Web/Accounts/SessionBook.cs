using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace VillageInsurance.Web.Accounts;

/// <summary>Starts, checks and ends sessions. The database decides; memory only spares it from writing every click.</summary>
public sealed class SessionBook(IDbContextFactory<AccountDb> dbs, CircuitRegistry circuits, TimeProvider clock)
{
    private static readonly TimeSpan WriteEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, Activity> _activities = new();

    /// <summary>Starts a session for an account whose password was just found right.</summary>
    public async Task<AccountSession> StartAsync(Guid accountId, string? address)
    {
        var session = new AccountSession(Guid.CreateVersion7(), accountId, clock.GetUtcNow(), address);
        await using var db = await dbs.CreateDbContextAsync();
        db.Add(session);
        await db.SaveChangesAsync();
        return session;
    }

    /// <summary>Whether the session may go on: not ended, not idle, not too old, its account not disabled.</summary>
    public async Task<bool> IsLiveAsync(Guid sessionId, CancellationToken cancel = default)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        return await FindLiveAsync(db, sessionId, cancel) is not null;
    }

    /// <summary>Notes that its person did something, if the session may still go on; the answer says whether.</summary>
    public async Task<bool> SeenAsync(Guid sessionId)
    {
        var now = clock.GetUtcNow();
        if (_activities.TryGetValue(sessionId, out var known) && now < known.Written + WriteEvery)
        {
            _activities[sessionId] = known with { Seen = now };
            return true;
        }
        await using var db = await dbs.CreateDbContextAsync();
        if (await FindLiveAsync(db, sessionId) is not { } session) return false;

        session.Seen(now);
        await db.SaveChangesAsync();
        _activities[sessionId] = new(Seen: now, Written: now);
        return true;
    }

    /// <summary>Ends one session and closes what it has open.</summary>
    public Task EndAsync(Guid sessionId, SessionEnd why) => EndAsync(s => s.Where(x => x.Id == sessionId), why);

    /// <summary>Ends the sessions of an account, all or all but the one that asks for it.</summary>
    public Task EndAllAsync(Guid accountId, SessionEnd why, Guid? except = null) =>
        EndAsync(s => s.Where(x => x.AccountId == accountId && x.Id != except), why);

    private async Task EndAsync(Func<IQueryable<AccountSession>, IQueryable<AccountSession>> which, SessionEnd why)
    {
        await using var db = await dbs.CreateDbContextAsync();
        var ending = await which(db.Sessions.Where(s => s.EndedAt == null)).ToListAsync();
        foreach (var session in ending) session.Close(why, clock.GetUtcNow());
        await db.SaveChangesAsync();
        foreach (var session in ending)
        {
            _activities.TryRemove(session.Id, out _);
            circuits.Close(session.Id);
        }
    }

    private async Task<AccountSession?> FindLiveAsync(AccountDb db, Guid sessionId, CancellationToken cancel = default)
    {
        var session = await db.Sessions.SingleOrDefaultAsync(
            s => s.Id == sessionId && s.EndedAt == null && db.Users.Any(a => a.Id == s.AccountId && !a.Disabled), cancel);
        if (session is null) return null;

        var seen = _activities.TryGetValue(sessionId, out var known) && known.Seen > session.LastSeenAt ? known.Seen : session.LastSeenAt;
        if (session.IsLive(clock.GetUtcNow(), seen)) return session;

        _activities.TryRemove(sessionId, out _);
        circuits.Close(sessionId);
        return null;
    }

    private sealed record Activity(DateTimeOffset Seen, DateTimeOffset Written);
}
