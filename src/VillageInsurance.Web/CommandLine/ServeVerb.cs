using System.CommandLine;
using VillageInsurance.LocalPostgres;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Shell;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.CommandLine;

/// <summary>Serves the web application. In Development on an empty database it loads the demo county first and says who can sign in.</summary>
internal static class ServeVerb
{
    // Nobody waits longer than this for a start, even on a big county or a slow database.
    private static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(10);

    public static Command Command()
    {
        var serve = new Command("serve", "Serve the web application (the default). Arguments go to the web host, for example --urls http://127.0.0.1:5080.") { TreatUnmatchedTokensAsErrors = false };
        serve.SetAction((parsed, cancel) => RunAsync([.. parsed.UnmatchedTokens], cancel));
        return serve;
    }

    public static async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        try
        {
            await using var installation = await Installation.OpenAsync(args, alone: true);
            await installation.MigrateIfBehindAsync(cancel);
            if (installation.IsDevelopment) await DemoVerb.LoadIfEmptyAsync(installation, cancel);

            await using var app = WebHost.Build([.. installation.Settings, "--Jobs:Run=true", .. args]);
            await app.StartAsync(cancel);
            await app.Services.GetRequiredService<WarmUp>().RunAsync(LongestWarmUp, cancel);
            app.StartSweeping();
            app.StartDays();
            Greet(app);
            await app.WaitForShutdownAsync(cancel);
            return Verb.Done;
        }
        catch (Exception no) when (no is NoPrivatePostgres or IOException)
        {
            return Verb.Say(no.Message, Verb.Failed);
        }
    }

    private static void Greet(WebApplication app)
    {
        Console.WriteLine($"Listening on {string.Join(", ", app.Urls)}");
        if (!app.Environment.IsDevelopment()) return;
        Console.WriteLine($"Demo accounts: {string.Join(", ", DemoAccounts.UserNames)}");
        Console.WriteLine($"Password of each: {app.Configuration["Demo:Password"]}");
    }
}
