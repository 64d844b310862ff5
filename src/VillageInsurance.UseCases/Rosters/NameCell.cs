namespace VillageInsurance.UseCases.Rosters;

/// <summary>A person's name. Chinese names have no spaces; the dot inside names of the peoples stays as it is.</summary>
internal static class NameCell
{
    private const int Longest = 50;

    public static CellReading Read(string cell)
    {
        var narrow = CellText.Narrow(cell);
        var bare = CellText.WithoutApostrophe(narrow).Trim();
        var text = bare.AsSpan().ContainsAnyExceptInRange(' ', '~') ? CellText.WithoutSpaces(bare) : string.Join(' ', bare.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (text.Length == 0) return CellReading.Ask(RosterReason.NameMissing);
        if (text.Length > Longest || text.Any(c => !char.IsLetter(c) && !char.IsSurrogate(c) && !IsJoint(c))) return CellReading.Ask(RosterReason.NameCharacters);
        return CellReading.Of(cell, text, cell.AsSpan().Trim(" \u3000").SequenceEqual(text) || text.Length != narrow.Length ? RosterReason.Spaces : RosterReason.FullWidth);
    }

    private static bool IsJoint(char c) => c is '\u00B7' or '\u2022' or '\u30FB' or '\u2027' or '.' or '-' or ' ';
}
