using VillageInsurance.Web.CommandLine;

namespace VillageInsurance.Web.Tests.CommandLine;

public class InstallationTests
{
    private const string App = "Host=db;Username=app", Migrator = "Host=db;Username=migrator";

    [Fact]
    public async Task A_configured_server_is_used_and_the_host_is_told()
    {
        await using var installation = await Installation.OpenAsync([$"--ConnectionStrings:Main={App}", $"--ConnectionStrings:Migrator={Migrator}"], alone: true);

        Assert.Equal((App, Migrator), (installation.App, installation.Migrator));
        Assert.Contains($"--ConnectionStrings:Migrator={Migrator}", installation.Settings);
    }

    [Fact]
    public async Task Without_the_owners_login_the_host_has_none()
    {
        await using var installation = await Installation.OpenAsync([$"--ConnectionStrings:Main={App}"], alone: true);

        Assert.Equal(App, installation.Migrator);
        Assert.DoesNotContain(installation.Settings, s => s.StartsWith("--ConnectionStrings:Migrator", StringComparison.Ordinal));
    }
}
