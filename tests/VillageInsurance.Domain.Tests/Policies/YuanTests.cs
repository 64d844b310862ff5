using VillageInsurance.Domain.Policies;

namespace VillageInsurance.Domain.Tests.Policies;

public class YuanTests
{
    [Theory]
    [InlineData("80.00", 8000)]
    [InlineData("80", 8000)]
    [InlineData("80.5", 8050)]
    [InlineData("0.01", 1)]
    [InlineData("999999999999.99", 99999999999999)]
    public void Yuan_are_read_to_the_last_fen(string text, long fen)
    {
        Assert.True(Yuan.TryParse(text, out var read));
        Assert.Equal(fen, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1.00")]
    [InlineData("+1")]
    [InlineData("1,000.00")]
    [InlineData("1.005")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e3")]
    [InlineData("１")]
    [InlineData("1000000000000")]
    public void Anything_else_is_refused(string text) => Assert.False(Yuan.TryParse(text, out _));

    [Fact]
    public void Fen_are_written_as_yuan() => Assert.Equal(["0.05", "-12.30", "1234.00"], new long[] { 5, -1230, 123400 }.Select(Yuan.Text));
}
