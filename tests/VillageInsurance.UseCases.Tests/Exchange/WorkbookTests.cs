using System.IO.Compression;
using System.Security;
using System.Text;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Tests.Shared;
using static VillageInsurance.UseCases.Exchange.ImportExpectation;

namespace VillageInsurance.UseCases.Tests.Exchange;

/// <summary>The one-workbook form, and files that only look like one.</summary>
public class WorkbookTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly CountyFiles _files = new();

    [Fact]
    public async Task A_workbook_brings_the_same_as_the_files()
    {
        GivenACounty();
        var fromFiles = await database.ImportAsync(_files.Write());

        var fromWorkbook = await database.ImportAsync(Write());

        Assert.Equal((ImportOutcome.Stored, ImportOutcome.Stored), (fromFiles.Outcome, fromWorkbook.Outcome));
        Assert.True(fromWorkbook.Counts!.NothingChanged);
        Assert.Equal(fromFiles.Counts!.Tables.Select(t => (t.Table, t.Read)), fromWorkbook.Counts.Tables.Select(t => (t.Table, t.Read)));
        Assert.Equal(ImportOutcome.AlreadyStored, (await database.ImportAsync(Write())).Outcome);
    }

    [Fact]
    public async Task The_same_workbook_packed_later_under_another_name_is_the_same_data()
    {
        GivenACounty();
        var first = Write();
        await database.ImportAsync(first);
        var later = Path.Combine(Path.GetDirectoryName(first)!, "another name.xlsx");
        File.Copy(first, later);
        using (var zip = ZipFile.Open(later, ZipArchiveMode.Update))
            foreach (var entry in zip.Entries) entry.LastWriteTime = entry.LastWriteTime.AddDays(1);

        Assert.Equal(ImportOutcome.AlreadyStored, (await database.ImportAsync(later)).Outcome);
    }

    [Fact]
    public async Task A_formula_is_refused_in_its_cell()
    {
        GivenACounty();

        var view = await database.ImportAsync(Write(sheet => sheet.Replace("<v>30.5</v>", "<f>61/2</f><v>30.5</v>", StringComparison.Ordinal)));

        Assert.Contains(view.Problems, p => (p.File, p.Row, p.Column, p.Expected) == ("payments", 2, "amount", NoFormula));
    }

    [Theory]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("xl/externalLinks/externalLink1.xml")]
    [InlineData("xl/embeddings/oleObject1.bin")]
    public async Task Macros_links_and_objects_are_refused(string part)
    {
        GivenACounty();

        Assert.Equal(NoMacrosOrLinks, Assert.Single((await database.ImportAsync(Write(extra: part))).Problems).Expected);
    }

    [Fact]
    public async Task A_document_type_is_refused_and_never_followed()
    {
        GivenACounty();

        var view = await database.ImportAsync(Write(sheet => $"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>{sheet}"));

        Assert.Contains(view.Problems, p => p.Expected == ReadableWorkbook);
    }

    [Theory]
    [InlineData("<c r='A1' t='s'><v>99999999999999</v></c>")]
    [InlineData("<c r='A1' t='s'><v>-1</v></c>")]
    [InlineData("<c r='1' t='s'><v>0</v></c>")]
    [InlineData("<c r='A1' s='1'><v>1e300</v></c>")]
    public async Task A_made_up_cell_is_told_and_breaks_nothing(string cell)
    {
        GivenACounty();

        var view = await database.ImportAsync(Write(sheet => sheet.Replace("<sheetData>", $"<sheetData><row>{cell}</row>", StringComparison.Ordinal)));

        Assert.Contains(view.Problems, p => p.Expected == ReadableWorkbook);
    }

    [Theory]
    [InlineData("xl/workbook.xml", " name='")]
    [InlineData("xl/workbook.xml", " r:id='")]
    [InlineData("xl/_rels/workbook.xml.rels", " Id='")]
    [InlineData("xl/_rels/workbook.xml.rels", " Target='")]
    [InlineData("xl/styles.xml", " formatCode='")]
    [InlineData("xl/styles.xml", " numFmtId='170'")]
    public async Task A_part_that_lacks_an_attribute_is_told(string part, string attribute)
    {
        GivenACounty();

        var view = await database.ImportAsync(Write(parts: (name, text) => name == part ? text.Replace(attribute, attribute.Replace("=", "x=", StringComparison.Ordinal).Replace(" r:", " ", StringComparison.Ordinal), StringComparison.Ordinal) : text));

        Assert.Equal(ReadableWorkbook, Assert.Single(view.Problems).Expected);
    }

    [Fact]
    public async Task A_text_that_no_cell_can_hold_is_given_up_before_it_fills_the_memory()
    {
        GivenACounty();
        var shared = $"<si><t>{new string('a', 40_000)}</t></si></sst>";

        var view = await database.ImportAsync(Write(parts: (name, text) => name == "xl/sharedStrings.xml" ? text.Replace("</sst>", shared, StringComparison.Ordinal) : text));

        Assert.Equal(ReadableWorkbook, Assert.Single(view.Problems).Expected);
    }

    [Fact]
    public async Task A_file_that_is_no_workbook_is_told()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("county-").FullName, "county.xlsx");
        await File.WriteAllTextAsync(path, "I am a text.");

        Assert.Equal(ZipOrWorkbook, Assert.Single((await database.ImportAsync(path)).Problems).Expected);
        await File.WriteAllTextAsync(path, "");
        Assert.Equal(FileNotEmpty, Assert.Single((await database.ImportAsync(path)).Problems).Expected);
    }

    [Fact]
    public async Task A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("county-").FullName, "county.zip");
        await using (var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Create))
        {
            await using var bomb = await zip.CreateEntry("households.csv", CompressionLevel.SmallestSize).OpenAsync();
            var nothing = new byte[1 << 20];
            for (var i = 0; i < 260; i++) await bomb.WriteAsync(nothing);
        }

        Assert.Equal(SmallEnough, Assert.Single((await database.ImportAsync(path)).Problems).Expected);
    }

    private void GivenACounty()
    {
        var (head, _) = _files.Resident(_files.Household());
        _files.Payment(_files.Policy("P03", head, head, "2025-03-01", "2025-03-02", "2026-03-01"), "2025-03-01", "30.5");
    }

    private string Write(Func<string, string>? change = null, string? extra = null, Func<string, string, string>? parts = null)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("county-").FullName, "county.xlsx");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        var sheets = _files.Sheets().ToList();
        Add("xl/workbook.xml", $"<workbook xmlns='{Main}' xmlns:r='{Office}'><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name='{s.Sheet}' sheetId='{i + 1}' r:id='r{i}'/>"))}</sheets></workbook>");
        Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{string.Concat(sheets.Select((_, i) => $"<Relationship Id='r{i}' Type='{Office}/worksheet' Target='worksheets/sheet{i}.xml'/>"))}</Relationships>");
        Add("xl/styles.xml", $"<styleSheet xmlns='{Main}'><numFmts><numFmt numFmtId='170' formatCode='yyyy\\-mm\\-dd'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='170'/></cellXfs></styleSheet>");
        Add("xl/sharedStrings.xml", $"<sst xmlns='{Main}'><si><r><t>岩</t></r><r><t>温</t></r><rPh><t>reading</t></rPh></si></sst>");
        for (var i = 0; i < sheets.Count; i++)
        {
            var rows = sheets[i].Rows.Select((row, y) => $"<row r='{y + 1}'>{string.Concat(row.Select((text, x) => Cell(text, $"{(char)('A' + x)}{y + 1}")))}</row>");
            var text = $"<worksheet xmlns='{Main}'><sheetData>{string.Concat(rows)}</sheetData></worksheet>";
            Part(zip, $"xl/worksheets/sheet{i}.xml", change?.Invoke(text) ?? text);
        }
        if (extra is not null) Part(zip, extra, "x");
        return path;

        void Add(string name, string text) => Part(zip, name, parts?.Invoke(name, text) ?? text);
    }

    // Dates as Excel keeps them, money as numbers, one text shared, the rest inline.
    private static string Cell(string text, string place) => text switch
    {
        "" => "",
        "岩温" => $"<c r='{place}' t='s'><v>0</v></c>",
        _ when DateTime.TryParseExact(text, "yyyy-MM-dd", null, default, out var day) => $"<c r='{place}' s='1'><v>{(day - new DateTime(1899, 12, 30)).Days}</v></c>",
        _ when text.Contains('.', StringComparison.Ordinal) => $"<c r='{place}'><v>{text}</v></c>",
        _ => $"<c r='{place}' t='inlineStr'><is><t xml:space='preserve'>{SecurityElement.Escape(text)}</t></is></c>",
    };

    private static void Part(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
