using Microsoft.AspNetCore.Identity;

namespace VillageInsurance.Web.Accounts;

/// <summary>12 to 128 characters, three of four kinds, and neither a common password nor the user name or a word of this product in disguise.</summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    /// <summary>In characters, both included.</summary>
    public const int Shortest = 12, Longest = 128;

    private const int KindsNeeded = 3, LongestWord = 16;

    // Letters beside the common words that make a password no better.
    private const int Leftover = 3;
    private const string CountingUp = "0123456789012345678901234567890";
    private static readonly string[] OfThisPlace = ["jinghong", "xishuangbanna", "baoxian", "xianjincun", "insurance", "village", "office"];
    private static readonly HashSet<string> Common = [.. ReadCommon()];

    /// <summary>The error's code is the name of the rule.</summary>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(BrokenBy(password ?? "", user.UserName ?? "") is { } rule
            ? IdentityResult.Failed(new IdentityError { Code = rule.ToString() })
            : IdentityResult.Success);

    /// <summary>The first rule that the password breaks, or null.</summary>
    public static PasswordRule? BrokenBy(string password, string userName) => password switch
    {
        { Length: < Shortest } => PasswordRule.TooShort,
        { Length: > Longest } => PasswordRule.TooLong,
        _ when Kinds(password) < KindsNeeded => PasswordRule.TooFewKinds,
        _ when IsGuessable(password, userName) => PasswordRule.TooCommon,
        _ => null,
    };

    private static int Kinds(string password) => new[]
    {
        password.Any(char.IsLower), password.Any(char.IsUpper), password.Any(char.IsDigit), password.Any(c => !char.IsLetterOrDigit(c)),
    }.Count(has => has);

    // What is left of "P@ssw0rd2026!" is "password", whatever was hung on it: the guesses of every cracking program.
    private static bool IsGuessable(string password, string userName) =>
        new[] { password.ToLowerInvariant(), Undisguised(password.ToLowerInvariant()) }.Any(form =>
            Common.Contains(form)
            || IsMadeOfCommonWords(Letters(form), userName.ToLowerInvariant())
            || (Letters(form).Length <= Leftover && Digits(form) is var digits && (Common.Contains(digits) || (digits.Length > 0 && CountingUp.Contains(digits, StringComparison.Ordinal))))
            || form.Contains(new string(form[0], form.Length / 3), StringComparison.Ordinal)
            || (userName.Length > Leftover && form.Contains(userName, StringComparison.OrdinalIgnoreCase)));

    private static bool IsMadeOfCommonWords(string letters, string userName)
    {
        // left[i]: how many of the first i letters stay outside every common word, at best.
        var left = new int[letters.Length + 1];
        for (var end = 1; end <= letters.Length; end++)
        {
            left[end] = left[end - 1] + 1;
            for (var start = Math.Max(0, end - LongestWord); start < end; start++)
                if (left[start] < left[end] && IsCommon(letters[start..end], userName)) left[end] = left[start];
        }
        return left[^1] <= Leftover && letters.Length - left[^1] > Leftover;
    }

    private static bool IsCommon(string word, string userName) =>
        Common.Contains(word) || OfThisPlace.Contains(word) || word == userName;

    private static string Digits(string text) => string.Concat(text.Where(char.IsDigit));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    private static string Undisguised(string text) => string.Concat(text.Select(c => c switch
    {
        '@' or '4' => 'a',
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '5' or '$' => 's',
        '7' => 't',
        '8' => 'b',
        _ => c,
    }));

    private static IEnumerable<string> ReadCommon()
    {
        using var reader = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        while (reader.ReadLine() is { } line)
            if (line is not ("" or ['#', ..])) yield return line;
    }
}

/// <summary>What a password must not be.</summary>
public enum PasswordRule { TooShort, TooLong, TooFewKinds, TooCommon }
