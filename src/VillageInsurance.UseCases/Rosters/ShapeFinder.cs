using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Finds the header of a sheet among its first rows: the row that names most columns, with the one below it where a header has two.</summary>
internal static class ShapeFinder
{
    private const int RowsLookedAt = 30, FewestColumns = 2;

    /// <summary>The sheet's shape; null when it has no header that a list of ours would have.</summary>
    public static SheetShape? Find(TableRows rows)
    {
        var first = FirstRows(rows);
        var best = first.Select((row, at) => (At: at, Known: row.Cells.Select(ColumnWords.FieldOf).Where(f => f is not null).Distinct().Count())).DefaultIfEmpty().MaxBy(r => r.Known);
        if (best.Known < FewestColumns) return null;
        var (upper, lower) = (best.At, best.At);
        if (lower + 1 < first.Count && IsSecondHeader(first[lower], first[lower + 1])) lower++;
        else if (upper > 0 && first[upper - 1].Row == first[upper].Row - 1) upper--;
        var columns = Columns(first[upper].Cells, first[lower].Cells);
        return KindOf(columns) is { } kind ? new(kind, first[lower].Row, columns, string.Join(' ', first.Take(upper).SelectMany(row => row.Cells).Where(c => c.Length > 0))) : null;
    }

    private static List<(long Row, string[] Cells)> FirstRows(TableRows rows)
    {
        var first = new List<(long, string[])>();
        while (first.Count < RowsLookedAt && rows.Read()) first.Add((rows.Row, [.. Enumerable.Range(0, rows.Count).Select(i => rows[i].Trim().ToString())]));
        return first;
    }

    // Names columns that the row above leaves open, and holds no number as a row of the list would.
    private static bool IsSecondHeader((long Row, string[] Cells) header, (long Row, string[] Cells) below) =>
        below.Row == header.Row + 1 && !below.Cells.Any(cell => cell.Any(char.IsDigit))
        && below.Cells.Where((cell, i) => ColumnWords.FieldOf(cell) is not null && ColumnWords.FieldOf(header.Cells.ElementAtOrDefault(i) ?? "") is null).Any();

    private static List<SheetColumn> Columns(string[] upper, string[] lower)
    {
        var (columns, taken, group) = (new List<SheetColumn>(), new HashSet<RosterField>(), "");
        for (var i = 0; i < Math.Max(upper.Length, lower.Length); i++)
        {
            var (above, below) = (upper.ElementAtOrDefault(i) ?? "", lower.ElementAtOrDefault(i) ?? "");
            if (above.Length > 0) group = above;
            var header = below.Length > 0 ? below : ColumnWords.FieldOf(above) is null ? "" : above;
            if (header.Length == 0) continue;
            var field = Within(group, header, ColumnWords.FieldOf(header));
            columns.Add(new(i, header, field is { } known && taken.Add(known) ? known : null));
        }
        return columns;
    }

    // Under a heading "head of household" a name is the head's, and a number is not the member's.
    private static RosterField? Within(string group, string header, RosterField? field) =>
        group == header || !RosterWords.Own.Heads.Any(head => group.StartsWith(head, StringComparison.Ordinal)) ? field
        : field switch { RosterField.Name => RosterField.HeadName, RosterField.IdNumber or RosterField.Sex or RosterField.BirthDate => null, _ => field };

    private static RosterKind? KindOf(List<SheetColumn> columns)
    {
        bool Has(RosterField field) => columns.Any(c => c.Field == field);
        if (Has(RosterField.ClaimNo) && Has(RosterField.PolicyNo)) return RosterKind.ClaimList;
        // A bank's own statement names receipt, day and amount, and no policy.
        if (Has(RosterField.PaymentNo) && (Has(RosterField.PolicyNo) || Has(RosterField.BookedOn) && Has(RosterField.Premium))) return RosterKind.PaymentList;
        if (Has(RosterField.PolicyNo) || Has(RosterField.GroupPolicyNo) && Has(RosterField.Name) || Has(RosterField.Premium) && Has(RosterField.Product)) return RosterKind.PolicyList;
        return Has(RosterField.Name) && (Has(RosterField.IdNumber) || Has(RosterField.HouseholdNo) || Has(RosterField.Relation)) ? RosterKind.VillageRoster : null;
    }
}
