using MudBlazor;
using Microsoft.AspNetCore.Localization;

namespace VillageInsurance.Web.Shell;

/// <summary>The languages of the product. Chinese is the neutral one: whatever is missing elsewhere is shown in Chinese.</summary>
internal static class Languages
{
    public const string CultureCookie = "culture";
    public static readonly string[] Cultures = ["zh-CN", "en"];

    public static void AddTexts(this IServiceCollection services)
    {
        services.AddLocalization();
        FieldNames.Use();
        services.AddTransient<MudLocalizer, MudTextsLocalizer>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(Cultures[0]).AddSupportedCultures(Cultures).AddSupportedUICultures(Cultures);
            // Chosen by the person, not by the browser: an office computer may be set to anything.
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = CultureCookie }];
        });
    }
}
