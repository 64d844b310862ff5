using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace VillageInsurance.Web.Shell;

/// <summary>Language and text size, which the browser remembers in two cookies that say nothing about the person.</summary>
internal static class Preferences
{
    public const string LargeText = "large";
    private const string SizeCookie = "text-size";
    private static readonly string[] Sizes = ["normal", LargeText];

    public static void MapPreferences(this WebApplication app) => app.MapPost("/preferences", Set).AllowAnonymous();

    public static bool WantsLargeText(HttpContext context) => context.Request.Cookies[SizeCookie] == LargeText;

    private static IResult Set(HttpContext context, [FromForm] string? culture, [FromForm] string? size, [FromForm] string? returnUrl)
    {
        if (Languages.Cultures.Contains(culture, StringComparer.Ordinal))
            Remember(context, Languages.CultureCookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture!)));
        if (Sizes.Contains(size, StringComparer.Ordinal)) Remember(context, SizeCookie, size!);
        return Results.LocalRedirect(LocalAddress.OrHome(returnUrl));
    }

    private static void Remember(HttpContext context, string name, string value) => context.Response.Cookies.Append(name, value,
        new CookieOptions { HttpOnly = true, IsEssential = true, MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps });
}
