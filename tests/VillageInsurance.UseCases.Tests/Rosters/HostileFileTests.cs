using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Tests.Rosters;

/// <summary>Files that no list is: each is refused by the name of its reason, and quickly.</summary>
public class HostileFileTests
{
    private static readonly string[] Header = ["户编号", "姓名", "身份证号"], Row = ["1", "岩温", "11010519491231002X"];

    public static TheoryData<string, string> Files => new()
    {
        { "empty", "empty" },
        { "11 MB", "too-big" },
        { "renamed png", "not-a-sheet" },
        { "bytes of no encoding", "unknown-encoding" },
        { "text without a header", "no-header" },
        { "endless quote", "broken-quotes" },
        { "old workbook", "old-workbook" },
        { "locked workbook", "encrypted" },
        { "truncated zip", "broken" },
        { "zip of a text", "not-a-sheet" },
        { "nested zip", "not-a-sheet" },
        { "bomb", "unpacks-too-big" },
        { "3,000 parts", "too-many-parts" },
        { "macros", "macros" },
        { "external link", "external-links" },
        { "embedded object", "embedded-objects" },
        { "document type", "document-type" },
        { "document type in UTF-16", "document-type" },
        { "formula", "formula" },
        { "16,384 columns", "too-many-columns" },
        { "16,384 columns of a text", "too-many-columns" },
        { "850,000 empty cells", "too-many-empty-cells" },
        { "60,000 rows", "too-many-rows" },
        { "row of a billion", "too-many-rows" },
        { "sheet that breaks off", "broken" },
        { "sheet of rubbish", "broken" },
        { "shared text that is not there", "broken" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void It_is_refused_by_the_name_of_its_reason_within_two_seconds(string what, string reason)
    {
        var folder = Path.GetDirectoryName(Make(what))!;

        var (issue, took) = Check(folder);

        Assert.Equal((RosterHandling.Reject, reason, ""), (issue.Handling, issue.Reason, issue.Value));
        // On a busy machine a second try tells more.
        Assert.True(took < TimeSpan.FromSeconds(2) || Check(folder).Took < TimeSpan.FromSeconds(2), $"{took}");
    }

    [Fact]
    public void A_formula_is_told_with_its_place()
    {
        var issue = Assert.Single(LoneFolder.Check(Path.GetDirectoryName(Make("formula"))!, new(), new(2026, 3, 1)));

        Assert.Equal((3, "姓名"), (issue.Row, issue.Column));
    }

    [Fact]
    public void One_bad_file_does_not_keep_the_others_from_being_read()
    {
        var folder = Path.GetDirectoryName(Make("macros"))!;
        File.Copy(WrittenBook.Write([Header, ["1", "岩 温", "11010519491231002X"]]), Path.Combine(folder, "good.xlsx"));

        Assert.Equal(["macros", "spaces"], LoneFolder.Check(folder, new(), new(2026, 3, 1)).Select(i => i.Reason));
    }

    private static (RosterIssue Issue, TimeSpan Took) Check(string folder)
    {
        var watch = Stopwatch.StartNew();
        return (Assert.Single(LoneFolder.Check(folder, new(), new(2026, 3, 1))), watch.Elapsed);
    }

    private static string Make(string what) => what switch
    {
        "empty" => Text(""),
        "11 MB" => Text(new string('a', 11_000_000)),
        "renamed png" => Bytes("a.xlsx", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0, 0, 13]),
        "bytes of no encoding" => Bytes("a.csv", [0xFF, 0xFF, 0xFF, 0x80, (byte)',', 0xFF]),
        "text without a header" => Text("hello,world\n1,2\n"),
        "endless quote" => Text($"{string.Join(',', Header)}\n\"{string.Concat(Enumerable.Repeat("endless,\n", 800_000))}"),
        "old workbook" => Bytes("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("Workbook")]),
        "locked workbook" => Bytes("a.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000], .. Encoding.Unicode.GetBytes("EncryptedPackage")]),
        "truncated zip" => Bytes("a.xlsx", File.ReadAllBytes(WrittenBook.Write([Header, Row]))[..^40]),
        "zip of a text" => Zip(("readme.txt", "I am a text.")),
        "nested zip" => Zip(("inner.zip", Convert.ToBase64String(File.ReadAllBytes(Zip(("xl/workbook.xml", "x")))))),
        "bomb" => WrittenBook.Write([WrittenBook.Sheet(new string(' ', 150_000_000))], []),
        "3,000 parts" => WrittenBook.Write([WrittenBook.Sheet(Header, Row)], [.. Enumerable.Range(0, 3_000).Select(i => ($"xl/{i}.xml", "<x/>"))]),
        "macros" => WrittenBook.Write([WrittenBook.Sheet(Header, Row)], [("xl/vbaProject.bin", "x")]),
        "external link" => WrittenBook.Write([WrittenBook.Sheet(Header, Row)], [("xl/externalLinks/externalLink1.xml", "<x/>")]),
        "embedded object" => WrittenBook.Write([WrittenBook.Sheet(Header, Row)], [("xl/embeddings/oleObject1.bin", "x")]),
        "document type" => WrittenBook.Write(["<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>" + WrittenBook.Sheet(Header, Row)], []),
        "document type in UTF-16" => Utf16Part("<!DOCTYPE x [<!ENTITY e 'e'>]>" + WrittenBook.Sheet(Header, Row)),
        "formula" => WrittenBook.Write([Header, Row, ["2", "<c r='' t='str'><f>HYPERLINK(\"http://x\")</f><v>岩温</v></c>", "11010519491231002X"]]),
        "16,384 columns" => WrittenBook.Write([WrittenBook.Sheet("<row r='1'><c r='XFD1' t='inlineStr'><is><t>x</t></is></c></row>")], []),
        "16,384 columns of a text" => Text($"{string.Join(',', Header)}{new string(',', 16_384)}\n"),
        "850,000 empty cells" => WrittenBook.Write([Scattered()], [], CompressionLevel.NoCompression),
        "60,000 rows" => Text($"{string.Join(',', Header)}\n{string.Concat(Enumerable.Range(1, 60_000).Select(i => $"{i},x,\n"))}"),
        "row of a billion" => WrittenBook.Write([WrittenBook.Sheet("<row r='1'><c r='A1' t='inlineStr'><is><t>姓名</t></is></c><c r='B1' t='inlineStr'><is><t>身份证号</t></is></c></row><row r='1000000000'><c r='A1000000000'><v>1</v></c></row>")], []),
        "sheet that breaks off" => WrittenBook.Write([WrittenBook.Sheet(Header, Row)[..^60]], []),
        "sheet of rubbish" => WrittenBook.Write(["rubbish"], []),
        "shared text that is not there" => WrittenBook.Write([Header, Row, ["<c r='' t='s'><v>7</v></c>", "x", "y"]]),
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static string Scattered()
    {
        var rows = new StringBuilder();
        for (var y = 1; y <= 10_000; y++)
        {
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r='{y}'>");
            for (var x = 0; x < 85; x++) rows.Append("<c s='1'/>");
            rows.Append("</row>");
        }
        return WrittenBook.Sheet(rows.ToString());
    }

    private static string Text(string text) => Bytes("a.csv", Encoding.UTF8.GetBytes(text));

    private static string Bytes(string name, byte[] bytes)
    {
        var path = WrittenBook.NewPath(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static string Zip(params (string Name, string Text)[] parts)
    {
        var path = WrittenBook.NewPath("a.xlsx");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in parts)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }
        return path;
    }

    private static string Utf16Part(string text)
    {
        var path = WrittenBook.Write([WrittenBook.Sheet(Header, Row)], []);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        zip.GetEntry("xl/worksheets/sheet0.xml")!.Delete();
        using var part = zip.CreateEntry("xl/worksheets/sheet0.xml").Open();
        part.Write([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)]);
        return path;
    }
}
