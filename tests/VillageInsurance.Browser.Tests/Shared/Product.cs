using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web;
using VillageInsurance.Web.CommandLine;
using Xunit.Sdk;
using Xunit.v3;

[assembly: Parallelization(Mode = ParallelMode.None)]

namespace VillageInsurance.Browser.Tests.Shared;

/// <summary>The whole product on a free port, with a database of its own: as <c>./dev run</c> shows it, or still empty.</summary>
public abstract class Product(TestPostgres postgres, Template? template) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("product").FullName;
    private Installation? _installation;
    private WebApplication? _app;
    private string _database = "";

    /// <summary>Goes on by itself like a real clock; a test may push it ahead.</summary>
    internal PushableClock Clock { get; } = new();

    internal IServiceProvider Services => _app!.Services;

    internal string Address => _app!.Urls.First();

    public virtual async ValueTask InitializeAsync()
    {
        _database = template is null ? await postgres.MakeEmptyAsync() : await template.CopyAsync(postgres, _folder);
        _installation = await postgres.InstallAsync(_database, _folder);
        await _installation.MigrateIfBehindAsync(CancellationToken.None);
        await ServeAsync("http://127.0.0.1:0");
    }

    /// <summary>The server goes down and comes up again at the same address, with nothing left in its memory.</summary>
    internal async Task RestartAsync()
    {
        var address = Address;
        await _app!.DisposeAsync();
        await ServeAsync(address);
    }

    private async Task ServeAsync(string address)
    {
        _app = WebHost.Build([.. _installation!.Settings, $"--urls={address}", "--Jobs:Run=true", "--Logging:Console=Fatal"],
            builder => builder.Services.AddSingleton<TimeProvider>(Clock));
        await _app.StartAsync();
    }

    /// <summary>Works with the use cases in the name of the command line, by the same clock.</summary>
    internal async Task<T> AtTheCommandLineAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var host = Verb.Host(_installation!, Clock);
        await using var scope = host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        if (_installation is not null) await _installation.DisposeAsync();
        await postgres.DropAsync(_database);
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}

/// <summary>With the demo county and a person for each role.</summary>
public sealed class DemoProduct(TestPostgres postgres, DemoTemplate demo) : Product(postgres, demo);

/// <summary>Without any data.</summary>
public sealed class EmptyProduct(TestPostgres postgres) : Product(postgres, template: null);

/// <summary>The real time, plus what a test pushed it ahead, or back before the product starts.</summary>
internal sealed class PushableClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Push(TimeSpan by) => _ahead += by;

    /// <summary>It is the morning of this day in the county, and goes on from there.</summary>
    public void GoTo(DateOnly day) => Push(new DateTimeOffset(day.ToDateTime(new(9, 30)), TimeSpan.FromHours(8)) - GetUtcNow());

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _ahead;
}
