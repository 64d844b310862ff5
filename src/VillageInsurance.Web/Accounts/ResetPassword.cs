using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Web.Accounts;

/// <summary>The system administrator hands out another one-time password. The lock is lifted, and what the account has open ends.</summary>
public sealed class ResetPassword(AppDbGate gate, ICurrentActor actors, AccountWork accounts, SessionBook sessions, TimeProvider clock)
{
    /// <summary>Gives the one-time password, which is stored nowhere. Refused for one's own.</summary>
    public async Task<string> RunAsync(Guid accountId)
    {
        var password = OneTimePassword.New();
        await gate.RecordAsync(Permission.ManageAccounts, nameof(Account), accountId, "PasswordReset", async () =>
        {
            var actor = await actors.GetAsync(CancellationToken.None);
            await accounts.DoAsync(async (manager, db) =>
            {
                var account = await db.Users.FindAsync(accountId) ?? throw new NotFound(nameof(Account), accountId);
                Refuse.Unless(account.StaffId != actor.StaffId, AccountRule.NobodyManagesTheirOwn);
                account.PasswordHandedOut(clock.GetUtcNow());
                account.PasswordHash = manager.PasswordHasher.HashPassword(account, password);
                (account.AccessFailedCount, account.LockoutEnd) = (0, null);
                return await manager.UpdateSecurityStampAsync(account);
            });
            await sessions.EndAllAsync(accountId, SessionEnd.PasswordChanged);
        });
        return password;
    }
}
