using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.Web.Acceptance;

/// <summary>A row of the board with its four indicators.</summary>
public sealed record BoardRow(CountyBoard.Row Row, IReadOnlyList<IndicatorLine> Lines)
{
    /// <summary>How many of the four stand in the way.</summary>
    public int Open => Lines.Count(l => l.Result.Outcome is IndicatorOutcome.Failed or IndicatorOutcome.NotComputable);

    /// <summary>Always with the township; a group with its village.</summary>
    public PlaceName Place => Row.Village is { } village ? new(Row.AreaId, village, Row.Township ?? "", Row.Name) : new(Row.AreaId, Row.Name, Row.Township ?? "");

    /// <summary>The page of the village or group, for the same days.</summary>
    public string Href(FigureDays days) => $"/villages/{Row.AreaId}?{days.Query}";

    /// <summary>The rows as the use case gave them.</summary>
    public static IReadOnlyList<BoardRow> Of(CountyBoard.View board) => [.. board.Rows.Select(r => new BoardRow(r, IndicatorLine.Of(r.Indicators, board.Thresholds)))];

    /// <summary>How far all gaps together are from their standards: the sum of what is missing by what is asked.</summary>
    public decimal Distance => Lines.Where(l => l.Result is { Outcome: IndicatorOutcome.Failed, Whole: > 0 })
        .Sum(l => l.Result.Gap * (decimal)l.Standard.Whole / ((decimal)l.Standard.Part * l.Result.Whole));
}

/// <summary>The columns by which the board can be ordered.</summary>
public enum BoardSort { Gap, Village, Households, People, First, Second, Third, Fourth }

/// <summary>The order of the board, kept in its address.</summary>
public readonly record struct BoardOrder(BoardSort By, bool Descending)
{
    /// <summary>Reads it; the fewest gaps first when nothing is said.</summary>
    public static BoardOrder Read(string? sort, string? descending) =>
        new(Enum.TryParse<BoardSort>(sort, out var by) && Enum.IsDefined(by) ? by : BoardSort.Gap, descending == "1");

    /// <summary>For the end of an address; a second click turns the order round.</summary>
    public string QueryFor(BoardSort by) => $"sort={by}&desc={(by == By && !Descending ? "1" : "0")}";

    /// <summary>Sorts; rows that are equal stay in the order of their codes.</summary>
    public IReadOnlyList<BoardRow> Sort(IReadOnlyList<BoardRow> rows)
    {
        Func<BoardRow, object> key = By switch
        {
            BoardSort.Village => r => (r.Row.Township, r.Row.Name, r.Row.Code),
            BoardSort.Households => r => r.Row.Figures.Households,
            BoardSort.People => r => r.Row.Figures.Population,
            BoardSort.Gap => r => (r.Open, r.Distance),
            var indicator => Share(indicator - BoardSort.First),
        };
        return [.. Descending ? rows.OrderByDescending(key) : rows.OrderBy(key)];
    }

    // Without anything to divide by, a row stands before the smallest.
    private static Func<BoardRow, object> Share(int index) => row =>
        row.Lines[index].Result is { Whole: > 0 } r ? r.Part / (decimal)r.Whole : decimal.MinValue;
}
