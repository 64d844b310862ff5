using VillageInsurance.Domain.Households;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Tests.Rosters;

/// <summary>Whatever stands in a cell, reading it breaks nothing, and what is taken is what its kind must be.</summary>
public class RandomCellTests
{
    private const int Cells = 100_000;

    // What people type, mixed with what no one does.
    private static readonly string[] Pieces =
    [
        "0", "1", "9", "19", "2009", "1990", "532801", "999999", "11010519491231002X", "x", "X", ".", "-", "/", ":", ",", "年", "月", "日", "万", "元", "￥", "'", " ", "\u3000", "\t", "\n", "\u00A0",
        "\u200B", "\uFEFF", "\0", "岩", "村委会", "村民委员会", "组", "第", "十", "三", "男", "女", "０", "９", "Ｘ", "·", "=", "E+17", "\uD840\uDC00", "\uD840", "é", "一千", "000", "T12:30",
    ];

    private static readonly VillageNames Villages = new(["曼戈龙村民委员会", "城子村民委员会"]);

    [Fact]
    public void An_id_number_that_is_taken_is_valid() => Each(cell => IdNumberCell.Read(cell, true), value => IdNumber.TryParse(value, true, out var number) && number.Text == value);

    [Fact]
    public void A_date_that_is_taken_is_a_day() => Each(DateCell.Read, value => DateCell.DayOf(value) is { Year: >= 1900 and <= 2100 });

    [Fact]
    public void A_name_that_is_taken_has_letters_and_no_spaces_around_it() => Each(NameCell.Read, value => value.Trim() == value && value.Length <= 50 && !value.Any(char.IsDigit) && !value.Contains('='));

    [Fact]
    public void An_amount_that_is_taken_has_at_most_two_decimals() =>
        Each(AmountCell.Read, value => decimal.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var yuan) && yuan >= 0 && yuan * 100 == decimal.Truncate(yuan * 100));

    [Fact]
    public void A_village_that_is_taken_is_known() => Each(Villages.Read, value => Villages.Read(value).Handling == RosterHandling.Clean);

    [Fact]
    public void A_sex_that_is_taken_is_one_of_two() => Each(SexCell.Read, value => value is "" or "男" or "女");

    [Fact]
    public void A_group_and_a_code_are_taken_without_spaces_around_them()
    {
        Each(GroupCell.Read, value => value.Trim() == value);
        Each(PlainCell.ReadCode, value => !value.Contains(' '));
        Each(PlainCell.ReadWords, value => value.Trim(' ') == value);
    }

    [Fact]
    public void A_village_is_proposed_only_from_those_that_there_are() => Each(cell =>
    {
        Assert.All(Villages.Candidates(cell), name => Assert.Equal(RosterHandling.Clean, Villages.Read(name).Handling));
        return CellReading.Clean("");
    }, _ => true);

    /// <summary>What was read stays what it is when it is read once more; what nobody can know has no value.</summary>
    private static void Each(Func<string, CellReading> read, Func<string, bool> isGood)
    {
        var random = new Random(20_251_231);
        for (var i = 0; i < Cells; i++)
        {
            var cell = string.Concat(Enumerable.Range(0, random.Next(7)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var found = read(cell);
            if (found.Handling is RosterHandling.Ask or RosterHandling.Reject) Assert.Equal("", found.Value);
            else Assert.True(isGood(found.Value), $"'{cell}' became '{found.Value}'");
            if (found.IsKnown) Assert.Equal(CellReading.Clean(found.Value), read(found.Value));
            if (found.Handling == RosterHandling.Clean && found.IsKnown) Assert.Equal(found.Value, read(found.Value).Value);
        }
    }
}
