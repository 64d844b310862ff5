using System.Globalization;

namespace VillageInsurance.Domain.Policies;

/// <summary>Money as people write it, in yuan, and as the product holds it, in whole fen.</summary>
public static class Yuan
{
    /// <summary>Reads yuan with at most two decimals, exactly. Refused: signs, spaces, grouping, more decimals, more than a trillion yuan.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long fen)
    {
        fen = 0;
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var part = point < 0 ? [] : text[(point + 1)..];
        if (whole.Length is 0 or > 12 || whole.ContainsAnyExceptInRange('0', '9')) return false;
        if (point >= 0 && part.Length is 0 or > 2 || part.ContainsAnyExceptInRange('0', '9')) return false;
        fen = long.Parse(whole, CultureInfo.InvariantCulture) * 100;
        if (part.Length > 0) fen += (part[0] - '0') * 10 + (part.Length > 1 ? part[1] - '0' : 0);
        return true;
    }

    /// <summary>Writes fen as yuan with two decimals.</summary>
    public static string Text(long fen) => Acceptance.CutValue.Text(fen, 100);
}
