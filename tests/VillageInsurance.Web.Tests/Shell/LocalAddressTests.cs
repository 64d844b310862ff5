using VillageInsurance.Web.Shell;

namespace VillageInsurance.Web.Tests.Shell;

public class LocalAddressTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/villages?year=2025#i3", "/villages?year=2025#i3")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("villages", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/\u00a0/evil", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public void Only_a_path_of_our_own_is_gone_to(string? asked, string gone) => Assert.Equal(gone, LocalAddress.OrHome(asked));
}
