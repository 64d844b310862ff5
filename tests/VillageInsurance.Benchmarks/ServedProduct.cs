using System.Diagnostics;

namespace VillageInsurance.Benchmarks;

/// <summary>The product as a process of its own, as its users meet it: what it compiled in an earlier life is gone at each start.</summary>
internal sealed class ServedProduct : IDisposable
{
    private const string Listening = "Listening on ";

    private readonly Process _process;

    private ServedProduct(Process process, Uri address, TimeSpan startedIn) => (_process, Address, StartedIn) = (process, address, startedIn);

    public Uri Address { get; }

    /// <summary>From the command to the line that says it listens.</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>Starts it in Development on this database; on an empty one it loads the demo county first.</summary>
    public static async Task<ServedProduct> StartAsync(string app, string migrator, string folder)
    {
        var watch = Stopwatch.StartNew();
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "VillageInsurance.Web.dll"), "--urls=http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ConnectionStrings__Main"] = app,
                ["ConnectionStrings__Migrator"] = migrator,
                ["Local__Folder"] = folder,
                ["Logging__Console"] = "Fatal",
            },
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Listening, StringComparison.Ordinal)) continue;
            var started = watch.Elapsed;
            _ = process.StandardOutput.ReadToEndAsync();
            return new(process, new(line[Listening.Length..].Split(',')[0]), started);
        }
        throw new InvalidOperationException("The product ended before it listened.");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
