using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using VillageInsurance.Domain.Papers;

namespace VillageInsurance.UseCases.Papers;

/// <summary>The places for values in a paragraph. Word splits its text into runs as it likes, so a place may lie across several.</summary>
internal static class DocxPlaces
{
    /// <summary>Every place within, without braces.</summary>
    public static IEnumerable<string> In(OpenXmlElement part) =>
        (part is Paragraph itself ? [itself] : part.Descendants<Paragraph>()).SelectMany(paragraph => PaperText.PlacesIn(string.Concat(TextsOf(paragraph).Select(t => t.Text))));

    /// <summary>The list that a row or paragraph is repeated for; null when it stands once.</summary>
    public static string? ListIn(OpenXmlElement part) => In(part).Select(PaperText.ListOf).FirstOrDefault(list => list is not null);

    /// <summary>Puts values into the places of this paragraph, from the last to the first.</summary>
    public static void Fill(Paragraph paragraph, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string>? row)
    {
        var texts = TextsOf(paragraph);
        foreach (var found in PaperText.Place().Matches(string.Concat(texts.Select(t => t.Text))).Reverse())
            Replace(texts, found.Index, found.Length, PaperText.Fill(found.Value, values, row));
        foreach (var text in texts) Break(text);
    }

    private static List<Text> TextsOf(Paragraph paragraph) =>
        [.. paragraph.Descendants<Text>().Where(text => text.Ancestors<Paragraph>().First() == paragraph)];

    private static void Replace(List<Text> texts, int start, int length, string value)
    {
        var end = start + length;
        var (at, written) = (0, false);
        foreach (var text in texts)
        {
            var (from, to) = (Math.Max(start - at, 0), Math.Min(end - at, text.Text.Length));
            at += text.Text.Length;
            if (from >= to) continue;
            text.Text = text.Text[..from] + (written ? "" : Clean(value)) + text.Text[to..];
            text.Space = SpaceProcessingModeValues.Preserve;
            written = true;
        }
    }

    // A line end of a value becomes a line break; what XML cannot hold becomes a space.
    private static void Break(Text text)
    {
        var lines = text.Text.Split('\n');
        if (lines.Length == 1) return;
        text.Text = lines[0];
        OpenXmlElement last = text;
        foreach (var line in lines.Skip(1))
        {
            last = last.InsertAfterSelf(new Break());
            last = last.InsertAfterSelf(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }
    }

    private static string Clean(string value)
    {
        var clean = new StringBuilder(value.Length);
        var text = value.ReplaceLineEndings("\n");
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(text[i]).Append(text[++i]);
            else clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : ' ');
        }
        return clean.ToString();
    }
}
