using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.HouseholdChecks;

/// <summary>How a file's value is said: those of a list have a word, the others stand for themselves.</summary>
internal static class FileWords
{
    /// <summary>The word of a value of this field.</summary>
    public static string Of(string field, string value, IStringLocalizer<DeskTexts> texts) => field switch
    {
        nameof(CorrectedField.IncomeBand) => texts["Band", value],
        nameof(CorrectedField.DebtBand) => texts[$"Money.{value}"],
        nameof(CorrectedField.Housing) or nameof(CorrectedField.Relief) => texts[$"{field}.{value}"],
        nameof(CorrectedField.HasMedicalInsurance) or nameof(CorrectedField.HasPension) => texts[value == bool.TrueString ? "Yes" : "No"],
        _ => value,
    };
}
