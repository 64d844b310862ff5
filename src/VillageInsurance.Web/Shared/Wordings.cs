using System.Globalization;
using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Shared;

/// <summary>Names from the data, in the language of the page.</summary>
public static class Wordings
{
    /// <summary>The scheme's text in the language of the page.</summary>
    public static string Shown(this Wording wording) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? wording.En : wording.Zh;

    /// <summary>A share of the scheme in percent, 80 or 33.33: cut, never rounded up.</summary>
    public static string Percent(Fraction share) =>
        (decimal.Truncate((decimal)share.Part * 10_000 / share.Whole) / 100).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The village always with its township, and the group when it is one.</summary>
    public static string Place(this IStringLocalizer<SharedTexts> texts, PlaceName place) => place.Group is { } group
        ? texts["PlaceGroup", place.Village, place.Township, group] : texts["Place", place.Village, place.Township];
}
