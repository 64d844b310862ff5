using System.Diagnostics;
using System.Globalization;

namespace VillageInsurance.LocalPostgres;

/// <summary>Tells a process from a later one that got the same number: by the moment it started.</summary>
internal readonly record struct ProcessMark(int Id, string Started)
{
    public static ProcessMark Mine { get; } = new(Environment.ProcessId, StartOf(Environment.ProcessId) ?? "0");

    /// <summary>Whether that very process still runs.</summary>
    public bool IsAlive => StartOf(Id) == Started;

    public override string ToString() => $"{Id}-{Started}";

    /// <summary>Reads what <see cref="ToString"/> wrote; anything that follows it is left alone.</summary>
    public static ProcessMark? Parse(string text) =>
        text.Split('-') is [var id, var started, ..] && int.TryParse(id, CultureInfo.InvariantCulture, out var number) ? new(number, started) : null;

    // Field 22 of /proc/ID/stat, in clock ticks since boot; the name before it may hold spaces and parentheses.
    private static string? StartOf(int id)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
                return new DateTimeOffset(Process.GetProcessById(id).StartTime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
        }
        catch (Exception gone) when (gone is IOException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
