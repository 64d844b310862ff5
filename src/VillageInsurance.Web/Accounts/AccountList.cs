using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.Web.Accounts;

/// <summary>All accounts with their staff member, roles and open sessions, for the system and security administrators.</summary>
public sealed class AccountList(StaffWithRoles staff, AccountWork accounts, TimeProvider clock)
{
    /// <summary>One staff member and, where there is one, the account.</summary>
    public sealed record View(Guid StaffId, string Name, string? Unit, IReadOnlyList<Role> Roles, Entry? Account);

    /// <summary>One account. Locked until, when too many wrong passwords were tried.</summary>
    public sealed record Entry(Guid Id, string UserName, bool Disabled, DateTimeOffset? LockedUntil, bool MustChangePassword, DateTimeOffset? LastSignInAt, int OpenSessions);

    /// <summary>Everybody by code, with or without an account.</summary>
    public async Task<IReadOnlyList<View>> RunAsync(CancellationToken cancel)
    {
        // Passes the gate, which refuses whoever may not look after accounts.
        var everybody = await staff.RunAsync(cancel);
        var now = clock.GetUtcNow();
        var (idle, oldest) = (now - AccountSession.Idle, now - AccountSession.Longest);
        var entries = await accounts.DoAsync((_, db) => (
            from account in db.Users.AsNoTracking()
            let open = db.Sessions.Count(s => s.AccountId == account.Id && s.EndedAt == null && s.LastSeenAt > idle && s.StartedAt > oldest)
            select new
            {
                account.StaffId,
                Entry = new Entry(account.Id, account.UserName!, account.Disabled, account.LockoutEnd > now ? account.LockoutEnd : null,
                    account.MustChangePassword, account.LastSignInAt, open),
            }).ToDictionaryAsync(a => a.StaffId, a => a.Entry, cancel));
        return [.. everybody.Select(s => new View(s.Id, s.Name, s.Unit, s.Roles, entries.GetValueOrDefault(s.Id)))];
    }

    /// <summary>One of them. Refused when there is no such staff member.</summary>
    public async Task<View> OneAsync(Guid staffId, CancellationToken cancel) =>
        (await RunAsync(cancel)).SingleOrDefault(s => s.StaffId == staffId) ?? throw new NotFound(nameof(StaffMember), staffId);
}
