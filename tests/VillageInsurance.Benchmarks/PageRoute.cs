using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using VillageInsurance.Web;

namespace VillageInsurance.Benchmarks;

/// <summary>One address form of a page, such as <c>/villages/{Id:guid}</c>.</summary>
internal sealed record PageRoute(string Template)
{
    /// <summary>Every route of every page that the product has.</summary>
    public static IReadOnlyList<PageRoute> All { get; } =
        [.. typeof(WebHost).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>(false)).Select(r => new PageRoute(r.Template)).OrderBy(r => r.Template, StringComparer.Ordinal)];

    /// <summary>The template in one word.</summary>
    public string Name => Template == "/" ? "home" : Regex.Replace(Template.Trim('/'), @"\{(\w+)[^}]*\}", "$1").Replace('/', '-').ToLowerInvariant();

    /// <summary>Pages about what went wrong answer with the number of that.</summary>
    public bool IsError => Template.StartsWith("/error", StringComparison.Ordinal) || Template == "/not-found";

    /// <summary>Whether this address is of this form; a fixed word is none of a template's ids.</summary>
    public bool Matches(string path) => Regex.IsMatch(path.Split('?')[0], "^" + Regex.Replace(Regex.Replace(Template, @"\{\w+:guid\}", "[0-9a-f-]{36}"), @"\{[^}]*\}", "[^/]+") + "$");
}
