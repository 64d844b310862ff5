using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Exchange;

public class ImportDemoCountyTests(DemoCounty demo, TestPostgres postgres)
{
    private static readonly DateOnly AsOf = new(2025, 12, 31), KnownAt = new(2026, 1, 31);

    [Fact]
    public async Task Every_cell_of_the_indicator_table_equals_the_reference()
    {
        var database = await demo.OpenAsync(postgres);

        var table = await TableAsync(database);

        Assert.True(DemoCounty.Reference.Count >= 14);
        Assert.All(DemoCounty.Reference, expected => Assert.All(expected.Where(c => c.Key != "note"),
            cell => Assert.Equal((cell.Key, cell.Value), (cell.Key, table[expected["village_code"]][cell.Key]))));
        // In the order of the list, too.
        Assert.Equal(DemoCounty.Reference.Select(r => r["village_code"]), table.Keys.Where(code => code.StartsWith("532801", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_data_a_second_time_changes_nothing_and_says_so_in_a_folder_too()
    {
        var database = await demo.OpenAsync(postgres);

        var again = await database.ImportAsync(DemoCounty.Unpacked());

        Assert.Equal(ImportOutcome.AlreadyStored, again.Outcome);
        Assert.True(again.Counts!.NothingChanged);
        Assert.Equal(1, await database.SeeAsync(Places.Village, db => db.ImportBatches.CountAsync()));
    }

    [Fact]
    public async Task A_changed_file_changes_its_rows_and_no_others()
    {
        await using var database = await DemoCounty.NewAsync(postgres);
        await database.ImportAsync(DemoCounty.Zip);
        var folder = DemoCounty.Unpacked();
        var payments = await File.ReadAllLinesAsync(Path.Combine(folder, "payments.csv"));
        payments[1] = payments[1].Replace("80.00", "81.00", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(Path.Combine(folder, "payments.csv"), payments.Append("F999999999,B000000001,2025-09-01,refund-error,1,1.00,bank"));

        var view = await database.ImportAsync(folder);

        Assert.Equal(ImportOutcome.Stored, view.Outcome);
        Assert.Equal(("payments", 1, 1), view.Counts!.Tables.Where(t => t.Added + t.Changed > 0).Select(t => (t.Table, t.Added, t.Changed)).Single());
        var batches = await database.SeeAsync(Places.Village, db => db.AuditChanges.CountAsync(c => c.Record == "ImportBatch"));
        Assert.Equal(2, batches);
    }

    [Fact]
    public async Task Progress_is_reported_up_to_the_last_row()
    {
        await using var database = await DemoCounty.NewAsync(postgres);
        var seen = new List<ImportProgress>();

        await database.ImportAsync(DemoCounty.Zip, progress =>
        {
            seen.Add(progress);
            return Task.CompletedTask;
        });

        Assert.Equal(CountySource.Known, seen.Select(p => p.Step).Distinct());
        Assert.All(seen, p => Assert.InRange(p.Done, 0, p.Total));
        Assert.True(seen[^1].Done > 45_000);
    }

    [Fact]
    public async Task Who_moved_is_one_person_seen_in_the_new_village_whose_number_only_the_key_reads()
    {
        var database = await demo.OpenAsync(postgres);
        var rows = DemoCounty.Rows(await File.ReadAllLinesAsync(Path.Combine(DemoCounty.Unpacked(), "residents.csv")));
        var moved = rows.GroupBy(r => r["id_no"]).First(g => g.Count() > 1 && g.Any(r => r["left_on"] == ""));
        var last = moved.Single(r => r["left_on"] == "");

        var found = await database.GateFor(Imports.Office).ReadAsync(Permission.ImportCountyData, async db =>
        {
            var person = await db.Persons.SingleAsync(p => p.IdNumberIndex == Imports.Vault.IndexOf(moved.Key));
            var home = await db.Households.SingleAsync(h => h.Number == last["household_no"]);
            return (person, home, Memberships: await db.Memberships.CountAsync(m => m.PersonId == person.Id));
        }, CancellationToken.None);

        Assert.Equal((moved.Count(), found.home.VillageId), (found.Memberships, found.person.VillageId));
        Assert.Equal(moved.Key, Imports.Vault.Open("persons.id_number", found.person.Id, found.person.IdNumber!));
    }

    [Fact]
    public async Task Rivals_and_unregistered_agents_are_stored_and_flagged()
    {
        var database = await demo.OpenAsync(postgres);
        var policies = DemoCounty.Rows(await File.ReadAllLinesAsync(Path.Combine(DemoCounty.Unpacked(), "policies.csv")));

        var batch = await database.SeeAsync(Places.Village, db => db.ImportBatches.SingleAsync());

        Assert.Equal(policies.Count(p => p["insurer"] != "CL"), batch.Counts.RivalPolicies);
        Assert.True(batch.Counts.UnregisteredAgentPolicies > 0);
    }

    private static async Task<Dictionary<string, Dictionary<string, string>>> TableAsync(TestDatabase database)
    {
        var view = await new IndicatorTable(database.GateFor(Imports.Office)).RunAsync(new(AsOf, KnownAt), CancellationToken.None);
        Assert.Empty(view.Errors);
        await using var text = new StringWriter();
        await IndicatorCsv.WriteAsync(text, view.Rows);
        return DemoCounty.Rows(text.ToString().TrimEnd().Split('\n')).ToDictionary(r => r["village_code"]);
    }
}
