using System.Globalization;
using Bunit;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Schemes;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Schemes;

public sealed class SchemePageTests : PageScreen, IClassFixture<TestDatabase>
{
    public SchemePageTests(TestDatabase database) : base(database)
    {
        EveryTextIsNeeded();
        As(Someone.InTheCounty(Role.CountyOffice));
    }

    [Theory]
    [InlineData("zh-CN", "300 户、800 人以上", "适用：行政村、村民小组", "80% 以上", "10.00 元以上", "12 月 25 日前申报验收", "申报建设点：乡镇干部", "村民委员会：5,000.00 元，一次性", "国发〔〕23号")]
    [InlineData("en", "At least 300 households and 800 people", "For: villages, village groups", "at least 80%", "at least 10.00 yuan", "Declaration by 12-25", "Proposes a site: Township official", "Village committee: 5,000.00 yuan, once", "2007-03-09")]
    public void The_city_template_says_everything_in_both_languages(string language, params string[] said) =>
        Says(Show(Scheme.CityTemplateId, language), said);

    [Theory]
    [InlineData("zh-CN", "不设规模条件", "先进村占比 60% 以上", "审核建设点：乡镇干部", "保险监督员：50.00 元，每月", "没有登记依据文件")]
    [InlineData("en", "No size rule", "Decides a site: Township official", "Supervisor: 50.00 yuan, monthly", "No document is registered")]
    public void The_town_template_says_everything_in_both_languages(string language, params string[] said) =>
        Says(Show(Scheme.TownTemplateId, language), said);

    [Fact]
    public void The_list_leads_to_both_templates_and_marks_the_one_that_holds()
    {
        var page = Show<SchemeListPage>(_ => { });

        page.WaitForElement(".rows", Soon);
        Assert.Equal([$"/schemes/{Scheme.CityTemplateId}", $"/schemes/{Scheme.TownTemplateId}"], page.FindAll("a.row-link").Select(a => a.GetAttribute("href")!));
        Assert.Equal([true, false], page.FindAll("tbody tr").Select(row => row.TextContent.Contains("In force this year", StringComparison.Ordinal)));
    }

    private IRenderedComponent<SchemePage> Show(Guid scheme, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        return Show<SchemePage>(p => p.Add(x => x.Id, scheme));
    }

    private static void Says(IRenderedComponent<SchemePage> page, string[] said)
    {
        page.WaitForElement(".rows", Soon);
        var text = string.Join(' ', page.Nodes.Select(n => n.TextContent));
        Assert.All(said, words => Assert.Contains(words, text, StringComparison.Ordinal));
    }
}
