using System.Data;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.Web.Accounts;

/// <summary>The system administrator disables an account: it ends at once everywhere. Never one's own, never the last of an administrator's role.</summary>
public sealed class DisableAccount(AppDbGate gate, ICurrentActor actors, StaffWithRoles staff, AccountWork accounts, SessionBook sessions)
{
    private static readonly Role[] NeverWithout = [Role.SystemAdministrator, Role.SecurityAdministrator, Role.Auditor];

    /// <summary>Disables it. Refused for one's own and for the last of an administrator's role.</summary>
    public Task RunAsync(Guid accountId) => gate.RecordAsync(Permission.ManageAccounts, nameof(Account), accountId, "Disabled", async () =>
    {
        var actor = await actors.GetAsync(CancellationToken.None);
        var everybody = await staff.RunAsync(CancellationToken.None);
        await accounts.DoAsync(async (_, db) =>
        {
            // Two administrators who disable each other at the same moment: one of them is refused.
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable);
            var account = await db.Users.FindAsync(accountId) ?? throw new NotFound(nameof(Account), accountId);
            Refuse.Unless(account.StaffId != actor.StaffId, AccountRule.NobodyManagesTheirOwn);
            var others = await db.Users.Where(a => !a.Disabled && a.Id != accountId).Select(a => a.StaffId).ToListAsync();
            Refuse.Unless(RolesOf(account.StaffId).All(role => others.Any(o => RolesOf(o).Contains(role))), AccountRule.TheLastAdministratorStays);
            account.Disabled = true;
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return true;
        });
        await sessions.EndAllAsync(accountId, SessionEnd.Disabled);

        IEnumerable<Role> RolesOf(Guid staffId) =>
            everybody.Where(s => s.Id == staffId).SelectMany(s => s.Roles).Intersect(NeverWithout);
    });
}
