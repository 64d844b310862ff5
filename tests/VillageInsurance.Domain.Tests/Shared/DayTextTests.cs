using System.Globalization;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.Shared;

public sealed class DayTextTests
{
    [Fact]
    public void Every_day_of_four_centuries_is_read_in_both_forms()
    {
        for (var day = new DateOnly(1850, 1, 1); day < new DateOnly(2250, 1, 1); day = day.AddDays(1))
        {
            Assert.True(DayText.TryParse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var read));
            Assert.True(DayText.TryParseDigits(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), out var ofDigits));
            Assert.Equal((day, day), (read, ofDigits));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("2009-1-5")]
    [InlineData("2009-02-29")]
    [InlineData("2009-13-01")]
    [InlineData("2009-00-01")]
    [InlineData("2009-01-00")]
    [InlineData("2009-01-32")]
    [InlineData("0000-01-01")]
    [InlineData("2009/01/05")]
    [InlineData("2009-01-05 ")]
    [InlineData("-009-01-05")]
    [InlineData("２００９-01-05")]
    [InlineData("20090105")]
    public void Anything_else_is_no_day(string text) => Assert.False(DayText.TryParse(text, out _));

    [Theory]
    [InlineData("")]
    [InlineData("2009015")]
    [InlineData("20090229")]
    [InlineData("20091301")]
    [InlineData("2009 105")]
    [InlineData("2009-01-05")]
    public void Anything_else_is_no_day_in_digits(string text) => Assert.False(DayText.TryParseDigits(text, out _));
}
