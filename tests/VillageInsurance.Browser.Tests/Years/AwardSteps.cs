using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Papers;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Years;

/// <summary>What follows the title: honours, rewards from the preparation to the proof of use, and the papers.</summary>
internal static class AwardSteps
{
    /// <summary>Opens the title from the list; gives its address.</summary>
    public static async Task<string> OpenTitleAsync(this Walk walk, string who)
    {
        var window = await walk.AsAsync(who, "/titles");
        await walk.CheckAsync(window, "titles");
        await window.Page.Locator("a.row-link").ClickAsync();
        await window.Page.WaitForURLAsync("**/titles/*-*");
        await window.LiveAsync();
        return window.Path;
    }

    /// <summary>One honour, told by its fact in the list of honours.</summary>
    public static async Task HonourAsync(this Window window, string kind, string on, string? place = null)
    {
        var part = window.Part("授牌与荣誉");
        await part.Locator("#honour-kind").SelectOptionAsync(kind);
        await part.Locator("#honour-on").FillAsync(on);
        if (place is not null) await part.Locator("#honour-place").FillAsync(place);
        await part.SendAsync("登记");
        await Expect(part.Locator("dd", new() { HasText = on })).ToHaveCountAsync(kind switch { "Ceremony" => 1, "Plaque" => 2, _ => 3 });
    }

    /// <summary>Prepares the reward of this name; to a person it rests on a resolution.</summary>
    public static async Task PrepareAsync(this Window window, string reward, string? yuan = null, string? resolution = null)
    {
        var part = window.Part("可编制的奖励");
        var rows = window.Part("奖励").Locator("tbody tr .mark");
        var before = await rows.CountAsync();
        await part.Locator("label", new() { HasText = reward }).First.Locator("input").CheckAsync();
        if (yuan is not null) await part.Locator("#reward-yuan").FillAsync(yuan);
        if (resolution is not null) await part.Locator("#prepare-resolution").FillAsync(resolution);
        await part.SendAsync("编制");
        await Expect(rows).ToHaveCountAsync(before + 1);
    }

    /// <summary>Opens the next act on the reward of this name.</summary>
    public static async Task<ILocator> ActOnAsync(this Window window, string reward)
    {
        await window.Part("奖励").Locator("tbody tr", new() { HasText = reward }).Locator(".link-button").First.ClickAsync();
        var form = window.Page.Locator("form.reward-act").First;
        await Expect(form).ToBeVisibleAsync();
        return form;
    }

    /// <summary>Hangs the notice that payments to persons need.</summary>
    public static async Task PublishRewardsAsync(this Walk walk, Window window, string from)
    {
        var part = window.Part("奖励公示");
        await window.FillAsync(("notice-text", "拟向保险监督员、驻村服务员发放补贴和奖励，现予公示。"), ("notice-at", "村务公开栏"), ("notice-from", from));
        await walk.CheckAsync(window, "reward-notice");
        await part.SendAsync("发布公示");
        await Expect(window.Page.Locator("#notice-text")).ToHaveValueAsync("");
    }

    /// <summary>Adds the notice that a payment to a person rests on.</summary>
    public static async Task RestOnNoticeAsync(this Window window, string reward)
    {
        var form = await window.ActOnAsync(reward);
        await Expect(form.Locator("#reward-notice option")).ToHaveCountAsync(2);
        await form.Locator("#reward-notice").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await form.SendAsync("保存");
        await Expect(form.Locator("#reward-notice")).ToHaveCountAsync(0);
    }

    /// <summary>Approved by the leader, paid with proof by the insurer and, when the village is to prove its use, proven by the office.</summary>
    public static async Task PayAndUseAsync(this Walk walk, string page, string reward, string paidOn, bool use)
    {
        var leader = await walk.AsAsync("leader", page);
        var decide = await leader.ActOnAsync(reward);
        await walk.CheckAsync(leader, "reward-approve");
        await decide.SendAsync("批准");
        await Expect(leader.Part("奖励").Locator("tbody tr", new() { HasText = reward })).ToContainTextAsync("待发放");

        var insurer = await walk.AsAsync("insurer2", page);
        var pay = await insurer.ActOnAsync(reward);
        await insurer.FillAsync(("reward-day", paidOn), ("reward-reference", "转2026030001"));
        await pay.AttachAsync("转账回单.png");
        await walk.CheckAsync(insurer, "reward-pay");
        await pay.SendAsync("登记发放");
        await Expect(insurer.Part("奖励").Locator("tbody tr", new() { HasText = reward })).ToContainTextAsync("已发放");
        if (!use) return;

        var office = await walk.AsAsync("office", page);
        var proof = await office.ActOnAsync(reward);
        await proof.Locator("#reward-purpose").SelectOptionAsync("Education");
        await office.FillAsync(("reward-day", paidOn), ("reward-note", "购置村小学图书"));
        await proof.AttachAsync("购书发票.png");
        await walk.CheckAsync(office, "reward-use");
        await proof.SendAsync("登记使用");
        await Expect(office.Part("奖励").Locator("tbody tr", new() { HasText = reward })).ToContainTextAsync("教育");
    }

    /// <summary>Opens each paper that the village has as it would be printed, and says of which kinds there are some.</summary>
    public static async Task<IReadOnlySet<PaperKind>> OpenPapersAsync(this Walk walk, string who)
    {
        IReadOnlyList<VillagePapers.Row> papers = [];
        await walk.Product.AsAsync(who, async services => papers = await services.GetRequiredService<VillagePapers>().RunAsync(YearProduct.VillageCode, default));
        var window = await walk.AsAsync(who);
        foreach (var paper in papers)
        {
            await window.Page.GotoAsync($"/papers/{paper.Kind}/{paper.RecordId}");
            await Expect(window.Page.Locator("main.papers .paper").First).ToBeVisibleAsync();
            await walk.KeepAsync(window, $"paper-{paper.Kind}");
        }
        return papers.Select(p => p.Kind).ToHashSet();
    }

    /// <summary>Prints the certificate of the title and gives the PDF with the text that it shows.</summary>
    public static async Task<(byte[] Pdf, string Text)> PrintCertificateAsync(this Walk walk, string who, string title)
    {
        var window = await walk.AsAsync(who);
        await window.Page.GotoAsync($"/papers/Certificate/{title.Split('/')[^1]}");
        // The printer is asked for at once; while Chromium prints by itself, no PDF can be taken of the page.
        await window.Page.AddInitScriptAsync("window.print = () => window.__printed = true");
        await window.Page.ClickAsync("text=编号并打印");
        await window.Page.WaitForURLAsync("**print=*");
        await window.Page.WaitForFunctionAsync("window.__printed");
        var pdf = await window.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
        await walk.KeepAsync(window, "certificate");
        return (pdf, await window.Page.InnerTextAsync("main.papers"));
    }
}
