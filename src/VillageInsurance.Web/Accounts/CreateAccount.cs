using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Web.Accounts;

/// <summary>The system administrator gives a staff member an account. It opens nothing until the security administrator grants a role.</summary>
public sealed class CreateAccount(AppDbGate gate, AccountWork accounts, TimeProvider clock)
{
    /// <summary>The account's id is made by the page when it opens.</summary>
    public sealed record Input(Guid Id, Guid StaffId, string UserName);

    /// <summary>Gives the one-time password, which is stored nowhere.</summary>
    public async Task<string> RunAsync(Input input)
    {
        var password = "";
        await gate.RecordAsync(Permission.ManageAccounts, nameof(Account), input.Id, "Created",
            async () => password = await accounts.CreateAsync(input.Id, input.StaffId, input.UserName.Trim(), clock.GetUtcNow()));
        return password;
    }
}
