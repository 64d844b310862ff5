using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Tests.Rosters;

/// <summary>A made-up county whose lists were spoiled on purpose, with the list of what was done to them. The clean county is the register.</summary>
internal static class DirtyCounty
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Rosters", "dirty-county");

    public static string Lists { get; } = Path.Combine(Folder, "dirty");

    public static string Register { get; } = Path.Combine(Folder, "county.zip");

    /// <summary>What was done, with the columns file, row, column, defect, clean, dirty and handling.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Defects { get; } = ReadDefects();

    public static string PlaceOf(Dictionary<string, string> defect) => $"{defect["file"]} {defect["row"]} {defect["column"]}";

    public static string PlaceOf(RosterIssue issue) => $"{issue.File} {issue.Row} {issue.Column}";

    // A thousands comma makes a quoted cell.
    private static List<Dictionary<string, string>> ReadDefects()
    {
        using var rows = new UseCases.Exchange.CsvRows("manifest", File.OpenRead(Path.Combine(Folder, "dirty-manifest.csv")));
        var header = rows.ReadHeader();
        var defects = new List<Dictionary<string, string>>();
        while (rows.Read()) defects.Add(Enumerable.Range(0, header.Length).ToDictionary(i => header[i], i => rows[i].ToString()));
        return defects;
    }
}
