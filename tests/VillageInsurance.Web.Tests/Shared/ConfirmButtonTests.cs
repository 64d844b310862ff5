using Bunit;
using VillageInsurance.Web.Shared;

namespace VillageInsurance.Web.Tests.Shared;

public sealed class ConfirmButtonTests : Screen
{
    private int _done;

    [Fact]
    public void It_asks_once_and_may_be_left()
    {
        var button = Button();
        button.Click("button");
        Assert.Contains("Disable office?", button.Markup, StringComparison.Ordinal);

        button.Click("button", 1);
        Assert.DoesNotContain("Disable office?", button.Markup, StringComparison.Ordinal);
        Assert.Equal(0, _done);
    }

    [Fact]
    public void The_second_press_does_it()
    {
        var button = Button();
        button.Click("button");
        button.Click("button", 0);

        Assert.Equal(1, _done);
    }

    private IRenderedComponent<ConfirmButton> Button() => Show<ConfirmButton>(with => with
        .Add(b => b.Text, "Disable").Add(b => b.Question, "Disable office?").Add(b => b.Confirmed, () => _done++));
}
