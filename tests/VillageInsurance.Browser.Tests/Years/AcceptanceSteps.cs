using Microsoft.Playwright;
using VillageInsurance.Browser.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Years;

/// <summary>From the declaration to the title: pack, review, forwarding, notice, reply.</summary>
internal static class AcceptanceSteps
{
    private const string Decide = "办理", Review = "初步考核验收";

    /// <summary>Declares the village with its pack; gives the declaration's address.</summary>
    public static async Task<string> DeclareAsync(this Walk walk, string who)
    {
        var window = await walk.AsAsync(who, $"/villages/{walk.Village}/declare");
        await walk.CheckAsync(window, "declare");
        await window.Page.Locator("main").SendAsync("开始填写");
        await window.Page.WaitForURLAsync("**/declarations/*-*");
        var form = window.Part("申报验收");
        await form.Locator("#statement").FillAsync("全年走访入户，四项指标均已达到，请予验收。");
        await Expect(form.Locator(".line input[type=checkbox]").First).ToBeVisibleAsync();
        foreach (var paper in await form.Locator(".line input[type=checkbox]").AllAsync()) await paper.CheckAsync();
        await form.AttachAsync("申报材料.png");
        await walk.CheckAsync(window, "declaration-draft");
        await form.ConfirmAsync("提交申报");
        await window.ExpectStateAsync("已申报");
        await Expect(window.Part("申报后的变化")).ToBeVisibleAsync();
        await walk.CheckAsync(window, "declaration-frozen");
        return window.Path;
    }

    /// <summary>One of the steps that the declaration's panel offers.</summary>
    public static async Task DecideAsync(this Walk walk, string who, string declaration, string step, string state, string name)
    {
        var window = await walk.AsAsync(who, declaration);
        var panel = window.Part(Decide);
        await Expect(panel.Locator("button[type=submit]")).ToBeVisibleAsync();
        if (await panel.GetByLabel(step, new() { Exact = true }).CountAsync() > 0) await panel.GetByLabel(step, new() { Exact = true }).CheckAsync();
        await walk.CheckAsync(window, name);
        await panel.Locator("button[type=submit]").ClickAsync();
        await window.ExpectStateAsync(state);
    }

    /// <summary>A reviewer's own form with all points, signed.</summary>
    public static async Task ScoreAsync(this Walk walk, string who, string declaration, string track, string visitedOn)
    {
        var window = await walk.AsAsync(who, declaration);
        await window.Part(Review).SendAsync($"填写本人评分表（{track}）");
        var sheet = window.Page.Locator("form.sheet");
        await Expect(sheet.Locator("input[type=number]").First).ToBeVisibleAsync();
        foreach (var points in await sheet.Locator("input[type=number]").AllAsync()) await points.FillAsync((await points.GetAttributeAsync("max"))!);
        foreach (var evidence in await sheet.Locator("td input:not([type=number])").AllAsync()) await evidence.FillAsync("资料齐全");
        await sheet.Locator("input[type=date]").FillAsync(visitedOn);
        await sheet.Locator("textarea").First.FillAsync("抽查五户档案，与系统一致。");
        await sheet.GetByLabel("通过", new() { Exact = true }).CheckAsync();
        await sheet.AttachAsync("实地查看.png");
        await walk.CheckAsync(window, "score-form");
        await sheet.ConfirmAsync("签字");
        await Expect(window.Page.Locator("form.sheet")).ToHaveCountAsync(0);
        await Expect(window.Part(Review).Locator("tbody tr", new() { HasText = YearPeople.NameOf(who) })).ToContainTextAsync("通过");
    }

    /// <summary>The list of villages: prepared, signed by the leader, sent.</summary>
    public static async Task ForwardAsync(this Walk walk, string clerk, string leader)
    {
        var office = await walk.AsAsync(clerk, "/forwarding");
        await Expect(office.Part("拟制名单")).ToBeVisibleAsync();
        await walk.CheckAsync(office, "forwarding-prepare");
        await office.Part("拟制名单").SendAsync("拟制名单");
        await office.Page.WaitForURLAsync("**/forwarding/*-*");
        await office.Page.Locator("main").SendAsync("送领导签批");
        await office.ExpectStateAsync("待签批");

        var signer = await walk.AsAsync(leader, office.Path);
        await walk.CheckAsync(signer, "forwarding-sign");
        await signer.Page.Locator("main").ConfirmAsync("签字");
        await signer.ExpectStateAsync("已签批");

        await office.GoAsync(office.Path);
        await office.Page.Locator("main").ConfirmAsync("上报");
        await office.ExpectStateAsync("已上报");
    }

    /// <summary>Hangs the notice from today on, with the photo of it.</summary>
    public static async Task PublishAsync(this Walk walk, string who, string from)
    {
        var window = await walk.AsAsync(who, "/notices");
        var form = window.Part("发布公示");
        await form.Locator("input[type=checkbox]").First.CheckAsync();
        await form.Locator("input[placeholder='张贴地点']").FillAsync("村务公开栏");
        await window.FillAsync(("text", "拟授予大干坝村保险先进村称号，现予公示。"), ("from", from));
        await walk.CheckAsync(window, "notice-publish");
        await form.SendAsync("发布公示");
        await window.Page.WaitForURLAsync("**/notices/*-*");
        await window.Page.Locator("main").AttachAsync("公示照片.png");
        await Expect(window.Page.Locator("main")).ToContainTextAsync("公示中");
        await walk.CheckAsync(window, "notice");
    }

    /// <summary>The superior company's letter, or the county group's acceptance under the minutes of this resolution.</summary>
    public static async Task RecordReplyAsync(this Walk walk, string who, string declaration, string number, string on, string? resolution = null)
    {
        var window = await walk.AsAsync(who, declaration);
        var form = window.Part("登记批复");
        if (resolution is not null)
        {
            var minutes = form.Locator("#minutes option", new() { HasText = resolution });
            await Expect(minutes).ToHaveCountAsync(1);
            await form.Locator("#minutes").SelectOptionAsync((await minutes.GetAttributeAsync("value"))!);
        }
        await window.FillAsync(("letter-number", number), ("letter-on", on));
        await form.AttachAsync("批复原件.png");
        await walk.CheckAsync(window, "reply");
        await form.SendAsync("登记批复");
        await window.ExpectStateAsync("批复同意");
    }

    /// <summary>The county group's meeting that accepts the village, with its scan.</summary>
    public static async Task RecordMinutesAsync(this Walk walk, string who, string resolution, string heldOn)
    {
        var window = await walk.AsAsync(who, "/minutes");
        var form = window.Part("登记会议纪要");
        await form.Locator("#body").SelectOptionAsync("CountyGroup");
        await form.Locator("#area").SelectOptionAsync($"{walk.Product.People.County}");
        await window.FillAsync(("held-on", heldOn), ("resolution", resolution), ("subject", "2025 年度保险先进村验收"), ("decision", "同意大干坝村通过验收，授予称号。"));
        await form.Locator("label", new() { HasText = YearPeople.NameOf("leader") }).Locator("input").CheckAsync();
        await form.AttachAsync("会议纪要.png");
        await walk.CheckAsync(window, "minutes");
        await form.SendAsync("登记会议纪要");
        await Expect(window.Part("会议纪要").Locator("tbody")).ToContainTextAsync(resolution);
    }
}
