namespace VillageInsurance.UseCases.Rosters;

/// <summary>The days on which a list's policies were issued, product by product: a school's policies are taken out in one day, so a month may have but one day.</summary>
internal sealed class IssueDays
{
    private const int Fewest = 3;

    private readonly Dictionary<(string Product, int Year, int Month), Dictionary<DateOnly, int>> _days = [];
    private readonly List<(Finding Finding, string Product, int Year, int Month)> _asked = [];

    /// <summary>Counts a row's day, or notes that it has none.</summary>
    public void Take(RosterLine line, IEnumerable<Finding> findings)
    {
        var product = line[RosterField.Product].Value;
        if (DateCell.DayOf(line[RosterField.IssueDate].Value) is { } day)
        {
            if (!_days.TryGetValue((product, day.Year, day.Month), out var days)) _days.Add((product, day.Year, day.Month), days = []);
            days[day] = days.GetValueOrDefault(day) + 1;
        }
        else if (findings.FirstOrDefault(f => f is { Field: RosterField.IssueDate, Reason: RosterReason.DateNoDay }) is { } asked && DateCell.Month(line.Said(RosterField.IssueDate)) is { } month)
            _asked.Add((asked, product, month.Year, month.Month));
    }

    /// <summary>Proposes the day on which most of the product's policies of that month were issued.</summary>
    public void Propose()
    {
        foreach (var (finding, product, year, month) in _asked)
            if (_days.TryGetValue((product, year, month), out var days) && days.MaxBy(d => d.Value) is var most && most.Value >= Fewest && most.Value * 2 > days.Values.Sum())
                finding.Propose(DateCell.Text(most.Key), 1);
    }
}
