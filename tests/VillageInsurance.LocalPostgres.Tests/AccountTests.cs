using System.Diagnostics;

namespace VillageInsurance.LocalPostgres.Tests;

public class AccountTests
{
    [Fact]
    public async Task An_ordinary_user_runs_a_server_too()
    {
        using var place = Place.Open();
        using var holder = Environment.IsPrivilegedProcess ? await AsNobodyAsync(place) : await Holder.StartAsync(place.Folder);

        Assert.StartsWith(place.Folder, holder.Folder, StringComparison.Ordinal);
        var server = $"/proc/{File.ReadLines(Path.Combine(holder.Folder, "data", "postmaster.pid")).First()}";
        Assert.Equal(UserOf($"/proc/{holder.Id}"), UserOf(server));
    }

    [Fact]
    public async Task Data_of_another_account_are_refused_and_not_replaced_by_new_ones()
    {
        using var place = Place.Open();
        Directory.CreateDirectory(Path.Combine(place.Folder, "cluster"));

        var no = await Assert.ThrowsAsync<NoPrivatePostgres>(() => PrivatePostgres.StartAsync(place.Folder));

        Assert.Contains("Start as the account that made it", no.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(place.Note));
    }

    [Fact]
    public void Without_postgresql_it_says_what_to_install()
    {
        var empty = Directory.CreateTempSubdirectory();

        var no = Assert.Throws<NoPrivatePostgres>(() => PostgresPrograms.FindIn([empty.FullName], empty.FullName, version: null));

        Assert.Contains("apt-get install postgresql", no.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__Main", no.Message, StringComparison.Ordinal);
        empty.Delete();
    }

    [Fact]
    public void The_programs_that_made_the_data_are_preferred_to_newer_ones()
    {
        var system = Directory.CreateTempSubdirectory();
        foreach (var version in (string[])["9.6", "15", "17"])
        {
            var bin = system.CreateSubdirectory($"lib/postgresql/{version}/bin").FullName;
            foreach (var program in (string[])["initdb", "pg_ctl"]) File.WriteAllText(Path.Combine(bin, program), "");
        }

        Assert.EndsWith("/17/bin", PostgresPrograms.FindIn([], system.FullName, version: null).Folder, StringComparison.Ordinal);
        Assert.EndsWith("/15/bin", PostgresPrograms.FindIn([], system.FullName, "15").Folder, StringComparison.Ordinal);
        system.Delete(recursive: true);
    }

    private static string UserOf(string process) => File.ReadLines($"{process}/status").First(line => line.StartsWith("Uid:", StringComparison.Ordinal));

    // This program is copied to where that account can read it.
    private static async Task<Holder> AsNobodyAsync(Place place)
    {
        var program = Directory.CreateDirectory(Path.Combine(place.Folder, "program")).FullName;
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory)) File.Copy(file, Path.Combine(program, Path.GetFileName(file)));
        using (var give = Process.Start("chown", ["nobody", place.Folder])) await give.WaitForExitAsync();

        return await Holder.StartAsync("setpriv", ["--reuid=nobody", "--regid=nogroup", "--clear-groups", "--",
            Holder.Dotnet, Path.Combine(program, Path.GetFileName(typeof(Holder).Assembly.Location)), Holder.Verb, place.Folder]);
    }
}
