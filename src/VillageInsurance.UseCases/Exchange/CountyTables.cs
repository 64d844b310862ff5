namespace VillageInsurance.UseCases.Exchange;

/// <summary>The tables of a county in their order: each names only rows of those before it.</summary>
internal static class CountyTables
{
    public static async Task<IReadOnlyList<TableCount>> ImportAsync(ImportRun run, CountySource source)
    {
        var (townships, villages, households) = (new TownshipImport(), new VillageImport(), new HouseholdImport());
        await AreaImport.LoadAsync(run, townships, villages);
        var imports = new Dictionary<string, TableImport>
        {
            ["townships"] = townships,
            ["villages"] = villages,
            ["staff"] = new StaffImport(),
            ["households"] = households,
            ["residents"] = new ResidentImport(),
            ["students"] = new StudentImport(),
            ["products"] = new ProductImport(),
            ["policies"] = new PolicyImport(),
            ["payments"] = new PaymentImport(),
            ["claims"] = new ClaimImport(),
        };
        var counts = new List<TableCount>();
        foreach (var table in CountySource.Known)
        {
            using var rows = Open(run, source, table);
            if (rows is not null) counts.Add(await imports[table].RunAsync(run, rows));
            if (table == "households" && run.Problems.Count == 0) await AreaImport.AddGroupsAsync(run, households.NewGroups);
        }
        return counts;
    }

    private static TableRows? Open(ImportRun run, CountySource source, string table)
    {
        try
        {
            return source.Rows(table);
        }
        catch (UnreadableFile no)
        {
            run.Problems.Add(no.Problem);
            return null;
        }
    }
}
