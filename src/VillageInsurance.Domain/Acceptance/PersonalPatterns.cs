using System.Text;
using System.Text.RegularExpressions;

namespace VillageInsurance.Domain.Acceptance;

/// <summary>Finds ID numbers and telephone numbers in a text that everybody will read, also when they are spaced, dashed or in wide digits.</summary>
public static partial class PersonalPatterns
{
    /// <summary>Whether the text holds one.</summary>
    public static bool AreIn(string text) => Numbers().IsMatch(Gap().Replace(text.Normalize(NormalizationForm.FormKC), "$1"));

    [GeneratedRegex(@"(\d)[\s\-\u2010-\u2015\u00b7.]+(?=[\dXx])")]
    private static partial Regex Gap();

    // 18 characters, or the 15 digits of before 1999; mobile and fixed-line numbers.
    [GeneratedRegex(@"(?<!\d)([1-9]\d{16}[\dXx]|[1-9]\d{14}|(86)?1[3-9]\d{9}|0[1-9]\d{9,10})(?!\d)")]
    private static partial Regex Numbers();
}
