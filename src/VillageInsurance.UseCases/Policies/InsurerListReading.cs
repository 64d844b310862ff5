using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Claims;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Policies;

/// <summary>A row with its sheet and the number that it names.</summary>
internal sealed record ListedRow<T>(short Sheet, string Number, T Row);

/// <summary>What an uploaded list says: rows of policies, payments and claims, and those that cannot be read with the reason.</summary>
internal sealed class InsurerListReading
{
    private static readonly RosterField[] Standing =
        [RosterField.HesitationCancelledOn, RosterField.SurrenderedOn, RosterField.SuspendedOn, RosterField.ReinstatedOn, RosterField.ClaimEndedOn];

    // What else tells who or where it is may do; the intake asks where nothing does.
    private static readonly RosterField[] LeftToTheIntake = [RosterField.Village, RosterField.IdNumber, RosterField.HolderIdNumber, RosterField.Name, RosterField.HolderName];

    public List<ListedRow<PolicyRow>> Policies { get; } = [];
    public List<ListedRow<PaymentRow>> Payments { get; } = [];
    public List<ListedRow<ClaimRow>> Claims { get; } = [];
    public List<ListedRow<RowResult>> Unreadable { get; } = [];

    /// <summary>Reads every sheet that lists policies, payments or claims. Refused: none does.</summary>
    public static InsurerListReading Of(SheetSource source, ReadingRules rules, SheetLimits limits, Func<(short Sheet, int Row), IReadOnlyDictionary<RosterField, Guid>> chosen)
    {
        var reading = new InsurerListReading();
        using var file = SheetFile.Open(source, limits);
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
        var (row, number) = ((int)line.Row, line.Said(NumberOf(shape.Kind)).Trim());
        var cells = new LineCells(line);
        if (Unclear(shape, line) is { } unclear) Unreadable.Add(new(sheet, number, RowResult.Refuse(row, unclear, line[unclear].Reason)));
        else if (shape.Kind == RosterKind.ClaimList && MissingIn(cells) is { } missing) Unreadable.Add(new(sheet, number, RowResult.Refuse(row, missing, IntakeReason.Missing)));
        else if (shape.Kind == RosterKind.PaymentList) Keep(Payments, PaymentOf(line, cells));
        else if (shape.Kind == RosterKind.ClaimList) Keep(Claims, ClaimOf(line, cells));
        else Keep(Policies, PolicyOf(line, cells, shape, chosen((sheet, row))));

        void Keep<T>(List<ListedRow<T>> rows, T read)
        {
            if (cells.UnknownWord is { } wrong) Unreadable.Add(new(sheet, number, RowResult.Refuse(row, wrong, IntakeReason.UnknownWord)));
            else rows.Add(new(sheet, number, read));
        }
    }

    private static RosterField NumberOf(RosterKind kind) => kind switch { RosterKind.PaymentList => RosterField.PaymentNo, RosterKind.ClaimList => RosterField.ClaimNo, _ => RosterField.PolicyNo };

    private static RosterField? Unclear(SheetShape shape, RosterLine line) =>
        shape.Columns.Select(c => c.Field).FirstOrDefault(f => f is { } field && !LeftToTheIntake.Contains(field) && IsUnclear(line, field)) ?? NobodyTold(shape, line);

    private static bool IsUnclear(RosterLine line, RosterField field) => line.Said(field).Trim().Length > 0 && line[field].Handling is RosterHandling.Ask or RosterHandling.Reject;

    // A number that cannot be read is passed over only where a name is there to ask about; a claim names its person by the number alone.
    private static RosterField? NobodyTold(SheetShape shape, RosterLine line) =>
        IsUnclear(line, RosterField.IdNumber) && (shape.Kind == RosterKind.ClaimList || line.Known(RosterField.Name) is null) ? RosterField.IdNumber : null;

    // A claim begins with these two days, whatever else is known of it.
    private static RosterField? MissingIn(LineCells cells) => cells.Day(RosterField.AccidentOn) is null ? RosterField.AccidentOn : cells.Day(RosterField.ReportedOn) is null ? RosterField.ReportedOn : null;

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

    private static ClaimRow ClaimOf(RosterLine line, LineCells cells)
    {
        var (determined, paid, interim) = (cells.Day(RosterField.DeterminedOn), cells.Day(RosterField.PaidOn), cells.Fen(RosterField.InterimAmount));
        var decided = Of(determined, cells.Fen(RosterField.DecidedAmount));
        return new((int)line.Row, line.Known(RosterField.ClaimNo), line.Known(RosterField.PolicyNo), line.Known(RosterField.IdNumber), new(cells.Day(RosterField.AccidentOn)!.Value, cells.Day(RosterField.ReportedOn)!.Value)
        {
            PapersReceivedOn = cells.Day(RosterField.PapersReceivedOn),
            SupplementAskedOn = cells.Day(RosterField.SupplementAskedOn),
            SupplementReceivedOn = cells.Day(RosterField.SupplementReceivedOn),
            SurveyedOn = cells.Day(RosterField.SurveyedOn),
            AssessedOn = cells.Day(RosterField.AssessedOn),
            DeterminedOn = determined,
            AgreedOn = cells.Day(RosterField.AgreedOn),
            PaidOn = paid,
            RefusalNotifiedOn = cells.Day(RosterField.RefusalNotifiedOn),
            InterimPaidOn = cells.Day(RosterField.InterimPaidOn),
            ClosedOn = cells.Day(RosterField.ClosedOn),
            WithdrawnOn = cells.Day(RosterField.WithdrawnOn),
            Decision = cells.Word(RosterField.ClaimDecision, InsurerWords.Own.ClaimDecisions),
            ClaimedFen = cells.Fen(RosterField.ClaimedAmount),
            DecidedFen = decided,
            // A list with one sum means it: what was granted is paid, less what was paid in advance.
            PaidFen = Of(paid, cells.Fen(RosterField.PaidAmount)) ?? (paid is null ? null : decided - (interim ?? 0)),
            InterimFen = interim,
        })
        {
            InsuredName = line.Known(RosterField.Name) is { } name && !name.Contains('*', StringComparison.Ordinal) ? name : null,
            KeepsTheRest = true,
        };
    }

    // A zero before its day says that nothing was decided or paid yet.
    private static long? Of(DateOnly? day, long? fen) => day is null && fen == 0 ? null : fen;
}
