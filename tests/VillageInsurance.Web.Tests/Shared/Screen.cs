using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Web.Shared;

namespace VillageInsurance.Web.Tests.Shared;

/// <summary>Shows a part as a page would, with a clock of its own.</summary>
public abstract class Screen : IAsyncDisposable
{
    protected Screen()
    {
        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        Context.Services.AddPageParts().AddSingleton<TimeProvider>(Clock);
    }

    protected BunitContext Context { get; } = new();

    protected FakeTimeProvider Clock { get; } = new();

    protected IRenderedComponent<T> Show<T>(Action<ComponentParameterCollectionBuilder<T>> with) where T : IComponent => Context.Render(with);

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
