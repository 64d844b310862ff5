using Microsoft.EntityFrameworkCore.Design;

namespace VillageInsurance.Web.Accounts;

/// <summary>For "dotnet ef migrations add": the model alone, no server.</summary>
internal sealed class AccountDbDesign : IDesignTimeDbContextFactory<AccountDb>
{
    public AccountDb CreateDbContext(string[] args) => new(AccountDb.OptionsFor("Host=none"));
}
