namespace VillageInsurance.UseCases.Rosters;

/// <summary>Which household each row belongs to: a merged cell says it once for all its rows. Also finds households and rows that are listed twice.</summary>
internal sealed class HouseholdRows(SheetShape shape)
{
    private static readonly RosterField[] Shared = [RosterField.HouseholdNo, RosterField.Group, RosterField.HeadName];

    private readonly SeenBefore _numbers = new(), _persons = new();
    private readonly CellReading[] _first = new CellReading[Shared.Length];
    private bool _isMerged, _isRepeated, _isBegun;

    private string Number => _first[0].Value;

    /// <summary>Fills in what the household's first row says. Gives the reason when this row begins a household, or is a row, that was listed before.</summary>
    public RosterReason? Take(RosterLine line)
    {
        var number = line[RosterField.HouseholdNo].Value;
        var isHead = RosterWords.Own.Heads.Contains(line[RosterField.Relation].Value);
        if (number.Length == 0 && _isBegun && (!isHead || IsMerged(line))) return FillIn(line);
        if (number.Length > 0 && number == Number && !isHead && !_isMerged) return Continue(line);
        return Begin(line, number, isHead);
    }

    // A second head in a household is rare, but a merged cell leaves all that the household's rows share open.
    private bool IsMerged(RosterLine line) => Shared.Count(shape.Has) > 1 && Shared.All(field => line[field].Value.Length == 0);

    private RosterReason? FillIn(RosterLine line)
    {
        _isMerged = true;
        for (var i = 0; i < Shared.Length; i++)
            if (line[Shared[i]].Value.Length == 0) line[Shared[i]] = CellReading.Clean(_first[i].Value);
        line.IsRepeated = _isRepeated;
        Note(line);
        return null;
    }

    // Some lists say the number in every row.
    private RosterReason? Continue(RosterLine line)
    {
        line.IsRepeated = _isRepeated || IsListed(line);
        Note(line);
        return line.IsRepeated && !_isRepeated ? RosterReason.RepeatedLine : null;
    }

    private RosterReason? Begin(RosterLine line, string number, bool isHead)
    {
        _isBegun = number.Length > 0;
        _isRepeated = number.Length > 0 && !_numbers.Add(number) && (isHead || IsListed(line));
        for (var i = 0; i < Shared.Length; i++) _first[i] = line[Shared[i]];
        line.IsRepeated = _isRepeated;
        Note(line);
        return _isRepeated ? RosterReason.RepeatedHousehold : null;
    }

    private bool IsListed(RosterLine line) =>
        line.Known(RosterField.IdNumber) is { } id && _persons.Has(Number, id) || line.Known(RosterField.Name) is { } name && _persons.Has(line[RosterField.HouseholdNo].Value, name, BirthOf(line));

    private void Note(RosterLine line)
    {
        if (line.Known(RosterField.IdNumber) is { } id) _persons.Add(line[RosterField.HouseholdNo].Value, id);
        if (line.Known(RosterField.Name) is { } name) _persons.Add(line[RosterField.HouseholdNo].Value, name, BirthOf(line));
    }

    private static string BirthOf(RosterLine line) => line[RosterField.BirthDate].Value;
}
