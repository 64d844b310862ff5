using System.CommandLine;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.CommandLine.Demo;

namespace VillageInsurance.Web.CommandLine;

/// <summary>Loads the demo county: made-up people in 16 real villages, one person for each role, a sample year, and some applications under way.</summary>
internal static class DemoVerb
{
    public static Command Command()
    {
        var demo = new Command("demo", "Load the demo county into an empty database.");
        demo.Runs(async (_, services, installation, cancel) =>
            await IsEmptyAsync(services, cancel) ? await LoadAsync(services, installation, cancel)
            : Verb.Say("The database holds a county already; nothing was loaded.", Verb.Refused));
        return demo;
    }

    public static async Task LoadIfEmptyAsync(Installation installation, CancellationToken cancel)
    {
        await using var host = Verb.Host(installation);
        await using var scope = host.Services.CreateAsyncScope();
        if (await IsEmptyAsync(scope.ServiceProvider, cancel)) await LoadAsync(scope.ServiceProvider, installation, cancel);
    }

    private static async Task<bool> IsEmptyAsync(IServiceProvider services, CancellationToken cancel) =>
        (await services.GetRequiredService<AreaList>().RunAsync(null, forGrants: false, cancel)).Count == 0;

    private static async Task<int> LoadAsync(IServiceProvider services, Installation installation, CancellationToken cancel)
    {
        Console.Error.WriteLine("Loading the demo county...");
        var today = services.GetRequiredService<TimeProvider>().Today();
        var code = await ImportVerb.RunAsync(services, installation, new(DemoFiles.Path("demo-county.zip"), "demo", "demo", today), cancel);
        if (code != Verb.Done) return code;
        var staff = await PlayYearAsync(installation, cancel);
        if (services.GetRequiredService<IHostEnvironment>().IsDevelopment()) await DemoAccounts.CreateAsync(services, staff);
        await SignLetterOfThisYearAsync(services, staff["agent"], cancel);
        await DemoApplications.CreateAsync(services, await DemoPlace.ChooseAsync(services, cancel), staff["township"]);
        var village = (await DemoPlace.ChooseAsync(services, cancel)).Villages[0];
        await DemoClaims.CreateAsync(services, village, staff);
        await DemoCalls.CreateAsync(services, village, staff);
        return Verb.Done;
    }

    // The sample year lies behind; who works today has signed this year's letter, too.
    private static async Task SignLetterOfThisYearAsync(IServiceProvider services, Guid agent, CancellationToken cancel)
    {
        services.GetRequiredService<CommandLineActor>().InNameOf = agent;
        var letter = await services.GetRequiredService<OwnCommitmentLetter>().RunAsync(cancel);
        if (letter.ToSign.Count > 0) await services.GetRequiredService<SignCommitmentLetter>().RunAsync(new(letter.TextId, [.. letter.Points.Select(p => p.Key)], letter.Name));
        services.GetRequiredService<CommandLineActor>().InNameOf = null;
    }

    // In a host of its own, whose clock the sample year moves; what comes after is of today again. Gives the people with accounts.
    private static async Task<IReadOnlyDictionary<string, Guid>> PlayYearAsync(Installation installation, CancellationToken cancel)
    {
        await Console.Error.WriteLineAsync("Playing a sample year...");
        var clock = new DemoClock(new(2025, 1, 1));
        await using var host = Verb.Host(installation, clock);
        await using var scope = host.Services.CreateAsyncScope();
        var stage = await DemoStage.OpenAsync(scope.ServiceProvider, clock);
        await DemoStaff.CreateAsync(stage, await DemoPlace.ChooseAsync(scope.ServiceProvider, cancel));
        await DemoYear.PlayAsync(stage);
        await DemoStaffing.EmployOwnAsync(stage, (await DemoPlace.ChooseAsync(scope.ServiceProvider, cancel)).Villages[0]);
        return DemoAccounts.UserNames.ToDictionary(name => name, stage.Person);
    }
}

/// <summary>Where the demo's people work: the township with the most villages, and its first village.</summary>
internal sealed record DemoPlace(Guid County, Guid Township, IReadOnlyList<Guid> Villages)
{
    public static async Task<DemoPlace> ChooseAsync(IServiceProvider services, CancellationToken cancel)
    {
        var areas = services.GetRequiredService<AreaList>();
        var county = (await areas.RunAsync(null, forGrants: false, cancel))[0];
        var most = new DemoPlace(county.Id, default, []);
        foreach (var township in await areas.RunAsync(county.Id, forGrants: false, cancel))
        {
            var villages = await areas.RunAsync(township.Id, forGrants: false, cancel);
            if (villages.Count > most.Villages.Count) most = new(county.Id, township.Id, [.. villages.Select(v => v.Id)]);
        }
        return most;
    }

    /// <summary>The area of this level.</summary>
    public Guid Of(AreaLevel level) => level switch { AreaLevel.County => County, AreaLevel.Township => Township, _ => Villages[0] };
}

/// <summary>The files of the demo county, beside the program.</summary>
internal static class DemoFiles
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "data", "demo-county", name);
}
