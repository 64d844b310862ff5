using System.Globalization;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Web.Shared;

/// <summary>Moments as the county reads them: in China Standard Time.</summary>
public static class LocalTime
{
    /// <summary>2025-12-09 15:20.</summary>
    public static string Minute(DateTimeOffset at) => Format(at, "yyyy-MM-dd HH:mm");

    /// <summary>2025-12-09 15:20:07.</summary>
    public static string Second(DateTimeOffset at) => Format(at, "yyyy-MM-dd HH:mm:ss");

    /// <summary>12-09 15:20, where the year is plain.</summary>
    public static string MinuteOfYear(DateTimeOffset at) => Format(at, "MM-dd HH:mm");

    /// <summary>2025-12-09.</summary>
    public static string Day(DateTimeOffset at) => Format(at, "yyyy-MM-dd");

    private static string Format(DateTimeOffset at, string format) => at.ToOffset(Clock.Offset).ToString(format, CultureInfo.InvariantCulture);
}
