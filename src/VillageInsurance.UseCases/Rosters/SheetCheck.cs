using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Checks a sheet row by row: what was fixed, what asks, what is refused. What it finds goes to the caller; it keeps no row.</summary>
internal sealed class SheetCheck(TableRows rows, SheetShape shape, ReadingRules rules, string? village)
{
    private readonly RosterLines _lines = new(rows, shape, rules);
    private readonly HouseholdRows _households = new(shape);
    private readonly PolicyRows _policies = new();
    private readonly SeenBefore _ids = new();
    private readonly List<(Finding Finding, string Said)> _findings = [];

    /// <summary>The row at hand.</summary>
    public RosterLine Line => _lines.Line;

    /// <summary>What was found in it.</summary>
    public IEnumerable<Finding> Findings => _findings.Select(f => f.Finding);

    /// <summary>The questions that it leaves open.</summary>
    public IEnumerable<OpenQuestion> Questions
    {
        get
        {
            if (_findings.All(f => f.Finding.Handling != RosterHandling.Ask)) return [];
            var facts = KnownFacts.Of(Line, village);
            return _findings.Where(f => f.Finding.Handling == RosterHandling.Ask).Select(f => new OpenQuestion(f.Finding, facts, f.Said));
        }
    }

    /// <summary>What the row says of its person or policy for certain.</summary>
    public KnownFacts Facts => KnownFacts.Of(Line, village);

    /// <summary>Goes to the next row that is part of the list or sums it up.</summary>
    public bool Read()
    {
        do
        {
            _findings.Clear();
            if (!_lines.Read()) return false;
        }
        while (Line.Kind == LineKind.Other);
        if (Line.Kind == LineKind.Totals) AddOfRow(RosterReason.TotalsRow, "");
        else if (shape.Kind == RosterKind.PolicyList) CheckPolicy();
        else CheckMember();
        return true;
    }

    private void CheckPolicy()
    {
        var repeated = _policies.Take(Line, shape);
        if (repeated == RosterReason.RepeatedLine)
        {
            AddOfRow(RosterReason.RepeatedLine, Line[RosterField.PolicyNo].Value);
            return;
        }
        if (repeated == RosterReason.PolicyNoTwice) Line[RosterField.PolicyNo] = CellReading.Ask(RosterReason.PolicyNoTwice);
        else if (shape.Has(RosterField.PolicyNo) && Line[RosterField.PolicyNo].Value.Length == 0) Line[RosterField.PolicyNo] = CellReading.Ask(RosterReason.PolicyNoMissing);
        AddOfCells();
    }

    private void CheckMember()
    {
        if (_households.Take(Line) is { } repeated) AddOfRow(repeated, Line[RosterField.HouseholdNo].Value);
        if (shape.Has(RosterField.HouseholdNo) && Line[RosterField.HouseholdNo].Value.Length == 0) Line[RosterField.HouseholdNo] = CellReading.Ask(RosterReason.HouseholdNoMissing);
        AgreementOfCells.Check(Line, rules.Today);
        if (!Line.IsRepeated && Line.Known(RosterField.IdNumber) is { } id && !_ids.Add(id)) Line[RosterField.IdNumber] = CellReading.Ask(RosterReason.IdTwice);
        AddOfCells();
    }

    private void AddOfRow(RosterReason reason, string value) => _findings.Add((new(Line.Row, null, "", RosterHandling.Fix, value, reason), ""));

    private void AddOfCells()
    {
        foreach (var column in shape.Columns)
        {
            if (column.Field is not { } field || Line[field] is not { Handling: not RosterHandling.Clean } read) continue;
            var finding = new Finding(Line.Row, field, column.Header, read.Handling, read.Value, read.Reason);
            if (read.Handling == RosterHandling.Ask) OwnAnswers.Propose(finding, Line, rules.Villages);
            _findings.Add((finding, Line.Said(field)));
        }
    }
}
