using System.Globalization;
using VillageInsurance.Domain.Households;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Tests.Rosters;

/// <summary>What is made of single cells.</summary>
public class CellTests
{
    private static readonly VillageNames Villages = new(["曼戈龙村民委员会", "城子村民委员会", "景兰社区居民委员会"]);

    [Theory]
    [InlineData("岩温", "Clean 岩温")]
    [InlineData("岩\u3000温", "Fix 岩温 Spaces")]
    [InlineData(" 岩温 ", "Fix 岩温 Spaces")]
    [InlineData("买买提·艾力", "Clean 买买提·艾力")]
    [InlineData("Zhang  San", "Fix Zhang San Spaces")]
    [InlineData("ＺＨＡＮＧ", "Fix ZHANG FullWidth")]
    [InlineData("", "Ask  NameMissing")]
    [InlineData("\u3000", "Ask  NameMissing")]
    [InlineData("岩温2", "Ask  NameCharacters")]
    [InlineData("=1+1", "Ask  NameCharacters")]
    public void A_name(string cell, string expected) => Assert.Equal(expected, Say(NameCell.Read(cell)));

    [Theory]
    [InlineData("53280119900101101X", "Reject  IdCheckDigit")]
    [InlineData("11010519491231002X", "Clean 11010519491231002X")]
    [InlineData("11010519491231002x", "Fix 11010519491231002X IdLowerCaseX")]
    [InlineData("'11010519491231002X", "Fix 11010519491231002X Apostrophe")]
    [InlineData("１１０１０５１９４９１２３１００２X", "Fix 11010519491231002X FullWidth")]
    [InlineData("110105 19491231 002X", "Fix 11010519491231002X Spaces")]
    [InlineData("110105491231002", "Fix 11010519491231002X Id15Digits")]
    [InlineData("110105491331002", "Reject  IdDate")]
    [InlineData("110105194912310020", "Reject  IdCheckDigit")]
    [InlineData("110105194912310000", "Reject  IdCutToFifteen")]
    [InlineData("1.10105194912E+17", "Reject  IdCutToFifteen")]
    [InlineData("1101051949123100", "Reject  IdLength")]
    [InlineData("11010519491231OO2X", "Reject  IdCharacters")]
    [InlineData("", "Ask  IdMissing")]
    public void An_id_number(string cell, string expected) => Assert.Equal(expected, Say(IdNumberCell.Read(cell, testRegionAllowed: false)));

    [Fact]
    public void Made_up_people_are_taken_only_where_they_are_allowed()
    {
        var digits = "99999919800101101";
        var number = digits + IdNumber.CheckCharacter(digits);

        Assert.Equal($"Clean {number}", Say(IdNumberCell.Read(number, testRegionAllowed: true)));
        Assert.Equal("Reject  IdRegion", Say(IdNumberCell.Read(number, testRegionAllowed: false)));
    }

    [Theory]
    [InlineData("2009-01-05", "Clean 2009-01-05")]
    [InlineData("2009-1-5", "Fix 2009-01-05 DateForm")]
    [InlineData("2009.1.5", "Fix 2009-01-05 DateForm")]
    [InlineData("2009/1/5 00:00:00", "Fix 2009-01-05 DateForm")]
    [InlineData("2009年1月5日", "Fix 2009-01-05 DateForm")]
    [InlineData("2009年1月5号", "Fix 2009-01-05 DateForm")]
    [InlineData("20090105", "Fix 2009-01-05 DateForm")]
    [InlineData("２００９－１－５", "Fix 2009-01-05 FullWidth")]
    [InlineData("39818", "Fix 2009-01-05 DateSerial")]
    [InlineData("39818.5", "Fix 2009-01-05 DateSerial")]
    [InlineData("9132", "Fix 1924-12-31 DateSerial")]
    [InlineData("2009.1", "Ask  DateNoDay")]
    [InlineData("2009年1月", "Ask  DateNoDay")]
    [InlineData("200901", "Ask  DateNoDay")]
    [InlineData("2009", "Ask  DateYearOnly")]
    [InlineData("09.1.5", "Ask  DateShortYear")]
    [InlineData("5/1/2009", "Ask  DateOrder")]
    [InlineData("2009.2.30", "Ask  DateUnreadable")]
    [InlineData("不详", "Ask  DateUnreadable")]
    [InlineData("", "Ask  DateMissing")]
    public void A_date(string cell, string expected) => Assert.Equal(expected, Say(DateCell.Read(cell)));

    [Theory]
    [InlineData("80.00", "Clean 80.00")]
    [InlineData("80", "Clean 80")]
    [InlineData("80.00元", "Fix 80.00 AmountForm")]
    [InlineData("￥80", "Fix 80 AmountForm")]
    [InlineData("1,200.50", "Fix 1200.50 AmountForm")]
    [InlineData("８０.００", "Fix 80.00 FullWidth")]
    [InlineData("1.2万元", "Fix 12000 AmountForm")]
    [InlineData("1,2", "Ask  AmountUnreadable")]
    [InlineData("80.005", "Ask  AmountUnreadable")]
    [InlineData("-80", "Ask  AmountUnreadable")]
    [InlineData("八十", "Ask  AmountUnreadable")]
    [InlineData("", "Ask  AmountMissing")]
    public void An_amount(string cell, string expected) => Assert.Equal(expected, Say(AmountCell.Read(cell)));

    [Theory]
    [InlineData("曼戈龙村民委员会", "Clean 曼戈龙村民委员会", "曼戈龙村民委员会")]
    [InlineData("曼戈龙村委会", "Fix 曼戈龙村民委员会 VillageShort", "曼戈龙村民委员会")]
    [InlineData("景兰社区居委会", "Fix 景兰社区居民委员会 VillageShort", "景兰社区居民委员会")]
    [InlineData("曼戈龙", "Ask  VillageBare", "曼戈龙村民委员会")]
    [InlineData("曼戈龙村", "Ask  VillageUnknown", "曼戈龙村民委员会")]
    [InlineData("蔓戈龙村民委员会", "Ask  VillageUnknown", "曼戈龙村民委员会")]
    [InlineData("景兰社区", "Ask  VillageUnknown", "景兰社区居民委员会")]
    [InlineData("", "Ask  VillageMissing", null)]
    public void A_village(string cell, string expected, string? candidate)
    {
        Assert.Equal(expected, Say(Villages.Read(cell)));
        Assert.Equal(candidate, cell.Length == 0 ? null : Villages.Candidates(cell)[0]);
    }

    [Theory]
    [InlineData("3组", "3")]
    [InlineData("第三村民小组", "3")]
    [InlineData("十二组", "12")]
    [InlineData("二十组", "20")]
    [InlineData("３", "3")]
    [InlineData("老寨", "老寨")]
    public void A_group(string cell, string expected) => Assert.Equal($"Clean {expected}", Say(GroupCell.Read(cell)));

    [Theory]
    [InlineData("男", "Clean 男")]
    [InlineData("女 ", "Fix 女 Spaces")]
    [InlineData("男性", "Fix 男 SexForm")]
    [InlineData("", "Clean ")]
    [InlineData("未知", "Ask  SexUnknown")]
    public void A_sex(string cell, string expected) => Assert.Equal(expected, Say(SexCell.Read(cell)));

    [Fact]
    public void A_name_that_many_rows_bear_is_believed_and_a_near_miss_of_it_is_not()
    {
        var names = new VillageNames([], new Dictionary<string, int> { ["曼戈龙村民委员会"] = 200, ["蔓戈龙村民委员会"] = 9, ["曼兵村民委员会"] = 40 });

        Assert.Equal("Clean 曼兵村民委员会", Say(names.Read("曼兵村民委员会")));
        Assert.Equal("Ask  VillageUnknown", Say(names.Read("蔓戈龙村民委员会")));
    }

    private static string Say(CellReading read) =>
        string.Create(CultureInfo.InvariantCulture, $"{read.Handling} {read.Value}{(read.Handling == RosterHandling.Clean ? "" : $" {read.Reason}")}");
}
