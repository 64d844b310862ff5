using Bunit;
using VillageInsurance.Web.Shared;

namespace VillageInsurance.Web.Tests.Shared;

public sealed class MaskedTests : Screen
{
    private int _asked;

    [Fact]
    public void The_clear_value_is_asked_for_on_the_eye_alone_and_hides_itself_after_half_a_minute()
    {
        var value = Value("99999919800101315X");
        Assert.Equal((0, "999***********315X"), (_asked, Text(value)));

        value.Click("button");
        Assert.Equal((1, "99999919800101315X"), (_asked, Text(value)));

        Clock.Advance(TimeSpan.FromSeconds(31));
        value.WaitForAssertion(() => Assert.Equal("999***********315X", Text(value)));
    }

    [Fact]
    public void A_second_press_hides_it_without_asking_again()
    {
        var value = Value("99999919800101315X");
        value.Click("button");
        value.Click("button");

        Assert.Equal((1, "999***********315X"), (_asked, Text(value)));
    }

    [Fact]
    public void What_is_refused_stays_masked()
    {
        var value = Value(null);
        value.Click("button");

        Assert.Equal("999***********315X", Text(value));
    }

    [Fact]
    public void Without_the_right_there_is_no_eye() =>
        Assert.Empty(Show<Masked>(with => with.Add(m => m.Value, "999***********315X").Add(m => m.What, "ID")).FindAll("button"));

    private IRenderedComponent<Masked> Value(string? clear) => Show<Masked>(with => with
        .Add(m => m.Value, "999***********315X").Add(m => m.What, "ID")
        .Add(m => m.Reveal, () => { _asked++; return Task.FromResult(clear); }));

    private static string Text(IRenderedComponent<Masked> value) => value.Find(".value").TextContent;
}
