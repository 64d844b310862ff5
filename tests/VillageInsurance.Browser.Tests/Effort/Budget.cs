using System.Text.Json;
using VillageInsurance.Browser.Tests.Shared;

namespace VillageInsurance.Browser.Tests.Effort;

/// <summary>What everyday tasks may cost. All budgets stand in one file that only goes down: a run above its budget fails, and so does a better one, until its budget is lowered to it.</summary>
internal sealed record Budget(int X, int Views, int Shown, int Required, double Klm)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public static Budget Of(string task)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Effort", "budgets.json"));
        return JsonSerializer.Deserialize<Dictionary<string, Budget>>(file, Format)![task];
    }

    /// <summary>Compares, and prints the figures into the test's output.</summary>
    public static void Check(string task, Hand hand, FieldsShown fields)
    {
        var (budget, run) = (Of(task), new Budget(hand.Beyond, fields.Views, fields.Shown, fields.Required, Math.Round(hand.Seconds, 1)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{task}: {JsonSerializer.Serialize(run, Format)}, data keys {hand.DataKeys}");
        Assert.Equal(budget, run);
    }
}
