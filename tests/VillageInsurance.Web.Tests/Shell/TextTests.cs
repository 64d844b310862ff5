using System.Collections;
using System.Globalization;
using System.Resources;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Shell;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Tests.Shell;

public class TextTests
{
    [Fact]
    public void Every_text_of_MudBlazor_has_ours()
    {
        var assembly = typeof(MudBlazor.MudButton).Assembly;
        using var theirs = new ResourceReader(assembly.GetManifestResourceStream("MudBlazor.Resources.LanguageResource.resources")!);
        var keys = theirs.Cast<DictionaryEntry>().Select(entry => (string)entry.Key).ToList();

        Assert.NotEmpty(keys);
        Assert.DoesNotContain(keys, key => Of<MudTexts>(key, "zh-CN") is null || Of<MudTexts>(key, "en") is null);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Navigation_roles_problems_and_demo_accounts_have_their_words(string language)
    {
        var shell = Navigation.All.Select(entry => $"Nav.{entry.Key}")
            .Concat(Enum.GetNames<NavGroup>().Select(name => $"NavGroup.{name}")).Concat(Enum.GetNames<Role>().Select(name => $"Role.{name}"));
        var account = Enum.GetNames<PasswordProblem>().Select(name => $"PasswordProblem.{name}").Concat(DemoAccounts.UserNames.Select(name => $"Demo.{name}"));

        Assert.DoesNotContain(shell, key => Of<ShellTexts>(key, language) is null);
        Assert.DoesNotContain(account, key => Of<AccountTexts>(key, language) is null);
        Assert.DoesNotContain(Enum.GetNames<AccountRule>(), name => Of<MessageTexts>($"AccountRule.{name}", language) is null);
    }

    private static string? Of<T>(string key, string language) =>
        new ResourceManager(typeof(T)).GetResourceSet(CultureInfo.GetCultureInfo(language == "zh-CN" ? "" : language), true, false)?.GetString(key);
}
