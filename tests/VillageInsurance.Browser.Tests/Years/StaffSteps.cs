using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Years;

/// <summary>From the proposal to the day on which the village builds: application, plaque, agreement, supervisor, agent.</summary>
internal static class StaffSteps
{
    /// <summary>Proposes the village and has it approved. Dates are of this year's beginning.</summary>
    public static async Task DesignateAsync(this Walk walk, string proposer, string decider, string day)
    {
        var window = await walk.AsAsync(proposer, "/applications/new");
        await window.Page.SelectOptionAsync("#village", $"{walk.Village}");
        await window.Page.ClickAsync("text=开始填写");
        await window.Page.WaitForURLAsync("**/edit");
        var id = new Uri(window.Page.Url).Segments[2].TrimEnd('/');
        await Expect(window.Page.Locator("#households")).ToBeVisibleAsync();
        await window.FillAsync(("households", "375"), ("people", "1245"), ("resolution-on", day), ("resolution-number", "村议〔2025〕2号"), ("cadre", "副主任 岩温叫"));
        foreach (var fact in await window.Page.Locator("input[id^=fact-]").AllAsync()) await fact.FillAsync("属实");
        foreach (var met in await window.Page.Locator("fieldset.choices label:first-of-type input[type=radio]").AllAsync()) await met.CheckAsync();
        await window.Page.Locator("main").AttachAsync("村委会决议.png");
        await walk.CheckAsync(window, "application-edit");
        await window.Page.ClickAsync(".form-actions button[type=submit]");
        await window.Page.WaitForURLAsync($"**/applications/{id}");
        await window.ExpectStateAsync("待审核");

        var office = await walk.AsAsync(decider, $"/applications/{id}");
        await Expect(office.Page.Locator("#opinion")).ToBeVisibleAsync();
        await walk.CheckAsync(office, "application-review");
        await office.Page.Locator("#opinion").PressAsync("Control+Enter");
        await office.Page.WaitForURLAsync(url => !url.Contains(id, StringComparison.Ordinal));
        await office.GoAsync($"/applications/{id}");
        await office.ExpectStateAsync("已同意");
    }

    public static async Task HangPlaqueAsync(this Walk walk, string who, string day)
    {
        var window = await walk.AsAsync(who, $"/villages/{walk.Village}");
        var part = window.Page.Locator("section.card", new() { Has = window.Page.Locator("#plaque-on") });
        await part.AttachAsync("建设点挂牌.png");
        await window.FillAsync(("plaque-on", day));
        await part.SendAsync("登记挂牌");
        await Expect(window.Page.Locator("#plaque-on")).ToHaveCountAsync(0);
        await walk.CheckAsync(window, "village-with-plaque");
    }

    public static async Task SignAgreementAsync(this Walk walk, string from, string to)
    {
        var insurer = await walk.AsAsync("insurer", $"/villages/{walk.Village}/people");
        await insurer.Part("合作协议").SendAsync("起草协议");
        await insurer.Page.WaitForURLAsync("**/edit");
        var id = new Uri(insurer.Page.Url).Segments[2].TrimEnd('/');
        await Expect(insurer.Page.Locator("#committee")).ToBeVisibleAsync();
        await insurer.FillAsync(("committee", "大干坝村民委员会"), ("branch", "保险公司支公司"), ("term-from", from), ("term-to", to), ("committee-signer", "岩温叫"), ("branch-signer", "周明华"), ("signed-on", from));
        await insurer.Part("扫描件").AttachAsync("合作协议.png");
        await walk.CheckAsync(insurer, "agreement-edit");
        await insurer.Page.Locator(".form-actions").SendAsync("提交审定");
        await insurer.Page.WaitForURLAsync($"**/agreements/{id}");

        var office = await walk.AsAsync("office", $"/agreements/{id}");
        await walk.CheckAsync(office, "agreement-decide");
        await office.Part("审定").Locator("button[type=submit]").ClickAsync();
        await office.ExpectStateAsync("生效");
    }

    public static async Task AppointSupervisorAsync(this Walk walk)
    {
        var cadre = await walk.AsAsync("cadre", $"/villages/{walk.Village}/people");
        await cadre.NameAsync("nominate", cadre.Part("保险监督员"), "提名监督员", "supervisor");
        await Expect(cadre.Part("保险监督员").Locator("ul.people")).ToContainTextAsync(YearPeople.NameOf("supervisor"));
        await walk.CheckAsync(cadre, "people-nominated");

        var office = await walk.AsAsync("office", $"/villages/{walk.Village}/people");
        await office.Part("保险监督员").SendAsync("聘任");
        await Expect(office.Part("保险监督员")).ToContainTextAsync("聘书");
    }

    /// <summary>Recommended, vetted, trained, registered, sworn and assigned.</summary>
    public static async Task AssignAgentAsync(this Walk walk, string trained, string registered)
    {
        var cadre = await walk.AsAsync("cadre", $"/villages/{walk.Village}/people");
        await cadre.NameAsync("recommend", cadre.Part("驻村服务员"), "推荐服务员", "agent");
        var link = cadre.Part("驻村服务员").Locator("a.row-link");
        await Expect(link).ToHaveTextAsync(YearPeople.NameOf("agent"));
        var page = (await link.GetAttributeAsync("href"))!;

        var insurer = await walk.AsAsync("insurer", page);
        await insurer.Page.GetByLabel("同意培训").CheckAsync();
        await insurer.FillAsync(("vet-finding", "四项条件符合"));
        await insurer.Part("办理").SendAsync("登记考察");
        await insurer.FillAsync(("trained-from", trained), ("trained-to", trained));
        await insurer.Part("办理").SendAsync("登记培训");
        await insurer.FillAsync(("registration-number", "02025000800001"), ("registration-from", registered));
        await insurer.Part("办理").SendAsync("登记执业");
        await insurer.ExpectStateAsync("已登记");
        await walk.CheckAsync(insurer, "agent-registered");

        await walk.SignLetterAsync();

        var office = await walk.AsAsync("office", page);
        await walk.CheckAsync(office, "agent-assign");
        await office.Part("办理").SendAsync("聘任");
        await Expect(office.Page.Locator(".gate-note")).ToContainTextAsync("培训、登记、承诺书和聘任齐全");
    }

    /// <summary>This year's commitment letter, each point ticked.</summary>
    public static async Task SignLetterAsync(this Walk walk)
    {
        var agent = await walk.AsAsync("agent", "/commitment-letter");
        foreach (var point in await agent.Page.Locator("fieldset.choices input[type=checkbox]").AllAsync()) await point.CheckAsync();
        await agent.FillAsync(("sign-name", YearPeople.NameOf("agent")));
        await walk.CheckAsync(agent, "commitment-letter");
        await agent.Page.Locator("main form").SendAsync("签署承诺书");
        await Expect(agent.Page.Locator("main .note")).ToContainTextAsync("承诺书已签署");
    }

    /// <summary>The way on the village's page has come to the building, and what is next is the declaration.</summary>
    public static async Task ExpectBuildingAsync(this Walk walk, string who)
    {
        var window = await walk.AsAsync(who, $"/villages/{walk.Village}");
        await Expect(window.Page.Locator(".cycle-steps li[aria-current=step]")).ToContainTextAsync("创建");
        await Expect(window.Page.Locator(".next-step")).ToContainTextAsync("申报验收");
        await walk.CheckAsync(window, "village-building");
    }

    private static async Task NameAsync(this Shared.Window window, string prefix, ILocator part, string act, string user)
    {
        await part.Locator("summary", new() { HasText = act }).ClickAsync();
        await window.Page.Locator($"#{prefix}-person").FillAsync(YearPeople.NameOf(user));
        await part.Locator("label", new() { HasText = user }).Locator("input").CheckAsync();
        await window.FillAsync(($"{prefix}-character", "为人正派"), ($"{prefix}-relations", "群众信任"), ($"{prefix}-ability", "熟悉村情"), ($"{prefix}-schooling", "高中"));
        await part.SendAsync(act);
    }
}
