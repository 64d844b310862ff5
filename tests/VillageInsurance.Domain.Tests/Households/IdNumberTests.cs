using VillageInsurance.Domain.Households;

namespace VillageInsurance.Domain.Tests.Households;

public class IdNumberTests
{
    private const string Real = "53280119900307001";

    [Fact]
    public void A_right_number_tells_birth_date_and_sex()
    {
        Assert.True(IdNumber.TryParse(With(Real), testRegionAllowed: false, out var id));
        Assert.Equal((new DateOnly(1990, 3, 7), Sex.Male), (id.BirthDate, id.Sex));
        Assert.True(IdNumber.TryParse(With("53280119900307002"), false, out var woman));
        Assert.Equal(Sex.Female, woman.Sex);
    }

    // The standard's own example.
    [Fact]
    public void The_check_character_of_the_standard_is_an_x() => Assert.Equal('X', IdNumber.CheckCharacter("11010519491231002"));

    [Fact]
    public void A_small_x_is_taken_as_a_capital_one()
    {
        Assert.True(IdNumber.TryParse("11010519491231002x", false, out var id));
        Assert.Equal("11010519491231002X", id.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("5328011990030700")]
    [InlineData("５３２８０１１９９００３０７００１２")]
    [InlineData("532801 9900307001X")]
    public void What_has_another_form_is_refused(string? text) => Assert.False(IdNumber.TryParse(text, true, out _));

    [Theory]
    [InlineData("53280119900230001")] // no such day
    [InlineData("53280118000101001")] // nobody is as old
    [InlineData("99280119900307001")] // no such province
    [InlineData("00280119900307001")]
    public void What_cannot_be_is_refused_with_a_right_check_character(string digits) => Assert.False(IdNumber.TryParse(With(digits), false, out _));

    [Fact]
    public void The_test_region_is_let_through_only_where_it_is_allowed()
    {
        var made = With("99999919900307001");
        Assert.True(IdNumber.TryParse(made, testRegionAllowed: true, out _));
        Assert.False(IdNumber.TryParse(made, testRegionAllowed: false, out _));
    }

    [Fact]
    public void Ten_thousand_right_numbers_pass_and_each_with_one_digit_changed_does_not()
    {
        var random = new Random(1);
        for (var i = 0; i < 10_000; i++)
        {
            var right = With($"532801{new DateOnly(1930, 1, 1).AddDays(random.Next(34_000)):yyyyMMdd}{random.Next(1000):000}");
            Assert.True(IdNumber.TryParse(right, false, out _), right);
            var at = random.Next(17);
            var wrong = right.ToCharArray();
            wrong[at] = (char)('0' + (wrong[at] - '0' + 1 + random.Next(9)) % 10);
            Assert.False(IdNumber.TryParse(new string(wrong), false, out _), new string(wrong));
        }
    }

    [Fact]
    public void Nonsense_never_throws()
    {
        var random = new Random(2);
        for (var i = 0; i < 20_000; i++)
            IdNumber.TryParse(new string([.. Enumerable.Range(0, random.Next(20)).Select(_ => (char)random.Next(1, 0x3000))]), true, out _);
    }

    private static string With(string digits) => digits + IdNumber.CheckCharacter(digits);
}
