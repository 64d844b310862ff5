using System.Globalization;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Households;

/// <summary>A resident ID number (GB 11643): region, birth date, order with the sex, and a check character (ISO 7064, MOD 11-2).</summary>
public readonly record struct IdNumber
{
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    // GB/T 2260: the first two digits name the province.
    private static readonly HashSet<int> Provinces =
    [
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46,
        50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91,
    ];

    private IdNumber(string text, DateOnly birthDate) => (Text, BirthDate) = (text, birthDate);

    /// <summary>A region that no place has; made-up people live there.</summary>
    public const string TestRegion = "999999";

    /// <summary>The 18 characters; the last one may be a capital X.</summary>
    public string Text { get; }

    /// <summary>The birth date that it holds.</summary>
    public DateOnly BirthDate { get; }

    /// <summary>The sex that it holds: the seventeenth digit is odd for men.</summary>
    public Sex Sex => (Text[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>Reads a number. Refused: another length, an unknown province, no date, a wrong check character; the test region unless it is allowed.</summary>
    public static bool TryParse(string? text, bool testRegionAllowed, out IdNumber number)
    {
        number = default;
        if (text is not { Length: 18 } || text.AsSpan(0, 17).ContainsAnyExceptInRange('0', '9')) return false;
        var last = text[17] == 'x' ? 'X' : text[17];
        if (CheckCharacter(text) != last) return false;
        var isTest = text.StartsWith(TestRegion, StringComparison.Ordinal);
        if (isTest ? !testRegionAllowed : !Provinces.Contains(int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture))) return false;
        if (!DayText.TryParseDigits(text.AsSpan(6, 8), out var born)) return false;
        if (born.Year is < 1850 or > 2200) return false;
        number = new(last == text[17] ? text : string.Concat(text.AsSpan(0, 17), "X"), born);
        return true;
    }

    /// <summary>The check character that belongs to the first 17 digits.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) sum += (digits[i] - '0') * Weights[i];
        return CheckCharacters[sum % 11];
    }

    /// <inheritdoc />
    public override string ToString() => Text ?? "";
}
