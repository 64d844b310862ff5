namespace VillageInsurance.UseCases.Exchange;

/// <summary>The names of counties, which no file of an import says.</summary>
internal static class KnownCounties
{
    /// <summary>The county's name; its code while nobody knows the name.</summary>
    public static string NameOf(string code)
    {
        using var file = new StreamReader(typeof(KnownCounties).Assembly.GetManifestResourceStream("counties.csv")!);
        return file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.Split(',')).FirstOrDefault(c => c[0] == code)?[1] ?? code;
    }
}
