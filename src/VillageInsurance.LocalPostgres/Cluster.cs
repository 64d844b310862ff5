namespace VillageInsurance.LocalPostgres;

/// <summary>One cluster on disk: made, started and stopped with PostgreSQL's own programs.</summary>
internal sealed class Cluster(string folder)
{
    // G5: no value that a person typed reaches the log. jit costs a counting query more than it saves.
    private const string Settings = "-c max_connections=200 -c jit=off -c log_parameter_max_length=0 -c log_parameter_max_length_on_error=0";
    private const string FastInsteadOfSafe = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";

    private string Data => Path.Combine(folder, "data");

    private string Log => Path.Combine(folder, "log");

    private string PidFile => Path.Combine(Data, "postmaster.pid");

    /// <summary>Whether a server has finished starting on it. It says so in the eighth line of its own file.</summary>
    public bool IsReady => File.Exists(PidFile) && File.ReadAllLines(PidFile) is { Length: >= 8 } lines && lines[7].Trim() == "ready";

    public async Task StartAsync(bool safe)
    {
        if (!Directory.Exists(Data)) await MakeAsync(safe);
        await StopAsync("fast");
        var size = new FileInfo(Log);
        if (size is { Exists: true, Length: > 10_000_000 }) size.Delete();
        try
        {
            await Programs().RunAsync("pg_ctl", "-D", Data, "-l", Log, "-w", "-s",
                "-o", $"-h '' -k {folder} -p 5432 {Settings} {(safe ? "" : FastInsteadOfSafe)}", "start");
        }
        catch (NoPrivatePostgres no) when (File.Exists(Log))
        {
            throw new NoPrivatePostgres($"{no.Message}\n{string.Join('\n', File.ReadLines(Log).TakeLast(5))}", no);
        }
    }

    /// <summary>Stops a server that runs on it, whoever started it.</summary>
    public async Task StopAsync(string mode)
    {
        if (!File.Exists(PidFile)) return;
        if (IsRunning()) await Programs().RunAsync("pg_ctl", "-D", Data, "-m", mode, "-w", "-s", "stop");
        else File.Delete(PidFile);
    }

    // A start that is cut short must not leave something that looks like a cluster.
    private async Task MakeAsync(bool safe)
    {
        var unfinished = Path.Combine(folder, "unfinished");
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        string[] patience = safe ? [] : ["--no-sync"];
        await Programs().RunAsync("initdb",
            ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions", .. patience, "-D", unfinished]);
        Directory.Move(unfinished, Data);
    }

    private PostgresPrograms Programs()
    {
        var version = Path.Combine(Data, "PG_VERSION");
        return PostgresPrograms.Find(File.Exists(version) ? File.ReadAllText(version).Trim() : null);
    }

    // After a power cut the file may name a number that another process has by now. A server works in its data folder.
    private bool IsRunning()
    {
        if (!OperatingSystem.IsLinux()) return true;
        var mine = File.ReadAllText(PidFile);
        try
        {
            return File.ReadAllText($"/proc/{mine.Split('\n')[0].Trim()}/cwd/postmaster.pid") == mine;
        }
        catch (Exception no) when (no is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
