using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Accounts;

namespace VillageInsurance.Web.Tests.Shared;

/// <summary>The whole application on a free port of this machine, with a database and a clock of its own.</summary>
public sealed class Site(TestPostgres postgres) : IAsyncLifetime
{
    public const string Password = "Lancang-9-Terrace";

    private readonly TestDatabase _database = new(postgres);
    private readonly string _folder = Directory.CreateTempSubdirectory("site").FullName;
    private WebApplication? _app;

    public FakeTimeProvider Clock { get; } = new(new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    internal TestDatabase Database => _database;

    public IServiceProvider Services => _app!.Services;

    public Uri Address => new(_app!.Urls.First());

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        await AccountSchema.MigrateAsync(_database.MigratorConnectionString);
        _app = Build();
        _app.MapGet("/broken", object () => throw new InvalidOperationException("A secret of the inside")).AllowAnonymous();
        await _app.StartAsync();
    }

    /// <summary>The application with these settings beside the usual ones, not started.</summary>
    public WebApplication Build(params string[] settings) => WebHost.Build(
        ["--environment=Development", "--urls=http://127.0.0.1:0", "--Logging:Console=Fatal", $"--ConnectionStrings:Main={_database.ConnectionString}",
            $"--Keys:File={_folder}/keys.json", $"--Logging:Folder={_folder}", $"--Files:Folder={_folder}/files", .. settings],
        builder => builder.Services.AddSingleton<TimeProvider>(Clock));

    /// <summary>Somebody with an account and, if given, a role: in this area, else in the whole county.</summary>
    internal async Task<Person> GivenAsync(Role? role = null, Guid? area = null)
    {
        var (staff, name) = (Guid.CreateVersion7(), $"user-{Guid.NewGuid():N}"[..20]);
        var records = new List<object> { new StaffMember(staff, name, "Someone", null) };
        if (role is { } held) records.Add(new RoleGrant(Guid.CreateVersion7(), staff, held, area ?? Places.County, new(2026, 1, 1), null, "test", Places.Giver.Id));
        await _database.GivenAsync(Places.Village, [.. records]);
        var id = await Services.GetRequiredService<AccountWork>().DoAsync(async (accounts, _) =>
        {
            var account = new Account { StaffId = staff, UserName = name, LockoutEnabled = true };
            account.OwnPasswordSet(Clock.GetUtcNow());
            Assert.True((await accounts.CreateAsync(account, Password)).Succeeded);
            return account.Id;
        });
        return new(id, staff, name);
    }

    /// <summary>All that was written to the log so far.</summary>
    public async Task<string> ReadLogAsync()
    {
        using var reader = new StreamReader(new FileStream(Directory.GetFiles(_folder, "web-*.json").Single(), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return await reader.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    internal sealed record Person(Guid AccountId, Guid StaffId, string UserName);
}
