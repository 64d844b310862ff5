using Bunit;
using Microsoft.AspNetCore.Components;
using VillageInsurance.Web.Shell;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Shell;

public sealed class PageErrorsTests : Screen
{
    [Fact]
    public void A_page_that_fails_says_a_number_and_what_to_do_and_may_be_tried_again()
    {
        Failing.Fails = true;
        var boundary = Show<PageErrors>(with => with.AddChildContent<Failing>());
        Assert.Matches("<code>[0-9a-f]{32}</code>", boundary.Markup);
        Assert.DoesNotContain("inside", boundary.Markup, StringComparison.Ordinal);

        Failing.Fails = false;
        boundary.Click("button");
        Assert.Contains("well again", boundary.Markup, StringComparison.Ordinal);
    }

    private sealed class Failing : ComponentBase
    {
        public static bool Fails { get; set; }

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            if (Fails) throw new InvalidOperationException("inside");
            builder.AddContent(0, "well again");
        }
    }
}
