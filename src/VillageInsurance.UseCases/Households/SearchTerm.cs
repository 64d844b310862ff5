using System.Text;

namespace VillageInsurance.UseCases.Households;

/// <summary>What somebody typed to find a household, as it is looked for: full-width characters made narrow, without spaces around it, and without any in a number.</summary>
public sealed record SearchTerm
{
    /// <summary>The most that is looked for.</summary>
    public const int MostCharacters = 40;

    private const int IdNumberLength = 18, PhoneLength = 11;

    private SearchTerm(string text, LookedUpNumber? number) => (Text, Number) = (text, number);

    /// <summary>The text that is looked for.</summary>
    public string Text { get; }

    /// <summary>Which of a person's numbers it is; null for a name, a household's number, an address or a policy's number.</summary>
    public LookedUpNumber? Number { get; }

    /// <summary>Reads what was typed; null for nothing.</summary>
    public static SearchTerm? Of(string? typed)
    {
        var text = (typed ?? "").Normalize(NormalizationForm.FormKC).Trim();
        if (text.Length == 0) return null;
        var bare = text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        if (bare.Length == IdNumberLength && bare[..^1].All(char.IsAsciiDigit) && (bare[^1] == 'X' || char.IsAsciiDigit(bare[^1]))) return new(bare, LookedUpNumber.IdNumber);
        if (bare.Length == PhoneLength && bare[0] == '1' && bare.All(char.IsAsciiDigit)) return new(bare, LookedUpNumber.Phone);
        return new(bare.All(char.IsAsciiDigit) ? bare : text, null);
    }
}

/// <summary>A person's number that is found whole or not at all.</summary>
public enum LookedUpNumber { IdNumber, Phone }
