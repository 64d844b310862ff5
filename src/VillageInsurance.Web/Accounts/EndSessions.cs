using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Web.Accounts;

/// <summary>The system or security administrator ends what an account has open.</summary>
public sealed class EndSessions(AppDbGate gate, SessionBook sessions)
{
    /// <summary>Ends them all, at once.</summary>
    public Task RunAsync(Guid accountId) => gate.RecordAsync(Permission.EndSessions, nameof(AccountSession), accountId, "Ended",
        () => sessions.EndAllAsync(accountId, SessionEnd.EndedByAdministrator));
}
