using System.Text.RegularExpressions;

namespace VillageInsurance.Domain.Papers;

/// <summary>What stands where on a paper, as data: the print page and the Word template are both made from it. Its texts hold places for values, <c>{{name}}</c>,
/// or <c>{{list.name}}</c> in a part that is repeated for each row of the list.</summary>
/// <param name="Style">An ordinary form, or the certificate with its border.</param>
/// <param name="Title">The paper's name.</param>
/// <param name="Left">Above the title, on the left: the number.</param>
/// <param name="Right">Above the title, on the right: the year.</param>
/// <param name="Subtitle">Below the title: the day.</param>
/// <param name="Blocks">What follows, in order.</param>
public sealed record PaperLayout(PaperStyle Style, string Title, IReadOnlyList<PaperBlock> Blocks, string Left = "", string Right = "", string Subtitle = "")
{
    /// <summary>Every place for a value that the paper knows, without braces.</summary>
    public IReadOnlySet<string> Places() => Texts().SelectMany(PaperText.PlacesIn).ToHashSet();

    private IEnumerable<string> Texts() => [Title, Left, Right, Subtitle, .. Blocks.SelectMany(b => b.Texts())];
}

/// <summary>The two looks of a paper.</summary>
public enum PaperStyle { Form, Certificate }

/// <summary>One part of a paper.</summary>
/// <param name="Kind">What it is; that says which of the others it uses.</param>
/// <param name="Text">A paragraph, a heading, the left end of a line.</param>
/// <param name="Right">The right end of a line.</param>
/// <param name="Fields">Pairs of label and value, two pairs side by side unless wide.</param>
/// <param name="Columns">A table's columns; its one row is repeated for each row of the list that it names. For seals, the spaces side by side.</param>
public sealed record PaperBlock(PaperBlockKind Kind, string Text = "", string Right = "", IReadOnlyList<PaperField>? Fields = null, IReadOnlyList<PaperColumn>? Columns = null)
{
    /// <summary>The list that it is repeated for; null when it stands once.</summary>
    public string? List => Texts().SelectMany(PaperText.PlacesIn).Select(PaperText.ListOf).FirstOrDefault(list => list is not null);

    internal IEnumerable<string> Texts() =>
        [Text, Right, .. (Fields ?? []).SelectMany(f => new[] { f.Label, f.Text }), .. (Columns ?? []).SelectMany(c => new[] { c.Head, c.Text })];
}

/// <summary>The parts that papers are made of.</summary>
public enum PaperBlockKind { Heading, Text, Address, Note, Line, Fields, Table, Opinions, Seals, PageBreak }

/// <summary>A label with its value.</summary>
public sealed record PaperField(string Label, string Text, bool Wide = false);

/// <summary>A column of a table: its head, the cell of every row, its width and alignment. Of a seal space: who seals, and what stands below.</summary>
public sealed record PaperColumn(string Head, string Text, PaperWidth Width = PaperWidth.Rest, PaperAlign Align = PaperAlign.Start);

/// <summary>Widths of columns: 10, 18, 26 or 38 mm, or what is left.</summary>
public enum PaperWidth { Tiny, Small, Middle, Large, Rest }

/// <summary>Where a cell's text stands.</summary>
public enum PaperAlign { Start, Centre, End }

/// <summary>Fills places with values. A value is text and nothing else: whatever it looks like, it is not read again.</summary>
public static partial class PaperText
{
    /// <summary>The text with its places filled; a place without a value stays empty.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string>? row = null) => Place().Replace(text, found =>
    {
        var name = found.Groups[1].Value;
        return ListOf(name) is { } list ? row?.GetValueOrDefault(name[(list.Length + 1)..]) ?? "" : values.GetValueOrDefault(name) ?? "";
    });

    /// <summary>The places in a text, without braces.</summary>
    public static IEnumerable<string> PlacesIn(string text) => Place().Matches(text).Select(found => found.Groups[1].Value);

    /// <summary>The list of a place; null for a place that stands once.</summary>
    public static string? ListOf(string place) => place.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? place[..dot] : null;

    /// <summary>A place for a value.</summary>
    [GeneratedRegex(@"\{\{\s*([A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z][A-Za-z0-9]*)?)\s*\}\}")]
    public static partial Regex Place();
}
