using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.Browser.Tests.Years;

/// <summary>The demo county's people and policies in January 2024, with those on duty who bring a village to its title. A test goes on from there.</summary>
public sealed class YearProduct(TestPostgres postgres, CountyTemplate county) : Product(postgres, county)
{
    /// <summary>The village reaches all four indicators in 2025 and is large enough for both schemes.</summary>
    public const string VillageCode = "532801204202";

    internal YearPeople People { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        Clock.GoTo(new(2024, 1, 8));
        await base.InitializeAsync();
        People = await AtTheCommandLineAsync(YearPeople.CreateAsync);
    }

    /// <summary>Works with the use cases in the name of somebody on duty.</summary>
    internal Task AsAsync(string user, Func<IServiceProvider, Task> work) => AtTheCommandLineAsync(async services =>
    {
        People.ActAs(services, user);
        await work(services);
        return true;
    });
}
