using System.Diagnostics;
using System.Runtime.InteropServices;

namespace VillageInsurance.LocalPostgres.Tests;

/// <summary>Another process that holds a server: the application or a test run, for tests that kill it or meet it alive.</summary>
internal sealed class Holder : IDisposable
{
    public const string Verb = "hold";

    /// <summary>The host that runs this very process: three folders above the runtime.</summary>
    public static string Dotnet { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../../dotnet"));

    private readonly Process _process;

    private Holder(Process process, string folder) => (_process, Folder) = (process, folder);

    public int Id => _process.Id;

    /// <summary>Where the held server lies.</summary>
    public string Folder { get; }

    /// <summary>Inside the other process: holds a server until told to let go; keeps its data in a folder if one is named.</summary>
    public static async Task<int> RunAsync(string[] rest)
    {
        await using var server = rest is [var folder] ? await PrivatePostgres.StartAsync(folder) : await PrivatePostgres.StartThrowAwayAsync();
        Console.WriteLine(server.Folder);
        Console.ReadLine();
        return 0;
    }

    public static Task<Holder> StartAsync(params string[] folder) => StartAsync(Dotnet, [typeof(Holder).Assembly.Location, Verb, .. folder]);

    public static async Task<Holder> StartAsync(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        var process = Process.Start(start)!;
        return new Holder(process, await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("It did not start a server."));
    }

    /// <summary>As kill -9 does: no chance to stop the server.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void LetGo()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) LetGo();
        _process.Dispose();
    }
}
