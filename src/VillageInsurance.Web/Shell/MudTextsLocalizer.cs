using Microsoft.Extensions.Localization;
using MudBlazor;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Shell;

/// <summary>MudBlazor ships English only; its words in our languages stand in Texts/MudTexts.</summary>
internal sealed class MudTextsLocalizer(IStringLocalizer<MudTexts> texts) : MudLocalizer
{
    public override LocalizedString this[string key] => texts[key];

    public override LocalizedString this[string key, params object[] arguments] => texts[key, arguments];
}
