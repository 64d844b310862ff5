using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace VillageInsurance.LocalPostgres.Tests;

internal static class Program
{
    /// <summary>What xunit would generate, and one more thing this program can be asked to do.</summary>
    public static Task<int> Main(string[] args) => args switch
    {
        [Holder.Verb, .. var rest] => Holder.RunAsync(rest),
        _ when args.Any(arg => arg is "--server" or "--internal-msbuild-node") =>
            TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
