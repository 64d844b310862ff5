namespace VillageInsurance.HouseRules.Tests;

internal static class Law
{
    /// <summary>Names every place that breaks the rule, not only the first few.</summary>
    public static void Holds(IEnumerable<string> broken)
    {
        var places = broken.ToList();
        if (places.Count > 0) Assert.Fail(string.Join('\n', places.Prepend($"{places.Count} places break the rule:")));
    }
}
