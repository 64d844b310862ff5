using System.CommandLine;
using System.Data.Common;
using VillageInsurance.Domain.Shared;
using VillageInsurance.LocalPostgres;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Web.CommandLine;

/// <summary>What the verbs have in common: an installation, the use cases in the name of the command line, progress and refusals on stderr.
/// Exit codes: 0 done, 1 refused, 2 could not be done.</summary>
internal static class Verb
{
    public const int Done = 0, Refused = 1, Failed = 2;

    /// <summary>Runs work with the use cases. The schema is there.</summary>
    public static void Runs(this Command command, Func<ParseResult, IServiceProvider, Installation, CancellationToken, Task<int>> work) =>
        command.OnInstallation(async (parsed, installation, cancel) =>
        {
            await installation.MigrateIfBehindAsync(cancel);
            await using var host = Host(installation);
            await using var scope = host.Services.CreateAsyncScope();
            return await work(parsed, scope.ServiceProvider, installation, cancel);
        });

    /// <summary>The application, not started, with the command line as its only user; tests may change services before it is built.</summary>
    public static WebApplication Host(Installation installation, Action<WebApplicationBuilder>? adjust = null) => WebHost.Build([.. installation.Settings, "--Logging:Console=Warning"], builder =>
    {
        builder.Services.AddScoped<CommandLineActor>();
        builder.Services.AddScoped<ICurrentActor>(services => services.GetRequiredService<CommandLineActor>());
        adjust?.Invoke(builder);
    });

    /// <summary>Runs work on the server alone.</summary>
    public static void OnInstallation(this Command command, Func<ParseResult, Installation, CancellationToken, Task<int>> work) =>
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                await using var installation = await Installation.OpenAsync([], alone: false);
                return await work(parsed, installation, cancel);
            }
            catch (Refusal no)
            {
                return Say(no is InvalidInput input ? string.Join(' ', input.Problems.Select(p => p.Message)) : no.Message, Refused);
            }
            catch (Exception no) when (no is InvalidOperationException or DbException or IOException or UnauthorizedAccessException)
            {
                return Say(no.Message, Failed);
            }
        });

    /// <summary>One line for people.</summary>
    public static int Say(string text, int code)
    {
        Console.Error.WriteLine(text);
        return code;
    }
}
