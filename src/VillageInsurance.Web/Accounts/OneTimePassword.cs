using System.Security.Cryptography;

namespace VillageInsurance.Web.Accounts;

/// <summary>A password to hand over once: 20 characters in groups, without those that are mistaken for each other on paper.</summary>
internal static class OneTimePassword
{
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ", Lower = "abcdefghijkmnpqrstuvwxyz", Digits = "23456789";

    /// <summary>About 95 bits. Each group has a capital, small letters and a digit, so it meets the rules by its make.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => Group()));

    private static string Group() =>
        RandomNumberGenerator.GetString(Upper, 1) + RandomNumberGenerator.GetString(Lower, 3) + RandomNumberGenerator.GetString(Digits, 1);
}
