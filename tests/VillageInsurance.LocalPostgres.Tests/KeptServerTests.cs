namespace VillageInsurance.LocalPostgres.Tests;

public class KeptServerTests
{
    [Fact]
    public async Task Data_outlast_the_server_and_are_kept_safely()
    {
        using var place = Place.Open();
        await using (var first = await PrivatePostgres.StartAsync(place.Folder))
        {
            Assert.Equal("on", await first.AskAsync("show fsync"));
            await RememberAsync(first);
        }

        await using var second = await PrivatePostgres.StartAsync(place.Folder);

        await AssertItRemembersAsync(second);
        Assert.StartsWith(place.Folder, second.Folder, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_home_that_the_servers_account_cannot_enter_the_data_lie_elsewhere_and_a_file_says_where()
    {
        using var place = Place.InAClosedHome();
        await using (var first = await PrivatePostgres.StartAsync(place.Folder)) await RememberAsync(first);

        await using var second = await PrivatePostgres.StartAsync(place.Folder);

        await AssertItRemembersAsync(second);
        // An ordinary user runs the server himself, so his own home is open to it.
        if (Environment.IsPrivilegedProcess) Assert.Equal(second.Folder, (await File.ReadAllTextAsync(place.Note)).Trim());
        else Assert.StartsWith(place.Folder, second.Folder, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_name_is_too_long_for_a_socket_the_data_lie_elsewhere_and_a_file_says_where()
    {
        using var place = Place.Deep();
        await using (var first = await PrivatePostgres.StartAsync(place.Folder)) await RememberAsync(first);

        await using var second = await PrivatePostgres.StartAsync(place.Folder);

        await AssertItRemembersAsync(second);
        Assert.Equal(second.Folder, (await File.ReadAllTextAsync(place.Note)).Trim());
    }

    [Fact]
    public async Task A_server_that_a_killed_application_left_running_is_taken_over_with_its_data()
    {
        using var place = Place.Open();
        using var killed = await Holder.StartAsync(place.Folder);
        killed.Kill();
        Assert.True(File.Exists(Path.Combine(killed.Folder, "data", "postmaster.pid")));

        await using (var next = await PrivatePostgres.StartAsync(place.Folder)) await RememberAsync(next);
        await using var another = await PrivatePostgres.StartAsync(place.Folder);

        await AssertItRemembersAsync(another);
    }

    [Fact]
    public async Task A_second_application_on_the_same_data_is_refused_and_the_first_goes_on()
    {
        using var place = Place.Open();
        using var first = await Holder.StartAsync(place.Folder);

        var no = await Assert.ThrowsAsync<NoPrivatePostgres>(() => PrivatePostgres.StartAsync(place.Folder));

        Assert.Contains($"Process {first.Id} already uses the data", no.Message, StringComparison.Ordinal);
        await using var guest = await PrivatePostgres.StartOrJoinAsync(place.Folder);
        Assert.Equal("1", await guest.AskAsync("select 1"));
    }

    [Fact]
    public async Task A_guest_leaves_the_server_running_and_without_a_host_starts_its_own()
    {
        using var place = Place.Open();
        using var host = await Holder.StartAsync(place.Folder);
        await using (var guest = await PrivatePostgres.StartOrJoinAsync(place.Folder)) await RememberAsync(guest);
        await using (var again = await PrivatePostgres.StartOrJoinAsync(place.Folder)) await AssertItRemembersAsync(again);
        host.LetGo();

        await using var alone = await PrivatePostgres.StartOrJoinAsync(place.Folder);

        await AssertItRemembersAsync(alone);
    }

    [Fact]
    public async Task What_a_power_cut_left_behind_does_no_harm()
    {
        using var place = Place.Open();
        string folder;
        await using (var first = await PrivatePostgres.StartAsync(place.Folder))
        {
            folder = first.Folder;
            await RememberAsync(first);
        }

        Directory.CreateDirectory(Path.Combine(folder, "unfinished", "base"));
        await File.WriteAllTextAsync(Path.Combine(folder, "data", "postmaster.pid"), $"{Environment.ProcessId}\n{folder}/data\n");

        await using var second = await PrivatePostgres.StartAsync(place.Folder);

        await AssertItRemembersAsync(second);
    }

    private static Task<string> RememberAsync(PrivatePostgres server) => server.AskAsync("create table remembered as select 42 as answer");

    private static async Task AssertItRemembersAsync(PrivatePostgres server) =>
        Assert.Equal("42", await server.AskAsync("select answer from remembered"));
}
