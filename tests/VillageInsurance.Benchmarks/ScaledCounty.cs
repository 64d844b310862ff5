using System.Globalization;
using System.IO.Compression;
using VillageInsurance.Domain.Households;

namespace VillageInsurance.Benchmarks;

/// <summary>The demo county of 16 villages, copied under new codes and numbers until there are 150 villages and about 507,000 rows.</summary>
internal sealed class ScaledCounty : IDisposable
{
    public const int Villages = 150;

    private const int Copies = 11, CopiesWithPayments = 9;

    private readonly Dictionary<string, string[]> _tables = [];
    private readonly HashSet<string> _usedIds = [];
    private readonly List<string> _demo = [];

    private ScaledCounty(string folder) => Folder = folder;

    public static string DemoZip => Path.Combine(AppContext.BaseDirectory, "data", "demo-county", "demo-county.zip");

    public string Folder { get; }
    public long Rows { get; private set; }

    public static ScaledCounty Write()
    {
        var county = new ScaledCounty(Directory.CreateTempSubdirectory("bench-county-").FullName);
        using (var zip = ZipFile.OpenRead(DemoZip))
            foreach (var entry in zip.Entries)
            {
                using var text = new StreamReader(entry.Open());
                county._tables[entry.Name] = text.ReadToEnd().TrimEnd().Split('\n');
            }
        county._demo.AddRange(county._tables["villages.csv"].Skip(1).Select(line => line.Split(',')[0]));
        foreach (var (name, lines) in county._tables) county.Write(name, lines);
        return county;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Write(string name, string[] lines)
    {
        using var file = File.CreateText(Path.Combine(Folder, name));
        file.Write(lines[0] + "\n");
        var header = lines[0].Split(',');
        var copies = name is "townships.csv" or "products.csv" ? 1 : name == "payments.csv" ? CopiesWithPayments : Copies;
        var ids = new Dictionary<(int, string), string>();
        for (var copy = 0; copy < copies; copy++)
            foreach (var line in lines.Skip(1))
            {
                var cells = line.Split(',');
                if (name == "villages.csv" && !AddVillage(copy, cells)) continue;
                for (var i = 0; i < cells.Length; i++) cells[i] = Renamed(header[i], cells[i], copy, ids);
                file.Write(string.Join(',', cells) + "\n");
                Rows++;
            }
    }

    private string Renamed(string column, string cell, int copy, Dictionary<(int, string), string> ids) => column switch
    {
        "village_code" => Village(copy, cell),
        "household_no" or "resident_id" or "holder_id" or "insured_id" or "policy_no" or "payment_no" or "claim_no" or "staff_id" or "agent_id" when cell.Length > 0 => $"{copy:00}{cell}",
        "id_no" => ids.TryGetValue((copy, cell), out var known) ? known : ids[(copy, cell)] = FreeId(cell),
        _ => cell,
    };

    // The last copies share the villages of the first ones: 150 villages, no more.
    private bool AddVillage(int copy, string[] cells)
    {
        var index = copy * _demo.Count + _demo.IndexOf(cells[0]);
        if (index >= Villages) return false;
        cells[0] = Code(index);
        return true;
    }

    private string Village(int copy, string code) => Code((copy * _demo.Count + _demo.IndexOf(code)) % Villages);

    private string Code(int index) => string.Create(CultureInfo.InvariantCulture, $"{_demo[index % _demo.Count][..9]}{300 + index:000}");

    // The same birth date and sex under another order number.
    private string FreeId(string id)
    {
        for (var order = int.Parse(id.AsSpan(14, 3), CultureInfo.InvariantCulture); ; order = (order + 2) % 1000)
        {
            var digits = string.Create(CultureInfo.InvariantCulture, $"{id[..14]}{order:000}");
            if (_usedIds.Add(digits)) return digits + IdNumber.CheckCharacter(digits);
        }
    }
}
