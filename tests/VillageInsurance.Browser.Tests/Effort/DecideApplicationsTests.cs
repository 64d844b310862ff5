using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Applications;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Schemes;
using VillageInsurance.Web.CommandLine;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Effort;

/// <summary>Approving from the queue with a remark costs at most 3 actions beyond the remark for the first and 2 for each next one.</summary>
public sealed class DecideApplicationsTests(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    private const int First = 3, Next = 2;
    private const string Remark = "agreed, as inspected";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_home_to_the_second_approval(bool byKeyboard)
    {
        var ids = await GivenThreeThatMeetEverythingAsync(byKeyboard ? 0 : 3);
        await using var window = await chromium.OpenAsync(product);
        await Hand.WatchAsync(window.Page);
        await window.EnterAsync("office");
        // By key from the queue of applications: in the whole queue other things wait longer.
        if (byKeyboard) await window.GoAsync("/?Kind=ApplicationToDecide");
        // Signing in and the first page come before the count.
        await window.Page.EvaluateAsync("sessionStorage.setItem('acts', window.__acts = 0)");
        var hand = new Hand(window.Page);

        var first = window.Page.Locator($"a.row-link[href='/applications/{ids[0]}']");
        await Expect(first).ToBeVisibleAsync();
        if (byKeyboard)
        {
            // Down enters the queue at what waits longest.
            await hand.KeyAsync("ArrowDown");
            await hand.KeyAsync("Enter");
        }
        else await hand.ClickAsync(first);
        await window.Page.WaitForURLAsync("**/applications/*-*");
        var opened = Guid.Parse(new Uri(window.Page.Url).Segments[^1]);
        await DecideAsync(window, hand, byKeyboard);
        var afterFirst = hand.Beyond;
        await DecideAsync(window, hand, byKeyboard);

        Assert.True(afterFirst <= First, $"The first took {afterFirst} actions beyond the remark, at most {First}.");
        Assert.True(hand.Beyond - afterFirst <= Next, $"The next took {hand.Beyond - afterFirst} actions beyond the remark, at most {Next}.");
        Assert.Equal(2 * Remark.Length, hand.DataKeys);
        await hand.CheckAsync();
        await AssertDecidedAsync(opened);
    }

    private static async Task DecideAsync(Window window, Hand hand, bool byKeyboard)
    {
        await Expect(window.Page.Locator("#opinion")).ToBeFocusedAsync();
        await Expect(window.Page.Locator("#opinion")).ToHaveValueAsync("");
        var before = window.Page.Url;
        await hand.DataAsync(Remark);
        if (byKeyboard) await hand.KeyAsync("Control+Enter");
        else await hand.ClickAsync(window.Page.Locator(".decision button[type=submit]"));
        await window.Page.WaitForURLAsync(url => url != before);
    }

    private Task<bool> AssertDecidedAsync(Guid id) => product.AtTheCommandLineAsync(async services =>
    {
        var first = await services.GetRequiredService<ApplicationDetail>().RunAsync(id, default);
        Assert.Equal((ApplicationStatus.Approved, Remark), (first.Status, first.Rounds[0].Opinion));
        return true;
    });

    private Task<IReadOnlyList<Guid>> GivenThreeThatMeetEverythingAsync(int from) => product.AtTheCommandLineAsync<IReadOnlyList<Guid>>(async services =>
    {
        var rules = (await services.GetRequiredService<SchemeDetail>().RunAsync(Scheme.CityTemplateId, default)).Rules;
        var form = new ApplicationForm(400, 1600, [.. rules.Conditions.Select(c => new ConditionAnswer(c.Key, true, "So it is", ""))], new(2026, 10, 1), "9", "Dao");
        var village = (await DemoPlace.ChooseAsync(services, default)).Villages[0];
        var groups = (await services.GetRequiredService<AreaList>().RunAsync(village, forGrants: false, default)).Skip(from).Take(3).ToList();
        var official = (await services.GetRequiredService<StaffList>().RunAsync("township", forGrants: true, default)).Single().Id;
        services.GetRequiredService<CommandLineActor>().InNameOf = official;
        var ids = groups.Select(_ => Guid.CreateVersion7()).ToList();
        for (var i = 0; i < ids.Count; i++)
        {
            await services.GetRequiredService<DraftApplication>().RunAsync(new(ids[i], village, groups[i].Id));
            await services.GetRequiredService<SubmitApplication>().RunAsync(new(ids[i], 0, form));
        }
        return ids;
    });
}
