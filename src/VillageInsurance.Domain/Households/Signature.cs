using System.Globalization;
using System.Text;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Households;

/// <summary>
/// A signature drawn on the screen: lines of points in a frame of 1,000 by 400, written <c>x,y x,y;x,y x,y</c>. It is kept as numbers, never as a picture
/// or markup of the browser's.
/// </summary>
public sealed class Signature
{
    /// <summary>The frame's width.</summary>
    public const int Width = 1000;

    /// <summary>The frame's height.</summary>
    public const int Height = 400;

    /// <summary>Points at most.</summary>
    public const int MostPoints = 1200;

    /// <summary>Letters of its text at most: each point takes nine at most.</summary>
    public const int MostLetters = 9 * MostPoints;

    /// <summary>All lines together are at least this long, in units of the frame: a dot or a slip of the finger signs nothing.</summary>
    public const int ShortestLength = 150;

    private readonly IReadOnlyList<IReadOnlyList<(int X, int Y)>> _lines;

    private Signature(IReadOnlyList<IReadOnlyList<(int X, int Y)>> lines) => _lines = lines;

    /// <summary>Reads it. Refused: nothing, too little for a signature, too much, a point outside the frame, anything else than points.</summary>
    public static Signature Of(string? text) => TryRead(text) is { } drawn && drawn.Length() >= ShortestLength ? drawn : throw ConsentRule.ASignatureIsDrawn.Broken();

    /// <summary>The lines drawn so far, for showing them; null where the text is none.</summary>
    public static Signature? TryRead(string? text)
    {
        if (text is null or { Length: > MostLetters }) return null;
        var lines = text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Point).ToList()).ToList();
        return lines.Sum(line => line.Count) <= MostPoints && lines.TrueForAll(line => line.TrueForAll(point => point is not null))
            ? new([.. lines.Where(line => line.Count > 0).Select(line => line.ConvertAll(point => point!.Value))]) : null;
    }

    /// <summary>As the data of an SVG path.</summary>
    public string ToPath()
    {
        var path = new StringBuilder();
        foreach (var line in _lines)
            for (var i = 0; i < line.Count; i++)
                path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{line[i].X} {line[i].Y}");
        return path.ToString();
    }

    /// <summary>As it is kept.</summary>
    public override string ToString() => string.Join(';', _lines.Select(line => string.Join(' ', line.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X},{p.Y}")))));

    private double Length() => _lines.Sum(line => line.Zip(line.Skip(1), (a, b) => Math.Sqrt(Math.Pow(b.X - a.X, 2) + Math.Pow(b.Y - a.Y, 2))).Sum());

    private static (int X, int Y)? Point(string text)
    {
        var comma = text.IndexOf(',');
        return comma > 0 && Number(text.AsSpan(0, comma), Width) is { } x && Number(text.AsSpan(comma + 1), Height) is { } y ? (x, y) : null;
    }

    private static int? Number(ReadOnlySpan<char> text, int most) =>
        text.Length <= 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
}
