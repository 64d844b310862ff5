using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Web.Accounts;

/// <summary>The system administrator lets a disabled account sign in again, with its old password.</summary>
public sealed class EnableAccount(AppDbGate gate, ICurrentActor actors, AccountWork accounts)
{
    /// <summary>Enables it. Refused for one's own.</summary>
    public Task RunAsync(Guid accountId) => gate.RecordAsync(Permission.ManageAccounts, nameof(Account), accountId, "Enabled", async () =>
    {
        var actor = await actors.GetAsync(CancellationToken.None);
        await accounts.DoAsync(async (_, db) =>
        {
            var account = await db.Users.FindAsync(accountId) ?? throw new NotFound(nameof(Account), accountId);
            Refuse.Unless(account.StaffId != actor.StaffId, AccountRule.NobodyManagesTheirOwn);
            account.Disabled = false;
            return await db.SaveChangesAsync();
        });
    });
}
