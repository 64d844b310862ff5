namespace VillageInsurance.LocalPostgres.Tests;

public class ThrowAwayServerTests
{
    [Fact]
    public async Task It_answers_its_superuser_and_leaves_nothing_behind()
    {
        string folder;
        await using (var server = await PrivatePostgres.StartThrowAwayAsync())
        {
            folder = server.Folder;
            Assert.Equal("postgres on", await server.AskAsync("select current_user || ' ' || current_setting('is_superuser')"));
            Assert.Equal("off", await server.AskAsync("show fsync"));
        }

        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_role_reaches_a_database_that_was_made_for_it()
    {
        await using var server = await PrivatePostgres.StartThrowAwayAsync();
        await server.AskAsync("create role app login");
        await server.AskAsync("create database county owner app");

        Assert.Equal("app in county", await Asking.AskAsync(
            server.ConnectionStringFor("county", "app"), "select current_user || ' in ' || current_database()"));
    }

    [Theory]
    [InlineData("listen_addresses", "")]
    [InlineData("jit", "off")]
    [InlineData("max_connections", "200")]
    [InlineData("log_parameter_max_length", "0")]
    [InlineData("log_parameter_max_length_on_error", "0")]
    public async Task It_is_set_up_to_be_private_quiet_and_roomy(string setting, string value)
    {
        await using var server = await PrivatePostgres.StartThrowAwayAsync();

        Assert.Equal(value, await server.AskAsync($"show {setting}"));
    }

    [Fact]
    public async Task Others_cannot_open_the_folder_of_its_socket()
    {
        await using var server = await PrivatePostgres.StartThrowAwayAsync();

        Assert.True(File.Exists(Path.Combine(server.Folder, ".s.PGSQL.5432")));
        Assert.Equal("rwx------", OperatingSystem.IsWindows() ? "" : ModeOf(File.GetUnixFileMode(server.Folder)));
    }

    [Fact]
    public async Task The_server_of_a_killed_run_is_swept_and_that_of_a_live_one_stays()
    {
        using var killed = await Holder.StartAsync();
        using var alive = await Holder.StartAsync();
        killed.Kill();

        await using var next = await PrivatePostgres.StartThrowAwayAsync();

        Assert.False(Directory.Exists(killed.Folder));
        Assert.True(File.Exists(Path.Combine(alive.Folder, "data", "postmaster.pid")));
    }

    [Fact]
    public void A_process_is_not_taken_for_a_later_one_of_the_same_number()
    {
        var mine = ProcessMark.Mine;

        Assert.True(ProcessMark.Parse($"{mine}-0123456789ab")!.Value.IsAlive);
        Assert.False(ProcessMark.Parse($"{mine.Id}-1-0123456789ab")!.Value.IsAlive);
        Assert.Null(ProcessMark.Parse("something-else"));
    }

    private static string ModeOf(UnixFileMode mode) =>
        string.Concat("rwxrwxrwx".Select((letter, i) => mode.HasFlag((UnixFileMode)(1 << (8 - i))) ? letter : '-'));
}
