using MudBlazor.Services;

namespace VillageInsurance.Web.Shared;

/// <summary>What every page needs to be shown, in the host and in tests.</summary>
public static class PageParts
{
    /// <summary>MudBlazor, the texts, the notice and what is searched for.</summary>
    public static IServiceCollection AddPageParts(this IServiceCollection services)
    {
        services.AddMudServices();
        services.AddLocalization();
        return services.AddScoped<PageNotice>().AddScoped<SearchRequest>();
    }
}
