using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.CommandLine;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Journeys;

/// <summary>The office imports a county by page, the board shows the reference figures, the agent drills to households, the township to groups.</summary>
public sealed class ImportJourney(EmptyProduct product, Chromium chromium) : IClassFixture<EmptyProduct>
{
    private const string County = "532801";
    private const int DemoVillages = 16;

    [Fact]
    public async Task From_an_empty_database_to_the_households_behind_a_figure()
    {
        await GivenAsync(Role.CountyOffice, "office", area: null);
        await using var office = await chromium.OpenAsync(product);
        await office.EnterAsync("office");

        await RefuseAsync(office);
        await ImportAsync(office);
        await ImportAgainAsync(office);
        await CompareBoardAsync(office);

        var place = await product.AtTheCommandLineAsync(services => DemoPlace.ChooseAsync(services, default));
        await GivenAsync(Role.TownshipOfficial, "township", place.Township);
        await GivenAsync(Role.ResidentAgent, "agent", place.Villages[0]);
        await DrillToGroupsAsync(place);
        await DrillToHouseholdsAsync(place);
    }

    private static async Task RefuseAsync(Window office)
    {
        await UploadAsync(office, new() { Name = "county.zip", MimeType = "application/zip", Buffer = "no zip at all"u8.ToArray() });
        await Expect(office.Page.Locator("h1 .mark")).ToHaveTextAsync("未导入", new() { Timeout = 30_000 });
        await Expect(office.Page.Locator("text=没有任何数据入库")).ToBeVisibleAsync();
        await office.CheckAsync();
    }

    private static async Task ImportAsync(Window office)
    {
        await UploadAsync(office, await DemoAsync());
        await Expect(office.Page.Locator("h1 .mark")).ToHaveTextAsync("已导入", new() { Timeout = 90_000 });
        await Expect(office.Page.Locator("tr", new() { HasText = "居民" }).Locator("td").Nth(1)).ToHaveTextAsync("15,613");
        await office.CheckAsync();
    }

    private static async Task ImportAgainAsync(Window office)
    {
        await UploadAsync(office, await DemoAsync());
        await Expect(office.Page.Locator("h1 .mark")).ToHaveTextAsync("已导入过", new() { Timeout = 60_000 });
    }

    private static async Task UploadAsync(Window office, FilePayload file)
    {
        await office.GoAsync("/imports");
        await office.Page.SetInputFilesAsync("#file", file);
        await office.Page.FillAsync("#source", "户籍与保单导出");
        await office.Page.FillAsync("#basis", "创建工作协议");
        await office.Page.FillAsync("#notice-on", "2026-01-05");
        await office.Page.ClickAsync("main form button[type=submit]");
        await office.Page.WaitForURLAsync("**/imports/*-*");
        await office.LiveAsync();
    }

    // Each village's four shown values and its size, as the independent reference has them.
    private static async Task CompareBoardAsync(Window office)
    {
        await office.GoAsync("/board?asOf=2025-12-31&knownAt=2026-01-31");
        var expected = File.ReadLines(DemoFiles.Path("expected-indicators.csv")).Skip(1).Select(l => l.Split(',')).ToList();
        Assert.Equal(DemoVillages, expected.Count);
        await Expect(office.Page.Locator("table.board tbody tr")).ToHaveCountAsync(DemoVillages);
        var rows = await office.Page.Locator("table.board tbody tr").AllInnerTextsAsync();
        foreach (var line in expected)
        {
            string[] figures = [Grouped(line[3]), Grouped(line[2]), .. line[12..16].Where(v => v.Length > 0)];
            Assert.Contains(rows, row => figures.All(figure => row.Split(['\t', '\n', ' '], StringSplitOptions.RemoveEmptyEntries).Contains(figure)));
        }
        await office.CheckAsync();
    }

    private async Task DrillToGroupsAsync(DemoPlace place)
    {
        await using var township = await chromium.OpenAsync(product);
        await township.EnterAsync("township");
        await township.GoAsync($"/villages/{place.Villages[0]}?asOf=2025-12-31&knownAt=2026-01-31");
        await Expect(township.Page.Locator("h2", new() { HasText = "各村民小组" })).ToBeVisibleAsync();
        Assert.Equal(0, await township.Page.Locator("main a[href*=households], main a[href*=lists]").CountAsync());
        await township.CheckAsync();

        await township.Page.GotoAsync($"/villages/{place.Villages[0]}/households");
        Assert.Equal(0, await township.Page.Locator("a[href^='/households/']").CountAsync());
    }

    private async Task DrillToHouseholdsAsync(DemoPlace place)
    {
        await using var agent = await chromium.OpenAsync(product, phone: true);
        await agent.EnterAsync("agent");
        await agent.GoAsync($"/villages/{place.Villages[0]}?asOf=2025-12-31&knownAt=2026-01-31");
        await agent.Page.Locator("main a[href*='/lists/']").First.ClickAsync();
        await agent.Page.WaitForURLAsync("**/lists/**asOf=2025-12-31**");
        await Expect(agent.Page.Locator("main a[href^='/households/']").First).ToBeVisibleAsync();
        await agent.CheckAsync();
        await agent.Page.Locator("main a[href^='/households/']").First.ClickAsync();
        await agent.Page.WaitForURLAsync("**/households/**");
        await Expect(agent.Page.Locator("main")).ToContainTextAsync("***********");
        await agent.CheckAsync();
    }

    private Task<bool> GivenAsync(Role role, string name, Guid? area) => product.AtTheCommandLineAsync(async services =>
    {
        var (staff, today) = (Guid.CreateVersion7(), services.GetRequiredService<TimeProvider>().Today());
        if (area is null) await services.GetRequiredService<GiveFirstRole>().RunAsync(new(Guid.CreateVersion7(), "root", "Root", Role.SystemAdministrator, County, County));
        var county = (await services.GetRequiredService<AreaList>().RunAsync(null, forGrants: true, default))[0].Id;
        await services.GetRequiredService<AddStaffMember>().RunAsync(new(staff, name, name, null));
        await services.GetRequiredService<GiveRole>().RunAsync(new(Guid.CreateVersion7(), staff, role, area ?? county, today, null, "test"));
        await DemoAccounts.CreateAsync(services, new Dictionary<string, Guid> { [name] = staff });
        return true;
    });

    private static async Task<FilePayload> DemoAsync() =>
        new() { Name = "county.zip", MimeType = "application/zip", Buffer = await File.ReadAllBytesAsync(DemoFiles.Path("demo-county.zip")) };

    private static string Grouped(string number) => long.Parse(number, System.Globalization.CultureInfo.InvariantCulture).ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);
}
