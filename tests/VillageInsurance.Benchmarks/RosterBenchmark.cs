using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.Benchmarks;

/// <summary>An uploaded roster, from the workbook to the register, against the limit: its finished rows copied and inserted. And its memory against a bare reading of the same workbook.</summary>
internal static class RosterBenchmark
{
    private const int Rows = 20_000, ManyRows = 100_000, RowsOfAHousehold = 4;

    private static readonly string[] Tables = ["households", "household_places", "persons", "memberships"];

    // A measurement is no upload.
    private static readonly SheetLimits Limits = SheetLimits.Upload with { Table = new(500_000, 200, int.MaxValue) };

    public static async Task RunAsync(BenchServer server, Results results, int rounds)
    {
        var finished = Directory.CreateTempSubdirectory("bench-roster-").FullName;
        var (limits, products, book) = (new List<double>(), new List<double>(), Book(Rows));
        for (var i = 0; i < rounds; i++)
        {
            await using (var database = await server.NewDatabaseAsync())
            {
                products.Add(await ProductAsync(database, book, Rows));
                if (i == 0) await ImportBenchmark.SaveRowsAsync(database, finished, Tables);
            }
            await using var bare = await server.NewDatabaseAsync();
            await AddPlacesAsync(bare);
            limits.Add(await ImportBenchmark.LimitAsync(bare, finished, Tables));
        }
        var (limit, product) = (Results.Median(limits), Results.Median(products));
        results.AtLeast("roster-20000", limit / product, 0.5, $"limit {limit:0.00} s, product {product:0.00} s, median of {rounds}");

        var many = Book(ManyRows);
        var path = Path.Combine(finished, "many.xlsx");
        await File.WriteAllBytesAsync(path, many);
        ImportBenchmark.ResetPeak();
        ReadBare(path);
        var raw = ImportBenchmark.PeakMegabytes();
        await using (var database = await server.NewDatabaseAsync())
        {
            ImportBenchmark.ResetPeak();
            await ProductAsync(database, many, ManyRows);
        }
        var peak = ImportBenchmark.PeakMegabytes();
        results.AtMost("roster-memory-100000", peak / raw, 2.0, $"{peak:0} MB resident at the peak, bare reader {raw:0} MB");
        Directory.Delete(finished, recursive: true);
    }

    private static async Task<double> ProductAsync(BenchDatabase database, byte[] book, int rows)
    {
        var village = await AddPlacesAsync(database);
        var (vault, clock, rules, folder) = (new Vault(ColumnKeys.Random()), TimeProvider.System, new ImportRules(TestRegionAllowed: true), Directory.CreateTempSubdirectory("bench-store-").FullName);
        var (store, today, id) = (new DiskFileStore(folder), clock.Today(), Guid.CreateVersion7());
        var watch = Stopwatch.StartNew();
        await new UploadRoster(database.Gate, vault, store, clock).RunAsync(new(id, village, "bench.xlsx", "bench", "bench", today, today, book));
        await new CheckRoster(database.Gate, vault, store, clock, rules).RunAsync(new(id), Limits, null);
        var detail = await new RosterDetail(database.Gate).RunAsync(id, default);
        await new AskToStoreRoster(database.Gate, clock).RunAsync(new(id, detail.Version, Guid.CreateVersion7()));
        await new StoreRoster(database.Gate, vault, store, clock, rules).RunAsync(new(id));
        var seconds = watch.Elapsed.TotalSeconds;
        Directory.Delete(folder, recursive: true);
        var stored = (await new RosterDetail(database.Gate).RunAsync(id, default)).StoredRows;
        return stored == rows ? seconds : throw new InvalidOperationException($"{stored} of {rows} rows were stored.");
    }

    public static async Task<Guid> AddPlacesAsync(BenchDatabase database)
    {
        var from = new DateOnly(2000, 1, 1);
        // The same ids in each database: the limit's rows refer to them.
        var (county, township, village) = (new Guid("00000000-0000-7000-9000-000000000001"), new Guid("00000000-0000-7000-9000-000000000002"), new Guid("00000000-0000-7000-9000-000000000003"));
        await database.Gate.ChangeAsync(Permission.ManageProgramme, db =>
        {
            db.AddRange(new Area(county, null, AreaLevel.County, AreaKind.County, "999999", "County", from), new Area(township, county, AreaLevel.Township, AreaKind.Town, "999999101", "Town", from),
                new Area(village, township, AreaLevel.Village, AreaKind.VillageCommittee, "999999101201", "Village", from));
            return Task.CompletedTask;
        });
        return village;
    }

    private static void ReadBare(string path)
    {
        using var file = SheetFile.Open(SheetSource.OfFile(path), Limits);
        using var rows = file.Sheets[0].Open();
        var cells = 0L;
        while (rows.Read())
            for (var i = 0; i < rows.Count; i++) cells += rows[i].Length;
        if (cells == 0) throw new InvalidOperationException("Nothing was read.");
    }

    /// <summary>A workbook of households of four, with what lists usually have of cells to be fixed: every third birth date is written with dots.</summary>
    public static byte[] Book(int rows)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "xl/workbook.xml", w => w.Write($"<workbook xmlns='{Main}' xmlns:r='{Office}'><sheets><sheet name='a' sheetId='1' r:id='r1'/></sheets></workbook>"));
            Part(zip, "xl/_rels/workbook.xml.rels", w => w.Write($"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='{Office}/worksheet' Target='worksheets/sheet1.xml'/></Relationships>"));
            Part(zip, "xl/worksheets/sheet1.xml", w =>
            {
                w.Write($"<worksheet xmlns='{Main}'><sheetData>");
                Row(w, 1, "\u6237\u53F7", "\u59D3\u540D", "\u8EAB\u4EFD\u8BC1\u53F7", "\u51FA\u751F\u65E5\u671F", "\u4E0E\u6237\u4E3B\u5173\u7CFB", "\u6C11\u65CF");
                for (var i = 0; i < rows; i++) Row(w, i + 2, CellsOf(i));
                w.Write("</sheetData></worksheet>");
            });
        }
        return content.ToArray();
    }

    /// <summary>The ID number of the nth person of the workbook.</summary>
    public static string IdNumberOf(int i)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"999999{BornOf(i):yyyyMMdd}{i / 30_000 * 7 + 11:000}");
        return digits + IdNumber.CheckCharacter(digits);
    }

    private static DateOnly BornOf(int i) => new DateOnly(1930, 1, 1).AddDays(i % 30_000);

    private static string[] CellsOf(int i)
    {
        var born = BornOf(i);
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"B{i / RowsOfAHousehold:000000}"), $"\u5CA9\u6E29{(char)(0x4E00 + i % 2_000)}", IdNumberOf(i),
            born.ToString(i % 3 == 0 ? "yyyy.M.d" : "yyyy-MM-dd", CultureInfo.InvariantCulture), i % RowsOfAHousehold == 0 ? "\u6237\u4E3B" : "\u5B50", "\u50A3\u65CF",
        ];
    }

    private static void Row(StreamWriter writer, int row, params string[] cells)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"<row r='{row}'>"));
        for (var i = 0; i < cells.Length; i++) writer.Write($"<c r='{(char)('A' + i)}{row}' t='inlineStr'><is><t>{cells[i]}</t></is></c>");
        writer.Write("</row>");
    }

    private static void Part(ZipArchive zip, string name, Action<StreamWriter> write)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        write(writer);
    }
}
