namespace VillageInsurance.UseCases.Rosters;

/// <summary>Remembers what a sheet listed by marks of eight bytes, not by the texts: a hundred thousand rows need little.</summary>
internal sealed class SeenBefore
{
    private readonly HashSet<long> _marks = [];

    /// <summary>Notes these texts together. False when they were noted before.</summary>
    public bool Add(params ReadOnlySpan<string> texts) => _marks.Add(Mark(texts));

    public bool Has(params ReadOnlySpan<string> texts) => _marks.Contains(Mark(texts));

    // FNV-1a: of 100,000 rows two have the same mark once in three billion lists.
    private static long Mark(ReadOnlySpan<string> texts)
    {
        var mark = 14_695_981_039_346_656_037UL;
        foreach (var text in texts)
        {
            foreach (var c in text) mark = (mark ^ c) * 1_099_511_628_211UL;
            mark = (mark ^ 0x1FFFF) * 1_099_511_628_211UL;
        }
        return (long)mark;
    }
}
