using AngleSharp.Dom;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Households;
using VillageInsurance.Web.Shared;

namespace VillageInsurance.Web.Tests.Acceptance;

/// <summary>Shows pages over the imported demo county to an actor of choice. Nothing in it is changed.</summary>
public abstract class DemoPages(DemoCounty demo, TestPostgres postgres) : IAsyncLifetime
{
    protected static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);
    protected static readonly Actor Office = Someone.InTheCounty(Role.CountyOffice);

    private readonly BunitContext _context = new();
    private Actor? _actor;

    protected static IReadOnlyList<Dictionary<string, string>> Reference => DemoCounty.Reference;

    /// <summary>Villages by their codes.</summary>
    protected Dictionary<string, Guid> Villages { get; private set; } = [];

    protected string? Notice => _context.Services.GetRequiredService<PageNotice>().Text;

    private protected TestDatabase Database { get; private set; } = null!;

    protected string Text<T>(string key, params object[] values) => _context.Services.GetRequiredService<IStringLocalizer<T>>()[key, values];

    protected Guid Village(Func<Dictionary<string, string>, bool> which) => Villages[Reference.First(which)["village_code"]];

    protected IRenderedComponent<T> Show<T>(Actor actor, string address, Action<ComponentParameterCollectionBuilder<T>>? with = null) where T : IComponent
    {
        if (_actor is null)
        {
            _context.Services.AddSingleton(Database.GateFor(actor));
            _context.AddAuthorization().SetAuthorized(actor.Name).SetPolicies([.. actor.Permissions.Select(p => p.ToString())]);
        }
        Assert.True((_actor ??= actor).Roles.SequenceEqual(actor.Roles), "A test shows its pages to one person.");
        _context.Services.GetRequiredService<BunitNavigationManager>().NavigateTo(address);
        return _context.Render<T>(with ?? (_ => { }));
    }

    /// <summary>The cells of a row as they are read.</summary>
    protected static string[] Cells(IElement row) => [.. row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())];

    public async ValueTask InitializeAsync()
    {
        Database = await demo.OpenAsync(postgres);
        Villages = await Database.SeeAsync(Places.Village, db => db.Areas.Where(a => a.Level == AreaLevel.Village).ToDictionaryAsync(a => a.Code!, a => a.Id));
        _context.JSInterop.Mode = JSRuntimeMode.Loose;
        _context.Services.AddPageParts().AddSingleton<TimeProvider>(new FakeTimeProvider(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero))).AddSingleton(Imports.Vault);
        _context.Services.AddSingleton<DownloadTickets>().AddSingleton<ICurrentActor>(new Looking(() => _actor!));
        foreach (var useCase in typeof(AppDbGate).Assembly.GetExportedTypes().Where(t => t.GetMethod("RunAsync") is not null)) _context.Services.AddScoped(useCase);
    }

    private sealed class Looking(Func<Actor> actor) : ICurrentActor
    {
        public Task<Actor> GetAsync(CancellationToken cancel) => Task.FromResult(actor());
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
