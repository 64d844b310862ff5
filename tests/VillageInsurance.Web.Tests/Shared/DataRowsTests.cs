using Bunit;
using VillageInsurance.Web.Shared;

namespace VillageInsurance.Web.Tests.Shared;

public sealed class DataRowsTests : Screen
{
    [Fact]
    public void A_group_is_named_once_before_its_rows()
    {
        var table = Table(["late a", "late b", "soon c"]);

        Assert.Equal(["late", "late a", "late b", "soon", "soon c"], table.FindAll("tbody td").Select(cell => cell.TextContent));
        Assert.Equal("2", table.Find(".group td").GetAttribute("colspan"));
    }

    [Fact]
    public void Without_rows_it_says_so_and_shows_no_sum()
    {
        var table = Table([]);

        Assert.Equal("Nothing", table.Find(".empty td").TextContent);
        Assert.Empty(table.FindAll("tfoot"));
        Assert.NotEmpty(Table(["late a"]).FindAll("tfoot"));
    }

    private IRenderedComponent<DataRows<string>> Table(string[] items) => Show<DataRows<string>>(with => with
        .Add(rows => rows.Items, items).Add(rows => rows.Columns, 2).Add(rows => rows.Head, "<tr><th>What</th></tr>")
        .Add(rows => rows.Row, item => $"<td>{item}</td>").Add(rows => rows.Group, item => item.Split(' ')[0])
        .Add(rows => rows.Empty, "Nothing").Add(rows => rows.Sum, "<tr><td>3</td></tr>"));
}
