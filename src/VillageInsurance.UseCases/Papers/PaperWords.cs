using System.Globalization;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.UseCases.Papers;

/// <summary>The few words that papers need beside their layouts. Papers are Chinese, whatever the language of the page.</summary>
internal sealed record PaperWords(
    string Digits, IReadOnlyList<string> Tens, IReadOnlyList<string> Groups, string Yuan, string Jiao, string Fen, string Whole,
    string DayFormat, string BlankDay, string Term, string Group, string Separator, string Draft, string Void, string Preview, string Foot, string FootRight,
    string People, string Households, string YuanAmount, string Percent, string Income, string Count, string Files,
    string Met, string Unmet, string Complete, string Missing, string Agreed, string Returned, string Ticked, string Unticked, string Least, string Leadership, string Office, string Village, string VillageGroup,
    string FullTime, string PartTime, IReadOnlyDictionary<IndicatorOutcome, string> Outcomes, IReadOnlyList<string> Indicators, IReadOnlyDictionary<Terrain, string> Terrains, PaperActs Acts)
{
    /// <summary>Fen in the characters that cannot be altered.</summary>
    public string Amount(long fen) => new ChineseAmount(new(Digits, Tens, Groups, Yuan, Jiao, Fen, Whole)).Of(fen);

    /// <summary>Fen as 1,234.50.</summary>
    public static string Money(long fen) => (fen / 100m).ToString("#,0.00", CultureInfo.InvariantCulture);

    /// <summary>12,345.</summary>
    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>2025年12月5日; spaces to write in when there is none.</summary>
    public string Day(DateOnly? day) => day is { } d ? string.Format(CultureInfo.InvariantCulture, DayFormat, d.Year, d.Month, d.Day) : BlankDay;

    /// <summary>From a day to a day, both with it.</summary>
    public string Days(DateOnly from, DateOnly to) => Days(Day(from), Day(to));

    /// <summary>The same of what is written already.</summary>
    public string Days(string from, string to) => With(Term, from, to);

    /// <summary>A text with values in its places.</summary>
    public static string With(string text, params object[] values) => string.Format(CultureInfo.InvariantCulture, text, values);

    /// <summary>The word on a paper that must not be relied on; empty for one that may.</summary>
    public string Watermark(PaperStanding standing) => standing switch { PaperStanding.Draft => Draft, PaperStanding.Void => Void, _ => "" };

    /// <summary>The four indicators as rows of a paper: counted numbers, shown value, standard and verdict.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(Domain.Acceptance.Indicators judged, Thresholds asked)
    {
        var unit = asked.StudentBase == StudentBase.Pupils ? People : Households;
        return
        [
            Row(1, judged.StudentCoverage, With(unit, Number(judged.StudentCoverage.Part)), With(unit, Number(judged.StudentCoverage.Whole)), Percent, Share(asked.StudentCoverage)),
            Row(2, judged.AccidentPerHead, With(YuanAmount, Money(judged.AccidentPerHead.Part)), With(People, Number(judged.AccidentPerHead.Whole)), YuanAmount, Money(asked.AccidentFenPerHead)),
            Row(3, judged.LifePerHead, With(YuanAmount, Money(judged.LifePerHead.Part)), With(People, Number(judged.LifePerHead.Whole)), YuanAmount, Money(asked.LifeFenPerHead)),
            Row(4, judged.HouseholdRate, With(Households, Number(judged.HouseholdRate.Part)), With(Households, Number(judged.HouseholdRate.Whole)), Percent, Share(asked.HouseholdRate)),
        ];
    }

    private Dictionary<string, string> Row(int number, IndicatorResult result, string part, string whole, string unit, string standard) => new()
    {
        ["no"] = Number(number),
        ["name"] = Indicators[number - 1],
        ["part"] = part,
        ["whole"] = whole,
        ["value"] = result.Shown.Length == 0 ? "" : With(unit, result.Shown),
        ["standard"] = With(Least, With(unit, standard)),
        ["verdict"] = Outcomes[result.Outcome],
    };

    private static string Share(Fraction share) => CutValue.Percent(share.Part, share.Whole).Replace(".00", "", StringComparison.Ordinal);
}
