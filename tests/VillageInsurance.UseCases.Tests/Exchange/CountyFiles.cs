using System.Globalization;
using System.Text;
using VillageInsurance.Domain.Households;

namespace VillageInsurance.UseCases.Tests.Exchange;

/// <summary>A small county as data files, row by row. Villages lie in the townships that every test database holds.</summary>
internal sealed class CountyFiles
{
    private static int _last;

    private readonly Dictionary<string, List<string>> _tables = new()
    {
        ["townships"] = ["code,name,type"],
        ["villages"] = ["code,township_code,name,kind,households,population"],
        ["staff"] = ["staff_id,village_code,role,name,registration_no,registered_on,ended_on"],
        ["households"] = ["household_no,village_code,group_no,head_name,phone,main_income,income_band,joined_on,left_on,left_reason,kind"],
        ["residents"] = ["resident_id,household_no,name,id_no,sex,birth_date,relation,ethnicity,residence_kind,joined_on,join_reason,left_on,left_reason"],
        ["students"] = ["resident_id,school,stage,enrolled_from,enrolled_to"],
        ["products"] =
        [
            "code,name,kind,long_term,counts_student,counts_accident,counts_life_regular", "P01,学平险,STUDENT,0,1,0,0", "P03,意外险,ACCIDENT,0,0,1,0",
            "P07,两全保险,ENDOWMENT,1,0,0,1", "P11,短期医疗,SHORT_MEDICAL,0,0,0,0",
        ],
        ["policies"] =
        [
            "policy_no,insurer,product_code,village_code,holder_id,insured_id,issue_date,effective_date,end_date,pay_mode,pay_years,premium,sum_insured,"
            + "hesitation_cancel_on,surrendered_on,suspended_on,reinstated_on,claim_ended_on,agent_id",
        ],
        ["payments"] = ["payment_no,policy_no,booked_on,kind,policy_year,amount,method"],
    };

    public CountyFiles() => (VillageCode, OtherCode) = (AddVillage(), AddVillage());

    public string VillageCode { get; }
    public string OtherCode { get; }

    public List<string> this[string table] => _tables[table];

    public static string IdNumber(DateOnly born, int order)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"999999{born:yyyyMMdd}{order:000}");
        return digits + Domain.Households.IdNumber.CheckCharacter(digits);
    }

    public string AddVillage()
    {
        var code = $"999999101{300 + Next() % 600:000}";
        Add("villages", code, "999999101", $"V{code}", "village-committee", 10, 30);
        return code;
    }

    public string Household(string? village = null, string joined = "2017-01-01", string left = "", string why = "", string kind = "family", int group = 1)
    {
        var number = $"H{Next()}";
        Add("households", number, village ?? VillageCode, group, "岩温", "10012345678", "橡胶", "B", joined, left, why, kind);
        return number;
    }

    /// <summary>A row of a person; of the same person when an ID number is given.</summary>
    public (string Number, string Id) Resident(string household, string joined = "2017-01-01", string kind = "local", string reason = "initial", string left = "", string why = "", string? id = null, string born = "1980-05-05")
    {
        var (number, day) = ($"R{Next()}", DateOnly.ParseExact(born, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        id ??= IdNumber(day.AddDays(Next() % 300), Next() % 1000);
        _ = Domain.Households.IdNumber.TryParse(id, true, out var parsed);
        Add("residents", number, household, "玉香", id, parsed.Sex == Sex.Male ? "男" : "女", parsed.BirthDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "其他", "傣族", kind, joined, reason, left, why);
        return (number, id);
    }

    public void Student(string resident, string from = "2024-09-01", string to = "", string stage = "primary") => Add("students", resident, "中心小学", stage, from, to);

    public string Policy(string product, string? holder, string insured, string issued, string effective, string end, string mode = "single", string? village = null, string insurer = "CL",
        string cancelled = "", string surrendered = "", string suspended = "", string reinstated = "", string claimed = "", string agent = "")
    {
        var number = $"B{Next()}";
        Add("policies", number, insurer, product, village ?? VillageCode, holder ?? "", insured, issued, effective, end, mode, 10, "300.00", "10000.00", cancelled, surrendered, suspended, reinstated, claimed, agent);
        return number;
    }

    public void Payment(string policy, string on, string amount, string kind = "receipt", int year = 1) => Add("payments", $"F{Next()}", policy, on, kind, year, amount, "bank");

    /// <summary>Writes the tables as CSV into a new folder.</summary>
    public string Write()
    {
        var folder = Directory.CreateTempSubdirectory("county-").FullName;
        foreach (var (name, lines) in _tables) File.WriteAllText(Path.Combine(folder, $"{name}.csv"), string.Join('\n', lines) + "\n", new UTF8Encoding(false));
        return folder;
    }

    public IEnumerable<(string Sheet, IEnumerable<string[]> Rows)> Sheets() => _tables.Select(t => (t.Key, t.Value.Select(line => line.Split(','))));

    public void Add(string table, params object[] cells) => _tables[table].Add(string.Join(',', cells));

    private static int Next() => Interlocked.Increment(ref _last);
}
