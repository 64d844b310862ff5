using VillageInsurance.Web.Accounts;

namespace VillageInsurance.Web.Tests.Accounts;

public class PasswordRulesTests
{
    [Theory]
    [InlineData("Lancang-9-Terrace")]
    [InlineData("tealeaf Mekong 77")]
    [InlineData("xK4-qqPz-77vR")]
    [InlineData("Mengyang9#rubber")]
    [InlineData("ZebraMangoCloth8")]
    [InlineData("9!k3$T7@w1&Zp")]
    [InlineData("村里的路很长Xkz-85")]
    [InlineData("Puer.tea.1958.x")]
    [InlineData("Kopi-Susu-Gula3")]
    [InlineData("gnirpS-retniW-93z")]
    public void These_are_taken(string password) => Assert.Null(PasswordRules.BrokenBy(password, "liwenjing"));

    [Theory]
    [InlineData("", PasswordRule.TooShort)]
    [InlineData("Aa1!", PasswordRule.TooShort)]
    [InlineData("Mekong-77-x", PasswordRule.TooShort)]
    [InlineData("onlysmallletters", PasswordRule.TooFewKinds)]
    [InlineData("ONLYCAPITALLETTERS", PasswordRule.TooFewKinds)]
    [InlineData("493827164058", PasswordRule.TooFewKinds)]
    [InlineData("smallletters12", PasswordRule.TooFewKinds)]
    [InlineData("SmallAndCapital", PasswordRule.TooFewKinds)]
    [InlineData("!!--..,,__++==", PasswordRule.TooFewKinds)]
    public void These_are_too_short_or_too_plain(string password, PasswordRule rule) => Assert.Equal(rule, PasswordRules.BrokenBy(password, "liwenjing"));

    [Theory]
    [InlineData("Password1234")]
    [InlineData("PASSWORD1234a")]
    [InlineData("passWORD!1234")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("P@$$w0rd-1234")]
    [InlineData("Welcome@2026!")]
    [InlineData("Admin123456!")]
    [InlineData("Administrator1!")]
    [InlineData("Qwerty123456!")]
    [InlineData("Qwertyuiop12!")]
    [InlineData("1Qaz2wsx3edc!")]
    [InlineData("1qaz@WSX3edc")]
    [InlineData("Abcdefgh1234")]
    [InlineData("ILoveYou2026!")]
    [InlineData("Woaini1314520")]
    [InlineData("Zhangsan12345")]
    [InlineData("WangLi198801!")]
    [InlineData("Huawei2026!!")]
    [InlineData("Summer-2026-x")]
    [InlineData("Spring2026!ab")]
    [InlineData("January-2026!")]
    [InlineData("Letmein-2026!")]
    [InlineData("Changeme.2026")]
    [InlineData("TestTest1234!")]
    [InlineData("Dragon-Tiger9")]
    [InlineData("Kunming123456")]
    [InlineData("Yunnan-Banna1")]
    [InlineData("Jinghong@2026")]
    [InlineData("Xishuangbanna1!")]
    [InlineData("Baoxian-2026!")]
    [InlineData("Insurance2026")]
    [InlineData("Village#2026x")]
    [InlineData("Office-2026-a")]
    [InlineData("liwenjing@2026A")]
    [InlineData("LiWenJing-1990")]
    [InlineData("x9-LIWENJING-q")]
    [InlineData("A1!aaaaaaaaaa")]
    [InlineData("aaaaaaaaAAA1!")]
    [InlineData("12345678901Ab!")]
    [InlineData("1234567890a-B")]
    public void These_are_guessed_at_once(string password) => Assert.Equal(PasswordRule.TooCommon, PasswordRules.BrokenBy(password, "liwenjing"));

    [Fact]
    public void A_hundred_and_twenty_eight_characters_are_taken_and_one_more_is_not()
    {
        var longest = string.Concat(Enumerable.Range(0, 32).Select(i => $"Kz{i % 10}-"));

        Assert.Null(PasswordRules.BrokenBy(longest, "liwenjing"));
        Assert.Equal(PasswordRule.TooLong, PasswordRules.BrokenBy(longest + "x", "liwenjing"));
    }

    [Fact]
    public void Every_one_time_password_meets_the_rules_and_is_another()
    {
        var many = Enumerable.Range(0, 500).Select(_ => OneTimePassword.New()).ToList();

        Assert.All(many, password => Assert.Null(PasswordRules.BrokenBy(password, "liwenjing")));
        Assert.Equal(many.Count, many.Distinct().Count());
    }
}
