using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>The sheets of a file that list households or policies; others, such as empty ones, are passed over.</summary>
internal static class RosterSheets
{
    public static IEnumerable<(string Sheet, SheetShape Shape, TableRows Rows)> Open(SheetFile file)
    {
        foreach (var (name, open) in file.Sheets)
        {
            SheetShape? shape;
            using (var rows = ToldRows.Of(open)) shape = ShapeFinder.Find(rows);
            if (shape is not null) yield return (name, shape, ToldRows.Of(open));
        }
    }
}
