using VillageInsurance.Domain.Acceptance;

namespace VillageInsurance.Web.Shared;

/// <summary>How far an indicator's bar reaches, in percent of its track.</summary>
public static class BarWidth
{
    /// <summary>Where the standard stands.</summary>
    public const decimal Line = 75;

    // However small the gap, a short bar must be seen to end before the line.
    private const decimal ShortEnd = 71;

    /// <summary>Value by standard, cut to tenths, at most 100; at most 71 while the standard is not reached.</summary>
    public static decimal Of(Fraction value, Fraction standard)
    {
        if (value.Whole <= 0 || standard.Part <= 0) return 0;
        var share = (decimal)value.Part * standard.Whole / ((decimal)value.Whole * standard.Part);
        var width = decimal.Truncate(share * Line * 10) / 10;
        return Math.Clamp(width, 0, Reached(value, standard) ? 100 : ShortEnd);
    }

    /// <summary>Whether the bar is solid.</summary>
    public static bool Reached(Fraction value, Fraction standard) => value.Reaches(standard);
}
