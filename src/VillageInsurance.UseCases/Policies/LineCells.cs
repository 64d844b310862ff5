using System.Globalization;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Policies;

/// <summary>The cells of a line of the insurer's as values; an empty one is null.</summary>
internal sealed class LineCells(RosterLine line)
{
    /// <summary>A field that holds none of its words; null when all do.</summary>
    public RosterField? UnknownWord { get; private set; }

    public string? Said(RosterField field) => line.Said(field).Trim() is { Length: > 0 and <= 100 } said ? said : null;

    public DateOnly? Day(RosterField field) => DateCell.DayOf(line[field].Value);

    public long? Fen(RosterField field) => line.Known(field) is { } text && Yuan.TryParse(text, out var fen) ? fen : null;

    public int? Count(RosterField field)
    {
        if (Said(field) is not { } said) return null;
        var digits = new string([.. CellText.Narrow(said).Where(char.IsAsciiDigit)]);
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 120) return number;
        UnknownWord ??= field;
        return null;
    }

    public T? Word<T>(RosterField field, Dictionary<T, string[]> words) where T : struct, Enum
    {
        if (Said(field) is not { } said) return null;
        var found = InsurerWords.Find(words, CellText.Narrow(said));
        if (found is null) UnknownWord ??= field;
        return found;
    }
}
