using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Acceptance;

namespace VillageInsurance.UseCases.Tests.Acceptance;

public class IndicatorCsvTests
{
    private static readonly Thresholds City = new(new(80, 100), StudentBase.Pupils, 1000, 5000, new(60, 100));

    [Fact]
    public async Task A_line_says_what_was_counted_and_how_it_is_judged()
    {
        var line = await LineAsync("村", new(683, 300, 0, 0, 0, 0, -5, 3_415_000, 180, 200));

        Assert.Equal("1,村,683,300,0,0,0,0,-5,3415000,180,200,,0.00,50.00,60.00,na,na,0,1,1,0,0", line);
        Assert.Equal(IndicatorCsv.Header.Split(',').Length, line.Split(',').Length);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("a,b\"c", "\"a,b\"\"c\"")]
    public async Task A_name_is_never_a_formula_and_never_breaks_a_line(string name, string written) =>
        Assert.StartsWith($"1,{written},", await LineAsync(name, default), StringComparison.Ordinal);

    private static async Task<string> LineAsync(string name, IndicatorFigures figures)
    {
        await using var text = new StringWriter();
        await IndicatorCsv.WriteAsync(text, [new("1", name, figures, Indicators.Judge(figures, City), Indicators.OfStudents(figures, City.StudentCoverage, StudentBase.Households), false)]);
        return text.ToString().Split('\n')[1];
    }
}
