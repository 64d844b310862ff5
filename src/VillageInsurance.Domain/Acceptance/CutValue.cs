using System.Globalization;

namespace VillageInsurance.Domain.Acceptance;

/// <summary>Shown values are cut, never rounded, so that what fails by a hair does not look as if it passed.</summary>
public static class CutValue
{
    /// <summary>The quotient with two decimals, cut towards zero, and no minus before a zero; empty without a base.</summary>
    public static string Text(long part, long whole, int factor = 1)
    {
        if (whole == 0) return "";
        var hundredths = (Int128)part * factor * 100 / whole;
        var size = Int128.Abs(hundredths);
        return string.Create(CultureInfo.InvariantCulture, $"{(hundredths < 0 ? "-" : "")}{size / 100}.{(int)(size % 100):00}");
    }

    /// <summary>The share in per cent.</summary>
    public static string Percent(long part, long whole) => Text(part, whole, 100);
}
