using Bunit;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Web.Shared;

namespace VillageInsurance.Web.Tests.Shared;

public sealed class IndicatorBarTests : Screen
{
    [Fact]
    public void A_short_one_is_hatched_and_dotted_up_to_the_line()
    {
        var bar = Bar(new(123, 177));

        Assert.NotNull(bar.Find(".indicator.short[role=img][aria-label='short by 19']"));
        Assert.Equal("width:65.1%", bar.Find("u").GetAttribute("style"));
        Assert.Equal("left:65.1%;width:9.9%", bar.Find("em").GetAttribute("style"));
    }

    [Fact]
    public void One_that_is_met_is_solid() => Assert.Empty(Bar(new(8, 10)).FindAll(".short, em"));

    [Fact]
    public void Nothing_to_divide_by_is_neither_zero_nor_met() => Assert.NotNull(Bar(new(0, 0)).Find(".bar-none"));

    private IRenderedComponent<IndicatorBar> Bar(Fraction value) => Show<IndicatorBar>(with => with
        .Add(bar => bar.Value, value).Add(bar => bar.Standard, new Fraction(80, 100)).Add(bar => bar.Label, "short by 19").Add(bar => bar.Large, true));
}
