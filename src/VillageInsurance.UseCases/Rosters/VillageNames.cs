namespace VillageInsurance.UseCases.Rosters;

/// <summary>The villages that a list may name, and which of them a misspelt name means.</summary>
internal sealed class VillageNames
{
    public const int MostCandidates = 3;

    private const int FarthestOff = 2, OftenEnough = 5, FewAgainst = 5;

    private readonly HashSet<string> _names;

    /// <summary>Names that are certain, and how often a list names each; one that is named often, and is no near miss of another, is believed.</summary>
    public VillageNames(IEnumerable<string> certain, IReadOnlyDictionary<string, int>? counts = null)
    {
        _names = [.. certain];
        foreach (var (name, count) in (counts ?? new Dictionary<string, int>()).OrderByDescending(c => c.Value))
            if (count >= OftenEnough && IsFull(name) && !_names.Any(known => Distance(known, name) <= FarthestOff && count * FewAgainst < counts!.GetValueOrDefault(known, int.MaxValue / FewAgainst)))
                _names.Add(name);
    }

    public static bool IsFull(string name) => RosterWords.Own.VillageFull.Any(end => name.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Reads a name: a short form is fixed, a bare or unknown one asks.</summary>
    public CellReading Read(string cell)
    {
        var (text, reason) = CellText.Plain(cell);
        if (text.Length == 0) return CellReading.Ask(RosterReason.VillageMissing);
        if (_names.Contains(text)) return CellReading.Of(cell, text, reason);
        var full = Full(text);
        if (full != text && (_names.Contains(full) || _names.Count == 0)) return CellReading.Fix(full, RosterReason.VillageShort);
        if (_names.Count == 0 && IsFull(text)) return CellReading.Of(cell, text, reason);
        return CellReading.Ask(Bare(text) == text ? RosterReason.VillageBare : RosterReason.VillageUnknown);
    }

    /// <summary>The nearest names, the likeliest first.</summary>
    public IReadOnlyList<string> Candidates(string cell)
    {
        var text = CellText.Plain(cell).Text;
        var (full, bare) = (Full(text), Bare(text));
        return [.. _names.Select(name => (name, off: Math.Min(Distance(name, full), Distance(Bare(name), bare) + (bare == text ? 0 : 1)))).Where(n => n.off <= FarthestOff)
            .OrderBy(n => n.off).ThenByDescending(n => n.name.StartsWith(text, StringComparison.Ordinal)).ThenBy(n => n.name, StringComparer.Ordinal).Select(n => n.name).Take(MostCandidates)];
    }

    private static string Full(string text)
    {
        foreach (var (end, whole) in RosterWords.Own.VillageEnds)
            if (text.EndsWith(end, StringComparison.Ordinal) && !text.EndsWith(whole, StringComparison.Ordinal)) return text[..^end.Length] + whole;
        return text;
    }

    private static string Bare(string text) => CellText.Without(CellText.Without(Full(text), RosterWords.Own.VillageFull), RosterWords.Own.VillageBare);

    /// <summary>How many characters have to be changed, added or left out.</summary>
    internal static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > FarthestOff) return int.MaxValue / 2;
        var above = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = above[0];
            above[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (corner, above[j]) = (above[j], Math.Min(Math.Min(above[j], above[j - 1]) + 1, corner + (one[i - 1] == other[j - 1] ? 0 : 1)));
        }
        return above[^1];
    }
}
