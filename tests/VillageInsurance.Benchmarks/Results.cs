using System.Globalization;

namespace VillageInsurance.Benchmarks;

/// <summary>Prints a line for each target and remembers whether one was missed.</summary>
internal sealed class Results
{
    public bool AllOk { get; private set; } = true;

    /// <summary>A number that must not be above the target.</summary>
    public void AtMost(string name, double value, double target, string information) => Print(name, value, target, value <= target, information);

    /// <summary>A number that must not be below the target.</summary>
    public void AtLeast(string name, double value, double target, string information) => Print(name, value, target, value >= target, information);

    /// <summary>What could not be measured is short, too.</summary>
    public void Missing(string name, double target, string information) => Print(name, double.NaN, target, ok: false, information);

    public static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

    private void Print(string name, double value, double target, bool ok, string information)
    {
        AllOk &= ok;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} ratio {value:0.00} target {target:0.00} {(ok ? "ok" : "short")}   ({information})"));
    }
}
