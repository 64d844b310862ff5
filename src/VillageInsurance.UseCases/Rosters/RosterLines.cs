using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>What the cells are read by: the villages that may be named, whether made-up people are allowed, and the day.</summary>
internal sealed record ReadingRules(VillageNames Villages, bool TestRegionAllowed, DateOnly Today);

/// <summary>Reads a sheet row by row: after its header, each cell by what its column holds. Nothing is kept but the row at hand.</summary>
internal sealed class RosterLines(TableRows rows, SheetShape shape, ReadingRules rules)
{
    private readonly SheetColumn[] _columns = [.. shape.Columns.Where(c => c.Field is not null)];
    private readonly List<string> _cells = [];

    public RosterLine Line { get; } = new();

    /// <summary>Goes to the next row after the header. Refused: a formula, whose value nobody can rely on.</summary>
    public bool Read()
    {
        do if (!rows.Read()) return false;
        while (rows.Row <= shape.HeaderRow);
        Line.Begin(rows.Row);
        foreach (var column in _columns)
        {
            if (rows.IsFormula(column.Index)) throw new RefusedFile(FileFault.Formula, rows.Row, column.Header);
            Line.Say(column.Field!.Value, rows[column.Index].ToString());
        }
        var namesMember = Line.Said(RosterField.MemberNo).Length > 0;
        var id = namesMember && IsLeft(Line.Said(RosterField.IdNumber)) ? CellReading.Clean("") : IdNumberCell.Read(Line.Said(RosterField.IdNumber), rules.TestRegionAllowed);
        if (!id.IsKnown && !namesMember) Line.Kind = KindOf();
        if (Line.Kind != LineKind.Data) return true;
        foreach (var column in _columns)
            Line[column.Field!.Value] = column.Field == RosterField.IdNumber ? id
                : namesMember && IsLeft(Line.Said(column.Field.Value)) ? CellReading.Clean("") : ReadCell(column.Field.Value, Line.Said(column.Field.Value), rules);
        return true;
    }

    // Beside a member's number, what is masked or empty is as it was.
    private static bool IsLeft(string cell) => cell.Length == 0 || cell.Contains('*', StringComparison.Ordinal);

    private LineKind KindOf()
    {
        _cells.Clear();
        for (var i = 0; i < rows.Count; i++) _cells.Add(CellText.Narrow(rows[i].ToString()).Trim());
        return _cells.Exists(cell => cell.Length > 0) ? LineKinds.Of(Line, _cells, shape, hasIdNumber: false) : LineKind.Other;
    }

    /// <summary>Reads a cell by what its column holds.</summary>
    public static CellReading ReadCell(RosterField field, string cell, ReadingRules rules) => field switch
    {
        RosterField.Name => NameCell.Read(cell),
        RosterField.HeadName => cell.Length == 0 ? CellReading.Clean("") : NameCell.Read(cell),
        RosterField.BirthDate or RosterField.IssueDate => DateCell.Read(cell),
        RosterField.EffectiveDate or RosterField.EndDate or RosterField.HesitationCancelledOn or RosterField.SurrenderedOn or RosterField.SuspendedOn or RosterField.ReinstatedOn
            or RosterField.ClaimEndedOn or RosterField.BookedOn or RosterField.DemandedOn => DateCell.Read(cell),
        RosterField.AccidentOn or RosterField.ReportedOn or RosterField.PapersReceivedOn or RosterField.SupplementAskedOn or RosterField.SupplementReceivedOn or RosterField.SurveyedOn or RosterField.AssessedOn
            or RosterField.DeterminedOn or RosterField.AgreedOn or RosterField.PaidOn or RosterField.RefusalNotifiedOn or RosterField.InterimPaidOn or RosterField.ClosedOn or RosterField.WithdrawnOn => DateCell.Read(cell),
        RosterField.Premium or RosterField.SumInsured or RosterField.ClaimedAmount or RosterField.DecidedAmount or RosterField.PaidAmount or RosterField.InterimAmount => AmountCell.Read(cell),
        RosterField.IdNumber or RosterField.HolderIdNumber => IdNumberCell.Read(cell, rules.TestRegionAllowed),
        RosterField.Sex => SexCell.Read(cell),
        RosterField.Group => GroupCell.Read(cell),
        RosterField.Village => rules.Villages.Read(cell),
        RosterField.HouseholdNo or RosterField.MemberNo or RosterField.PolicyNo or RosterField.Phone or RosterField.Product or RosterField.VillageCode
            or RosterField.GroupPolicyNo or RosterField.PaymentNo or RosterField.ClaimNo or RosterField.AgentCode or RosterField.Insurer => PlainCell.ReadCode(cell),
        _ => PlainCell.ReadWords(cell),
    };
}
