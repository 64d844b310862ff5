using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Organisation;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Years;

/// <summary>A village that falls short of 2024 is sent back with the reasons, goes on in the cycle of 2025 and passes.</summary>
public sealed class ReturnedVillageJourney(YearProduct product, Chromium chromium) : IClassFixture<YearProduct>
{
    [Fact]
    public async Task Short_of_the_first_year_and_passed_in_the_next()
    {
        await using var walk = new Walk(product, chromium);
        await walk.GoOnAsync(2024, 2, 5);
        await Built.MakeAsync(product);

        await walk.GoOnAsync(2024, 12, 20);
        var first = await walk.DeclareAsync("insurer");
        await walk.DecideAsync("office", first, "受理", "考核中", "take-in");
        await walk.GoOnAsync(2025, 1, 20);
        await ReturnAsync(walk, first);
        await SeeTheReasonsAsync(walk, first);

        await walk.GoOnAsync(2025, 2, 10);
        Assert.Equal(1, await product.AtTheCommandLineAsync(services => services.GetRequiredService<ContinueCycles>().RunAsync()));
        await walk.SignLetterAsync();
        await walk.ExpectBuildingAsync("township");

        await walk.GoOnAsync(2025, 12, 24);
        var second = await walk.DeclareAsync("insurer");
        await walk.DecideAsync("office", second, "受理", "考核中", "take-in");
        await walk.GoOnAsync(2026, 1, 20);
        await walk.ScoreAsync("office2", second, "县（市）领导小组", "2026-01-16");
        await walk.ScoreAsync("office3", second, "县（市）领导小组", "2026-01-16");
        await walk.DecideAsync("office2", second, "初审通过", "初审通过", "pass");
        await ReadBackAsync(first, second);
    }

    // The four figures that fall short are marked already; the office adds a paper and says why.
    private static async Task ReturnAsync(Walk walk, string declaration)
    {
        var office = await walk.AsAsync("office2", declaration);
        var panel = office.Part("办理");
        if (await panel.GetByLabel("退回", new() { Exact = true }).CountAsync() > 0) await panel.GetByLabel("退回", new() { Exact = true }).CheckAsync();
        await Expect(panel.Locator("input[type=checkbox]:checked")).ToHaveCountAsync(4);
        await panel.GetByLabel("宣传资料").CheckAsync();
        await panel.Locator("#opinion").FillAsync("四项指标均未达到标准，宣传资料不全，请整改后于下一年度申报。");
        await walk.CheckAsync(office, "return");
        await panel.Locator("button[type=submit]").ClickAsync();
        await office.ExpectStateAsync("已退回");
        await walk.CheckAsync(office, "returned");
    }

    // Who declared finds it at home, with the reasons and what is to be put right; the village's page says where it stands.
    private static async Task SeeTheReasonsAsync(Walk walk, string declaration)
    {
        var insurer = await walk.AsAsync("insurer", "/");
        await walk.CheckAsync(insurer, "home-returned");
        await insurer.Page.Locator($"a.row-link[href='{declaration}']").First.ClickAsync();
        await Expect(insurer.Page.Locator(".note.gap").First).ToContainTextAsync("四项指标均未达到标准");
        await Expect(insurer.Page.Locator(".note.gap").First).ToContainTextAsync("宣传资料");

        var cadre = await walk.AsAsync("cadre", $"/villages/{walk.Village}");
        await Expect(cadre.Page.Locator(".way header")).ToContainTextAsync("退回");
        await walk.CheckAsync(cadre, "village-returned");
    }

    private Task ReadBackAsync(string first, string second) => product.AsAsync("office", async services =>
    {
        var detail = services.GetRequiredService<DeclarationDetail>();
        var (returned, passed) = (await detail.RunAsync(IdOf(first), default), await detail.RunAsync(IdOf(second), default));
        Assert.Equal((DeclarationStatus.Returned, 2024, 5), (returned.Status, returned.Year, returned.ToPutRight.Count));
        Assert.Equal((DeclarationStatus.Passed, 2025), (passed.Status, passed.Year));
        Assert.NotEqual(returned.CycleId, passed.CycleId);
        Assert.All(returned.Declared!.Frozen.Indicators, i => Assert.False(i.Counts));
        Assert.Equal(CycleState.Reviewed, (await services.GetRequiredService<VillageFile>().RunAsync(new(product.People.Village, new(2026, 1, 20)), default)).State);
    });

    private static Guid IdOf(string address) => Guid.Parse(address.Split('/')[^1]);
}
