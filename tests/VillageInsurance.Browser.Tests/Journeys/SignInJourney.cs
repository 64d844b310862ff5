using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.Web.Accounts;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Journeys;

/// <summary>Wrong passwords lock, each role sees its own menu.</summary>
public sealed class SignInJourney(DemoProduct product, Chromium chromium) : IClassFixture<DemoProduct>
{
    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_refused_with_the_same_words()
    {
        var staff = await product.AtTheCommandLineAsync(async services =>
        {
            var id = Guid.CreateVersion7();
            await services.GetRequiredService<AddStaffMember>().RunAsync(new(id, "forgetful", "Forgetful", null));
            return id;
        });
        var password = await product.Services.GetRequiredService<AccountWork>().CreateAsync(Guid.CreateVersion7(), staff, "forgetful", TimeProvider.System.GetUtcNow());
        await using var window = await chromium.OpenAsync(product);
        for (var tries = 0; tries < 5; tries++) await window.SignInAsync("forgetful", "Not-The-Password-1");
        var words = await window.Page.Locator(".note").TextContentAsync();

        await window.SignInAsync("forgetful", password);

        Assert.Contains("/sign-in", window.Path, StringComparison.Ordinal);
        Assert.Equal(words, await window.Page.Locator(".note").TextContentAsync());
        await window.CheckAsync();
    }

    [Theory]
    [InlineData("office", "首页 看板 建设点申报 理赔进度 候选村比较 验收申报 更正与迁移 明文导出申请 离岗委托 年度日程 启动检查表 创建计划 称号 奖励与费用 经验总结 领导小组 档案完整度 月度反馈 疑似重复 合作协议 驻村服务员 保险监督员 投诉与误导 方案 险种目录 文书 花名册导入 数据导入")]
    [InlineData("leader", "首页 看板 建设点申报 理赔进度 验收申报 离岗委托 年度日程 启动检查表 创建计划 称号 奖励与费用 经验总结 领导小组 档案完整度 月度反馈 合作协议 保险监督员 方案")]
    [InlineData("township", "首页 看板 建设点申报 理赔进度 候选村比较 验收申报 农户审核 离岗委托 年度日程 启动检查表 创建计划 称号 奖励与费用 经验总结 领导小组 档案完整度 月度反馈 合作协议 驻村服务员 保险监督员 方案")]
    [InlineData("cadre", "首页 看板 建设点申报 理赔进度 验收申报 离岗委托 年度日程 启动检查表 创建计划 称号 奖励与费用 经验总结 领导小组 档案完整度 月度反馈 合作协议 驻村服务员 保险监督员 方案")]
    [InlineData("supervisor", "首页 看板 理赔监督 理赔案件 离岗委托 年度日程 启动检查表 创建计划 称号 奖励与费用 经验总结 领导小组 农户档案 档案完整度 月度反馈 合作协议 驻村服务员 保险监督员 投诉与误导 方案")]
    [InlineData("agent", "首页 看板 理赔案件 走访清单 续期提醒 收费异常 承诺书 离岗委托 年度日程 启动检查表 创建计划 称号 奖励与费用 经验总结 领导小组 农户档案 保单 档案完整度 月度反馈 疑似重复 驻村服务员 投诉与误导 方案 花名册导入")]
    [InlineData("insurer", "首页 看板 建设点申报 理赔案件 验收申报 收费异常 保费对账 离岗委托 年度日程 启动检查表 创建计划 称号 奖励与费用 经验总结 领导小组 保单 已同意的调查 档案完整度 月度反馈 合作协议 驻村服务员 保险监督员 投诉与误导 客户回访 方案 险种目录 承保清单导入")]
    [InlineData("sysadmin", "首页 账号 在线情况")]
    [InlineData("secadmin", "首页 授权 接口密钥 在线情况")]
    [InlineData("auditor", "首页 审计日志")]
    public async Task Each_role_has_its_menu(string user, string menu)
    {
        await using var window = await chromium.OpenAsync(product);
        await window.EnterAsync(user);

        await Expect(window.Page.Locator(".nav a span")).ToHaveTextAsync(menu.Split(' '));
        await window.CheckAsync();
    }
}
