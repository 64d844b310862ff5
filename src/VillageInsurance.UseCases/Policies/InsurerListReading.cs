using System.Globalization;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Policies;

/// <summary>A row with its sheet and the number that it names.</summary>
internal sealed record ListedRow<T>(short Sheet, string Number, T Row);

/// <summary>What an uploaded list says: rows of policies and payments, and those that cannot be read with the reason.</summary>
internal sealed class InsurerListReading
{
    private static readonly RosterField[] Standing =
        [RosterField.HesitationCancelledOn, RosterField.SurrenderedOn, RosterField.SuspendedOn, RosterField.ReinstatedOn, RosterField.ClaimEndedOn];

    // What else tells who or where it is may do; the intake asks where nothing does.
    private static readonly RosterField[] LeftToTheIntake = [RosterField.Village, RosterField.IdNumber, RosterField.HolderIdNumber, RosterField.Name, RosterField.HolderName];

    public List<ListedRow<PolicyRow>> Policies { get; } = [];
    public List<ListedRow<PaymentRow>> Payments { get; } = [];
    public List<ListedRow<RowResult>> Unreadable { get; } = [];

    /// <summary>Reads every sheet that lists policies or payments. Refused: none does.</summary>
    public static InsurerListReading Of(string path, ReadingRules rules, SheetLimits limits, Func<(short Sheet, int Row), IReadOnlyDictionary<RosterField, Guid>> chosen)
    {
        var reading = new InsurerListReading();
        using var file = SheetFile.Open(path, limits);
        var (sheet, any) = ((short)-1, false);
        foreach (var (_, open) in file.Sheets)
        {
            sheet++;
            SheetShape? shape;
            using (var rows = ToldRows.Of(open)) shape = ShapeFinder.Find(rows);
            if (shape is null || shape.Kind == RosterKind.VillageRoster) continue;
            any = true;
            using var list = ToldRows.Of(open);
            var lines = new RosterLines(list, shape, rules);
            while (lines.Read())
                if (lines.Line.Kind == LineKind.Data) reading.Take(sheet, shape, lines.Line, chosen);
        }
        return any ? reading : throw new RefusedFile(FileFault.NoHeader);
    }

    private void Take(short sheet, SheetShape shape, RosterLine line, Func<(short, int), IReadOnlyDictionary<RosterField, Guid>> chosen)
    {
        var isPayment = shape.Kind == RosterKind.PaymentList;
        var number = line.Said(isPayment ? RosterField.PaymentNo : RosterField.PolicyNo).Trim();
        foreach (var column in shape.Columns)
            if (column.Field is { } field && !LeftToTheIntake.Contains(field) && line.Said(field).Trim().Length > 0 && line[field].Handling is RosterHandling.Ask or RosterHandling.Reject)
            {
                Unreadable.Add(new(sheet, number, RowResult.Refuse((int)line.Row, field, line[field].Reason)));
                return;
            }
        var cells = new LineCells(line);
        if (isPayment) Payments.Add(new(sheet, number, PaymentOf(line, cells)));
        else Policies.Add(new(sheet, number, PolicyOf(line, cells, shape, chosen((sheet, (int)line.Row)))));
        if (cells.UnknownWord is not { } wrong) return;
        if (isPayment) Payments.RemoveAt(Payments.Count - 1);
        else Policies.RemoveAt(Policies.Count - 1);
        Unreadable.Add(new(sheet, number, RowResult.Refuse((int)line.Row, wrong, IntakeReason.UnknownWord)));
    }

    private static PolicyRow PolicyOf(RosterLine line, LineCells cells, SheetShape shape, IReadOnlyDictionary<RosterField, Guid> chosen) => new((int)line.Row)
    {
        Number = line.Known(RosterField.PolicyNo),
        GroupNumber = line.Known(RosterField.GroupPolicyNo),
        School = line.Known(RosterField.School),
        Insurer = line.Known(RosterField.Insurer),
        Product = line.Known(RosterField.Product),
        Village = new(line.Known(RosterField.VillageCode), line.Known(RosterField.Village) ?? cells.Said(RosterField.Village), line.Known(RosterField.Township)),
        Insured = new(line.Known(RosterField.IdNumber), line.Known(RosterField.Name)),
        Holder = new(line.Known(RosterField.HolderIdNumber), line.Known(RosterField.HolderName)),
        IssuedOn = cells.Day(RosterField.IssueDate),
        EffectiveOn = cells.Day(RosterField.EffectiveDate),
        EndsOn = cells.Day(RosterField.EndDate),
        Mode = cells.Word(RosterField.PayMode, InsurerWords.Own.PayModes),
        PayYears = cells.Count(RosterField.PayYears),
        PremiumFen = cells.Fen(RosterField.Premium),
        SumInsuredFen = cells.Fen(RosterField.SumInsured),
        AgentCode = line.Known(RosterField.AgentCode),
        Grace = cells.Word(RosterField.GraceTerm, InsurerWords.Own.GraceTerms),
        DemandedOn = cells.Day(RosterField.DemandedOn),
        Standing = !Standing.Any(shape.Has) ? null : new(cells.Day(RosterField.HesitationCancelledOn), cells.Day(RosterField.SurrenderedOn), cells.Day(RosterField.SuspendedOn),
            cells.Day(RosterField.ReinstatedOn), cells.Day(RosterField.ClaimEndedOn)),
        Chosen = chosen,
    };

    private static PaymentRow PaymentOf(RosterLine line, LineCells cells) => new((int)line.Row)
    {
        Number = line.Known(RosterField.PaymentNo),
        PolicyNumber = line.Known(RosterField.PolicyNo),
        BookedOn = cells.Day(RosterField.BookedOn),
        Kind = cells.Word(RosterField.PaymentKind, InsurerWords.Own.PaymentKinds) ?? PaymentKind.Receipt,
        PolicyYear = cells.Count(RosterField.PolicyYear),
        AmountFen = cells.Fen(RosterField.Premium),
        Method = cells.Word(RosterField.PaymentMethod, InsurerWords.Own.PaymentMethods),
        PayerName = cells.Said(RosterField.PayerName),
        AccountOwner = cells.Said(RosterField.AccountOwner),
        PaidTo = cells.Word(RosterField.PaidTo, InsurerWords.Own.Payees),
        Receipt = cells.Word(RosterField.ReceiptForm, InsurerWords.Own.ReceiptForms),
    };

    /// <summary>The cells of a line as values; an empty one is null.</summary>
    private sealed class LineCells(RosterLine line)
    {
        public RosterField? UnknownWord { get; private set; }

        public string? Said(RosterField field) => line.Said(field).Trim() is { Length: > 0 and <= 100 } said ? said : null;

        public DateOnly? Day(RosterField field) => DateCell.DayOf(line[field].Value);

        public long? Fen(RosterField field) => line.Known(field) is { } text && Yuan.TryParse(text, out var fen) ? fen : null;

        public int? Count(RosterField field)
        {
            if (Said(field) is not { } said) return null;
            var digits = new string([.. said.Where(char.IsAsciiDigit)]);
            if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 120) return number;
            UnknownWord ??= field;
            return null;
        }

        public T? Word<T>(RosterField field, Dictionary<T, string[]> words) where T : struct, Enum
        {
            if (Said(field) is not { } said) return null;
            var found = InsurerWords.Find(words, said);
            if (found is null) UnknownWord ??= field;
            return found;
        }
    }
}
