using VillageInsurance.Domain.Households;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>An ID number. A number of the first generation (15 digits) is brought to 18; what a table program cut or a typist mistook is refused.</summary>
internal static class IdNumberCell
{
    private const int Length = 18, OldLength = 15;

    public static CellReading Read(string cell, bool testRegionAllowed)
    {
        var (text, reason) = CellText.Plain(cell);
        text = text.Replace("-", "", StringComparison.Ordinal);
        if (text.Length == 0) return CellReading.Ask(RosterReason.IdMissing);
        if (text[^1] is 'x' or '\u00D7') (text, reason) = ($"{text[..^1]}X", cell == text ? RosterReason.IdLowerCaseX : reason);
        if (text.Length == OldLength && !text.AsSpan().ContainsAnyExceptInRange('0', '9')) return OfOld(text, testRegionAllowed);
        if (IdNumber.TryParse(text, testRegionAllowed, out var number)) return CellReading.Of(cell, number.Text, reason);
        return CellReading.Reject(Fault(text));
    }

    private static CellReading OfOld(string text, bool testRegionAllowed)
    {
        var digits = $"{text[..6]}19{text[6..]}";
        var whole = digits + IdNumber.CheckCharacter(digits);
        return IdNumber.TryParse(whole, testRegionAllowed, out _) ? CellReading.Fix(whole, RosterReason.Id15Digits) : CellReading.Reject(RosterReason.IdDate);
    }

    private static RosterReason Fault(string text)
    {
        // A table program keeps 15 digits of a number: it shows 5.32E+17, or noughts at the end.
        if (text.Contains("E+", StringComparison.OrdinalIgnoreCase)) return RosterReason.IdCutToFifteen;
        if (text.AsSpan(0, Math.Min(text.Length, Length - 1)).ContainsAnyExceptInRange('0', '9')) return RosterReason.IdCharacters;
        if (text.Length != Length) return RosterReason.IdLength;
        if (!char.IsAsciiDigit(text[^1]) && text[^1] != 'X') return RosterReason.IdCharacters;
        if (IdNumber.CheckCharacter(text) != text[^1]) return text.EndsWith("000", StringComparison.Ordinal) ? RosterReason.IdCutToFifteen : RosterReason.IdCheckDigit;
        return DateCell.Day(text.AsSpan(6, 4), text.AsSpan(10, 2), text.AsSpan(12, 2)) is null ? RosterReason.IdDate : RosterReason.IdRegion;
    }
}
