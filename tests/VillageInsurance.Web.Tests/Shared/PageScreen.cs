using System.Globalization;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Shared;

namespace VillageInsurance.Web.Tests.Shared;

/// <summary>Shows a page over the real use cases and a real database, to one actor, on the first of March 2026.</summary>
public abstract class PageScreen : Screen
{
    protected internal static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    protected PageScreen(TestDatabase database, string language = "en")
    {
        Database = database;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Clock.SetUtcNow(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));
        Context.Services.AddSingleton(Imports.Vault);
        foreach (var useCase in typeof(AppDbGate).Assembly.GetExportedTypes().Where(t => t.GetMethod("RunAsync") is not null))
            Context.Services.AddScoped(useCase);
    }

    private protected TestDatabase Database { get; }

    private protected BunitNavigationManager Place => Context.Services.GetRequiredService<BunitNavigationManager>();

    /// <summary>What the page says about the last refusal.</summary>
    private protected string? Notice => Context.Services.GetRequiredService<PageNotice>().Text;

    /// <summary>Says who looks, before anything is shown.</summary>
    private protected void As(Actor actor, bool interactive = true)
    {
        Context.Services.AddSingleton(Database.GateFor(actor, Clock));
        Context.Renderer.SetRendererInfo(new RendererInfo(interactive ? "Server" : "Static", interactive));
    }

    /// <summary>From here on, a text that is missing fails the test.</summary>
    private protected void EveryTextIsNeeded() => Context.Services.AddTransient(typeof(IStringLocalizer<>), typeof(Strict<>));

    /// <summary>Somebody of whom the database knows nothing else.</summary>
    private protected async Task<StaffMember> GivenStaffAsync(Role? role = null, Guid? area = null)
    {
        var staff = new StaffMember(Guid.CreateVersion7(), $"p{Guid.NewGuid():N}", $"Name {Guid.NewGuid():N}", "Unit");
        await Database.GivenAsync(Places.Village, staff);
        if (role is { } held) await Database.GivenAsync(Places.Village, new RoleGrant(Guid.CreateVersion7(), staff.Id, held, area ?? Places.County, new(2026, 1, 1), null, "appointed", Places.Giver.Id));
        return staff;
    }

    private sealed class Strict<T>(IStringLocalizerFactory texts) : IStringLocalizer<T>
    {
        private readonly IStringLocalizer _ours = texts.Create(typeof(T));

        public LocalizedString this[string name] => Found(_ours[name]);

        public LocalizedString this[string name, params object[] arguments] => Found(_ours[name, arguments]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => _ours.GetAllStrings(includeParentCultures);

        private static LocalizedString Found(LocalizedString text) => text.ResourceNotFound ? throw new KeyNotFoundException($"{typeof(T).Name}.{text.Name}") : text;
    }
}
