using Bunit;
using VillageInsurance.Web.Shared;

namespace VillageInsurance.Web.Tests.Shared;

public sealed class FieldTests : Screen
{
    [Fact]
    public void The_label_points_to_the_input_and_an_error_takes_the_place_of_the_help()
    {
        var field = Show<Field>(with => with.Add(f => f.Label, "Households").Add(f => f.Required, true).Add(f => f.Help, "Counted in the village")
            .Add(f => f.ChildContent, id => $"<input id='{id}' />"));
        Assert.Equal(field.Find("input").Id, field.Find("label").GetAttribute("for"));
        Assert.Equal("Counted in the village", field.Find(".help").TextContent);

        field.Render(with => with.Add(f => f.Error, "Give a number"));

        Assert.Equal("Give a number", field.Find(".wrong .help[role=alert]").TextContent);
        Assert.Single(field.FindAll(".help"));
    }
}
