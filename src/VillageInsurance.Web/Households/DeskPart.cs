using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Households;

/// <summary>Base of the desk form's parts: what is typed goes into the form, and the form's page hears of it.</summary>
public abstract class DeskPart : ComponentBase
{
    [Inject] protected IStringLocalizer<DeskTexts> T { get; set; } = null!;

    /// <summary>Raised after each change.</summary>
    [Parameter, EditorRequired] public required Action Typed { get; set; }

    protected static string Text(ChangeEventArgs e) => e.Value?.ToString()?.Trim() ?? "";

    protected static TEnum? Parsed<TEnum>(ChangeEventArgs e) where TEnum : struct, Enum => Enum.TryParse<TEnum>(Text(e), out var value) && Enum.IsDefined(value) ? value : null;

    protected static DateOnly? Day(ChangeEventArgs e) => DateOnly.TryParse(Text(e), CultureInfo.InvariantCulture, out var day) ? day : null;

    protected static decimal? Yuan(ChangeEventArgs e) => decimal.TryParse(Text(e), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan <= 100_000_000 ? decimal.Round(yuan, 2) : null;

    protected static int? Whole(ChangeEventArgs e) => int.TryParse(Text(e), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    protected void Set(Action set)
    {
        set();
        Typed();
    }
}
