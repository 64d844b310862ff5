using VillageInsurance.Domain.Households;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Man or woman, in one character.</summary>
internal static class SexCell
{
    public static CellReading Read(string cell)
    {
        var (text, reason) = CellText.Plain(cell);
        if (text.Length == 0) return CellReading.Clean("");
        return Of(text) is { } sex ? CellReading.Of(cell, Text(sex), text == Text(sex) ? reason : RosterReason.SexForm) : CellReading.Ask(RosterReason.SexUnknown);
    }

    public static Sex? Of(string text) =>
        RosterWords.Own.Men.Contains(text) ? Sex.Male : RosterWords.Own.Women.Contains(text) ? Sex.Female : null;

    public static string Text(Sex sex) => (sex == Sex.Male ? RosterWords.Own.Men : RosterWords.Own.Women)[0];
}
