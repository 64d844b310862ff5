namespace VillageInsurance.Web.Accounts;

/// <summary>The way into a new installation: an account for the first holder of an administrator's role, made from the command line.</summary>
public static class FirstAdministrator
{
    /// <summary>Makes the account of this staff member and gives the one-time password, good for 30 minutes. Who may be first, the grant decides.</summary>
    public static Task<string> CreateAsync(IServiceProvider services, Guid staffId, string userName) =>
        services.GetRequiredService<AccountWork>().CreateAsync(Guid.CreateVersion7(), staffId, userName, services.GetRequiredService<TimeProvider>().GetUtcNow());
}
