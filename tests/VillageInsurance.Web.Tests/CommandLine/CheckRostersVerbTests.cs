using VillageInsurance.Web.CommandLine;

namespace VillageInsurance.Web.Tests.CommandLine;

/// <summary>The verb that checks a folder of rosters.</summary>
public class CheckRostersVerbTests
{
    [Fact]
    public async Task It_writes_a_line_for_each_cell_that_is_not_clean()
    {
        var folder = Directory.CreateTempSubdirectory("rosters-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "a.csv"), "户编号,姓名,身份证号,出生日期,与户主关系\n1,岩 温,11010519491231002x,1949.12,户主\n2,岩叫,11010519491231003X,1949-12-31,户主\n");
        var file = Path.Combine(folder, "..", $"{Path.GetFileName(folder)}.csv");

        Assert.Equal(0, await Verbs.All().Parse(["check-rosters", folder, "--out", file]).InvokeAsync());

        Assert.Equal(
            "file,row,column,handling,value,reason\na.csv,2,姓名,fix,岩温,spaces\na.csv,2,身份证号,fix,11010519491231002X,id-lower-case-x\na.csv,2,出生日期,ask,1949-12-31,date-no-day\n"
            + "a.csv,3,身份证号,reject,,id-check-digit\n", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_refused() => Assert.NotEqual(0, await Verbs.All().Parse(["check-rosters", "/nowhere/at/all"]).InvokeAsync());
}
