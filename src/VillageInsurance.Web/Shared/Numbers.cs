using System.Globalization;

namespace VillageInsurance.Web.Shared;

/// <summary>Numbers, money and days as every page shows them, the same in both languages.</summary>
public static class Numbers
{
    /// <summary>12,345.</summary>
    public static string Grouped(this long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>12,345.</summary>
    public static string Grouped(this int value) => ((long)value).Grouped();

    /// <summary>Fen as yuan: 1,234.50.</summary>
    public static string Yuan(long fen) => (fen / 100m).ToString("#,0.00", CultureInfo.InvariantCulture);

    /// <summary>2025-12-25.</summary>
    public static string Day(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
