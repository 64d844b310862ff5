using System.Globalization;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>An amount in yuan, with at most two decimals. Units and commas are taken away; the digits stay as they were written.</summary>
internal static class AmountCell
{
    private const int MostDigits = 14, MostWhole = 10;

    public static CellReading Read(string cell)
    {
        var (text, reason) = CellText.Plain(cell);
        var number = text;
        foreach (var unit in RosterWords.Own.Currency) number = number.Replace(CellText.Narrow(unit), "", StringComparison.OrdinalIgnoreCase);
        if (HasGoodCommas(number)) number = number.Replace(",", "", StringComparison.Ordinal);
        if (text.Length == 0) return CellReading.Ask(RosterReason.AmountMissing);
        if (number != text) reason = RosterReason.AmountForm;
        var isTenThousand = number.EndsWith(RosterWords.Own.TenThousand, StringComparison.Ordinal);
        if (isTenThousand) number = number[..^RosterWords.Own.TenThousand.Length];
        if (number.Length > MostDigits || number.StartsWith('.') || number.EndsWith('.')
            || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || decimal.Truncate(amount).ToString(CultureInfo.InvariantCulture).Length > (isTenThousand ? MostWhole - 4 : MostWhole)) return CellReading.Ask(RosterReason.AmountUnreadable);
        if (isTenThousand) number = (amount * 10_000).ToString("0.####", CultureInfo.InvariantCulture);
        return number.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point && number.Length - point > 3 ? CellReading.Ask(RosterReason.AmountUnreadable)
            : CellReading.Of(cell, number, isTenThousand ? RosterReason.AmountForm : reason);
    }

    // 1,200.00 and 12,000,000, but not 1,2.
    private static bool HasGoodCommas(string number)
    {
        var whole = number.Split('.')[0].Split(',');
        return whole.Length > 1 && whole[0].Length is > 0 and <= 3 && whole.Skip(1).All(part => part.Length == 3);
    }
}
