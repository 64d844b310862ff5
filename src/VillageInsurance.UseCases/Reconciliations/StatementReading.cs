using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Reconciliations;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Reconciliations;

/// <summary>A row that cannot be read: the number by which it can be found, and the text key of the reason.</summary>
internal sealed record UnreadableRow(short Sheet, int Row, string? Receipt, string? Policy, string Why);

/// <summary>What a bank's or insurer's file states: its rows as premiums, where they stand, and those that cannot be read.</summary>
internal sealed class StatementReading
{
    public List<StatedPremium> Premiums { get; } = [];
    public List<(short Sheet, int Row)> Places { get; } = [];
    public List<UnreadableRow> Unreadable { get; } = [];

    /// <summary>The kinds that the file speaks of: premiums always, what goes back only where it names it.</summary>
    public HashSet<PaymentKind> Kinds { get; } = [PaymentKind.Receipt, PaymentKind.TopUp];

    /// <summary>Reads every sheet that states amounts by day and by receipt or policy. Refused: none does.</summary>
    public static StatementReading Of(SheetSource source, ReadingRules rules, SheetLimits limits)
    {
        var reading = new StatementReading();
        using var file = SheetFile.Open(source, limits);
        var (sheet, any) = ((short)-1, false);
        foreach (var (_, open) in file.Sheets)
        {
            sheet++;
            SheetShape? shape;
            using (var rows = ToldRows.Of(open)) shape = ShapeFinder.Find(rows);
            if (shape is null || !IsStatement(shape)) continue;
            any = true;
            using var list = ToldRows.Of(open);
            var lines = new RosterLines(list, shape, rules);
            while (lines.Read())
                if (lines.Line.Kind == LineKind.Data) reading.Take(sheet, lines.Line);
        }
        return any ? reading : throw new RefusedFile(FileFault.NoHeader);
    }

    private static bool IsStatement(SheetShape shape) => shape.Has(RosterField.Premium) && shape.Has(RosterField.BookedOn) && (shape.Has(RosterField.PaymentNo) || shape.Has(RosterField.PolicyNo));

    private void Take(short sheet, RosterLine line)
    {
        var (receipt, policy) = (line.Known(RosterField.PaymentNo), line.Known(RosterField.PolicyNo));
        if (Broken(line, receipt, policy, out var kind, out var fen) is { } why)
        {
            Unreadable.Add(new(sheet, (int)line.Row, receipt, policy, why));
            return;
        }
        Kinds.Add(kind);
        Places.Add((sheet, (int)line.Row));
        Premiums.Add(new(Premiums.Count, receipt, policy, DateCell.DayOf(line[RosterField.BookedOn].Value)!.Value, StatedPremium.WithSign(kind, fen), NameIn(line, RosterField.PayerName), NameIn(line, RosterField.AccountOwner)));
    }

    private static string? Broken(RosterLine line, string? receipt, string? policy, out PaymentKind kind, out long fen)
    {
        (kind, fen) = (PaymentKind.Receipt, 0);
        if (receipt is null && policy is null) return $"{nameof(IntakeReason)}.{IntakeReason.Missing}";
        foreach (var field in (RosterField[])[RosterField.BookedOn, RosterField.Premium])
            if (!line.IsKnown(field)) return $"{nameof(RosterReason)}.{line[field].Reason}";
        if (!Yuan.TryParse(line[RosterField.Premium].Value, out fen)) return $"{nameof(RosterReason)}.{RosterReason.AmountUnreadable}";
        if (line.Said(RosterField.PaymentKind).Trim() is not { Length: > 0 } said) return null;
        if (InsurerWords.Find(InsurerWords.Own.PaymentKinds, said) is not { } named) return $"{nameof(IntakeReason)}.{IntakeReason.UnknownWord}";
        kind = named;
        return null;
    }

    // A masked name, as banks print it, tells nobody apart.
    private static string? NameIn(RosterLine line, RosterField field) => CellText.Plain(line.Said(field)).Text is { Length: > 0 and <= 100 } name && !name.Contains('*', StringComparison.Ordinal) ? name : null;
}
