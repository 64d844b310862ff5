using System.Text;

namespace VillageInsurance.Domain.Papers;

/// <summary>Money in the characters that cannot be altered (大写金额), by the rules for bills (支付结算办法, annex 1): one zero for any run of zeros inside,
/// none at the end of a group; a zero before fen when there is no jiao; "whole" after yuan and after jiao, never after fen.</summary>
public sealed class ChineseAmount(AmountWords words)
{
    /// <summary>The amount in fen. Refused below zero and from a trillion yuan.</summary>
    public string Of(long fen)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fen);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(fen, 100_000_000_000_000);
        var (yuan, jiao, rest) = (fen / 100, (int)(fen / 10 % 10), (int)(fen % 10));
        var text = new StringBuilder();
        if (yuan > 0 || fen == 0) text.Append(fen == 0 ? words.Digits[..1] : Whole(yuan)).Append(words.Yuan);
        if (jiao > 0) text.Append(words.Digits[jiao]).Append(words.Jiao);
        else if (rest > 0 && yuan > 0) text.Append(words.Digits[0]);
        if (rest > 0) return text.Append(words.Digits[rest]).Append(words.Fen).ToString();
        return text.Append(words.Whole).ToString();
    }

    // By groups of four digits; a group's empty front, or an empty group before it, leaves one zero.
    private string Whole(long yuan)
    {
        var text = new StringBuilder();
        var gap = false;
        for (var group = words.Groups.Count - 1; group >= 0; group--)
        {
            var part = (int)(yuan / (long)Math.Pow(10_000, group) % 10_000);
            if (part == 0)
            {
                gap = text.Length > 0;
                continue;
            }
            if (text.Length > 0 && (gap || part < 1000)) text.Append(words.Digits[0]);
            gap = false;
            Write(text, part);
            text.Append(words.Groups[group]);
        }
        return text.ToString();
    }

    private void Write(StringBuilder text, int part)
    {
        var (begun, zero) = (false, false);
        for (var place = 3; place >= 0; place--)
        {
            var digit = part / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                zero = begun;
                continue;
            }
            if (zero) text.Append(words.Digits[0]);
            (begun, zero) = (true, false);
            text.Append(words.Digits[digit]).Append(words.Tens[place]);
        }
    }
}

/// <summary>The characters of amounts: ten digits; nothing, ten, hundred, thousand; nothing and the groups of four digits; the units.</summary>
public sealed record AmountWords(string Digits, IReadOnlyList<string> Tens, IReadOnlyList<string> Groups, string Yuan, string Jiao, string Fen, string Whole);
