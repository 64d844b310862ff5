using System.Text;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Tests.Rosters;

/// <summary>Lists as people keep them: titles, two headers, households named once, totals, signatures, other encodings.</summary>
public class KeptListTests
{
    private const string Id1 = "11010519491231002X", Id2 = "110105198001011230", Id3 = "110105198505051239";

    private static readonly string[] Header = ["户编号", "户主姓名", "姓名", "性别", "身份证号", "出生日期", "与户主关系"];

    [Fact]
    public void The_numbers_of_these_tests_are_sound() => Assert.All([Id1, Whole(Id2), Whole(Id3)], id => Assert.Equal(RosterHandling.Clean, IdNumberCell.Read(id, false).Handling));

    [Fact]
    public void A_roster_with_all_that_surrounds_it_is_read_without_a_word() => Assert.Empty(Check(
        [
            ["勐养镇城子村民委员会村民花名册"],
            ["户信息", "", "成员信息"],
            Header,
            ["5328011", "岩温", "岩温", "男", Whole(Id2), "1980-01-01", "户主"],
            ["", "", "玉香", "女", Id1, "1949-12-31", "其他"],
            Header,
            ["5328012", "岩叫", "岩叫", "男", Whole(Id3), "1985-05-05", "户主"],
            ["填表人：", "", "审核人：", "", "填表日期："],
            ["注：本表一式两份"],
        ],
        []));

    [Fact]
    public void Totals_are_told_once_and_left_out()
    {
        var issue = Assert.Single(Check([Header, ["1", "岩温", "岩温", "男", Whole(Id2), "", "户主"], ["合  计", "1户", "", "1人"]]));

        Assert.Equal((3, "", RosterHandling.Fix, "totals-row"), (issue.Row, issue.Column, issue.Handling, issue.Reason));
    }

    [Fact]
    public void A_household_may_say_its_number_in_every_row()
    {
        Assert.Empty(Check([Header, ["1", "岩温", "岩温", "", Whole(Id2), "", "户主"], ["1", "岩温", "玉香", "", Id1, "", "母亲"], ["2", "岩叫", "岩叫", "", Whole(Id3), "", "户主"]]));
    }

    [Fact]
    public void A_household_that_is_listed_again_is_told_once_and_its_rows_are_read()
    {
        var issues = Check([Header, ["1", "岩温", "岩温", "", Whole(Id2), "", "户主"], ["", "", "玉香", "", Id1, "", "母亲"], ["1", "岩温", "岩温", "", Whole(Id2), "1980.1.1", "户主"], ["", "", "玉香", "", Id1, "", "母亲"]]);

        Assert.Equal([(4, "", "repeated-household", "1"), (4, "出生日期", "date-form", "1980-01-01")], issues.Select(i => ((int)i.Row!, i.Column, i.Reason, i.Value)));
    }

    [Fact]
    public void A_person_who_is_listed_twice_asks()
    {
        var issues = Check([Header, ["1", "岩温", "岩温", "", Whole(Id2), "", "户主"], ["2", "岩叫", "岩叫", "", Whole(Id2), "", "户主"]]);

        Assert.Equal([(3, "身份证号", "id-twice")], issues.Select(i => ((int)i.Row!, i.Column, i.Reason)));
    }

    [Fact]
    public void What_the_id_number_says_of_sex_and_birth_is_proposed_never_written()
    {
        var issues = Check([Header, ["1", "岩温", "岩温", "女", Whole(Id2), "1980.1", "户主"], ["2", "岩叫", "", "", Whole(Id3), "1985-05-06", "户主"]]);

        Assert.Equal(
        [
            (2, "性别", RosterHandling.Ask, "sex-not-of-id", "男"), (2, "出生日期", RosterHandling.Ask, "date-no-day", "1980-01-01"),
            (3, "姓名", RosterHandling.Ask, "name-missing", "岩叫"), (3, "出生日期", RosterHandling.Ask, "birth-not-of-id", "1985-05-05"),
        ],
        issues.Select(i => ((int)i.Row!, i.Column, i.Handling, i.Reason, i.Value)));
    }

    [Fact]
    public void A_header_may_leave_the_lower_row_open_where_cells_are_merged()
    {
        var issues = Check([["户编号", "姓名", "证件", ""], ["", "", "身份证号", "出生日期"], ["1", "岩 温", Whole(Id2), "1980.1.1"]]);

        Assert.Equal([(3, "姓名"), (3, "出生日期")], issues.Select(i => ((int)i.Row!, i.Column)));
    }

    [Fact]
    public void A_second_head_in_a_merged_household_stays_in_it() =>
        Assert.Empty(Check([Header, ["1", "岩温", "岩温", "", Whole(Id2), "", "户主"], ["", "", "岩叫", "", Whole(Id3), "", "户主"]]));

    [Fact]
    public void The_heads_name_is_proposed_for_the_first_head_alone()
    {
        var issues = Check([Header, ["1", "岩温", "", "", Whole(Id2), "", "户主"], ["", "", "", "", Whole(Id3), "", "户主"]]);

        Assert.Equal([(2, "岩温"), (3, "")], issues.Select(i => ((int)i.Row!, i.Value)));
    }

    [Fact]
    public void A_household_without_a_number_asks() =>
        Assert.Equal(["household-no-missing"], Check([Header, ["1", "岩温", "岩温", "", Whole(Id2), "", "户主"], ["", "岩叫", "岩叫", "", Whole(Id3), "", "户主"]]).Select(i => i.Reason));

    [Fact]
    public void A_date_of_the_calendar_is_clean_and_its_bare_number_is_fixed()
    {
        string[] dates = ["<c r='' t='d'><v>1980-01-01</v></c>", "<c r=''><v>29221</v></c>"];

        var issues = Check([Header, ["1", "岩温", "岩温", "", Whole(Id2), dates[0], "户主"], ["2", "岩温", "岩温", "", Whole(Id2), dates[1], "户主"]]);

        Assert.Equal([(3, "id-twice", ""), (3, "date-serial", "1980-01-01")], issues.Select(i => ((int)i.Row!, i.Reason, i.Value)));
    }

    [Theory]
    [InlineData("utf-8", ',')]
    [InlineData("gb18030", ',')]
    [InlineData("gb18030", '\t')]
    [InlineData("utf-16", '\t')]
    [InlineData("utf-8", ';')]
    public void A_text_is_read_in_the_encoding_and_with_the_separator_that_it_has(string encoding, char separator)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string[][] rows = [["保单号", "村", "被保险人", "证件号码", "保费"], ["B1", "城子村民委员会", "\"岩\n温\"", Whole(Id2), "80.00元"], ["B2", "城子村民委员会", "岩叫", Whole(Id3), "80"]];
        var path = WrittenBook.NewPath("a.csv");
        File.WriteAllText(path, string.Concat(rows.Select(row => $"{string.Join(separator, row)}\n")), Encoding.GetEncoding(encoding));

        var issues = LoneFolder.Check(Path.GetDirectoryName(path)!, new(), new(2026, 3, 1));

        Assert.Equal([(2, "被保险人", "spaces", "岩温"), (2, "保费", "amount-form", "80.00")], issues.Select(i => ((int)i.Row!, i.Column, i.Reason, i.Value)));
    }

    [Fact]
    public void A_policy_that_insures_many_is_no_second_one()
    {
        string[] header = ["保单号", "被保险人", "证件号码"];

        var issues = Check([header, ["B1", "岩温", Whole(Id2)], ["B1", "岩叫", Whole(Id3)], ["B1", "岩叫", Whole(Id3)], ["B1", "岩 叫", Whole(Id3)]]);

        Assert.Equal([(4, "", "repeated-line"), (5, "保单号", "policy-no-twice"), (5, "被保险人", "spaces")], issues.Select(i => ((int)i.Row!, i.Column, i.Reason)));
    }

    private static IReadOnlyList<RosterIssue> Check(params string[][][] sheets) => LoneFolder.Check(Path.GetDirectoryName(WrittenBook.Write(sheets))!, new(), new(2026, 3, 1));

    private static string Whole(string number) => number[..17] + Domain.Households.IdNumber.CheckCharacter(number);
}
