using VillageInsurance.UseCases.Papers;

namespace VillageInsurance.UseCases.Tests.Papers;

public class ChineseAmountTests
{
    [Theory]
    [InlineData(0, "零元整")]
    [InlineData(5, "伍分")]
    [InlineData(50, "伍角整")]
    [InlineData(55, "伍角伍分")]
    [InlineData(100, "壹元整")]
    [InlineData(105, "壹元零伍分")]
    [InlineData(150, "壹元伍角整")]
    [InlineData(1_000, "壹拾元整")]
    [InlineData(1_100, "壹拾壹元整")]
    [InlineData(10_000, "壹佰元整")]
    [InlineData(10_100, "壹佰零壹元整")]
    [InlineData(11_000, "壹佰壹拾元整")]
    [InlineData(32_504, "叁佰贰拾伍元零肆分")]
    [InlineData(100_100, "壹仟零壹元整")]
    [InlineData(120_000, "壹仟贰佰元整")]
    [InlineData(140_950, "壹仟肆佰零玖元伍角整")]
    [InlineData(168_032, "壹仟陆佰捌拾元叁角贰分")]
    [InlineData(500_000, "伍仟元整")]
    [InlineData(600_714, "陆仟零柒元壹角肆分")]
    [InlineData(1_000_000, "壹万元整")]
    [InlineData(1_000_100, "壹万零壹元整")]
    [InlineData(1_230_000, "壹万贰仟叁佰元整")]
    [InlineData(1_640_902, "壹万陆仟肆佰零玖元零贰分")]
    [InlineData(10_500_000, "壹拾万伍仟元整")]
    [InlineData(10_700_053, "壹拾万柒仟元伍角叁分")]
    [InlineData(100_050_000, "壹佰万零伍佰元整")]
    [InlineData(10_000_000_000, "壹亿元整")]
    [InlineData(10_000_000_100, "壹亿零壹元整")]
    [InlineData(10_010_000_000, "壹亿零壹拾万元整")]
    [InlineData(10_000_050_000, "壹亿零伍佰元整")]
    [InlineData(12_345_678_999, "壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元玖角玖分")]
    public void Amounts_are_written_so_that_nobody_can_alter_them(long fen, string words) => Assert.Equal(words, PaperBook.Words.Amount(fen));

    [Theory]
    [InlineData(-1)]
    [InlineData(100_000_000_000_000)]
    public void What_no_paper_pays_is_refused(long fen) => Assert.Throws<ArgumentOutOfRangeException>(() => PaperBook.Words.Amount(fen));
}
