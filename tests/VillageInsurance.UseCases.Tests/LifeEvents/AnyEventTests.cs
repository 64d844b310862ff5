using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.LifeEvents;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.LifeEvents;

/// <summary>Whatever happens in the villages of the demo county, with all the traps that they hold.</summary>
public class AnyEventTests(TestPostgres postgres)
{
    private const int Events = 26;

    [Fact]
    public async Task An_event_taken_back_leaves_figures_and_rows_as_they_were_and_none_moves_last_years()
    {
        await using var database = await DemoCounty.NewAsync(postgres);
        await database.ImportAsync(DemoCounty.Zip);
        var codes = DemoCounty.Reference.Take(3).Select(r => r["village_code"]).ToArray();
        var desk = await Keeping.InAsync(database, codes);
        var villages = await database.SeeAsync(Places.Village, db => db.Areas.Where(a => codes.Contains(a.Code!)).Select(a => a.Id).ToListAsync());
        var households = await database.GateFor(Imports.Office).ReadAsync(Permission.ImportCountyData, db =>
            db.Households.AsNoTracking().Where(h => villages.Contains(h.VillageId) && h.LeftOn == null && h.Kind == HouseholdKind.Family).OrderBy(h => h.Number).ToListAsync(), CancellationToken.None);
        var lastYear = await OfAsync(desk, codes, "2025-12-31", "2026-01-31");
        var (random, kinds) = (new Random(20260301), new HashSet<LifeEventKind>());

        for (var (done, tries) = (0, 0); done < Events;)
        {
            var (now, rows) = (await OfAsync(desk, codes, "2026-12-31", null), await desk.RowsAsync());
            var household = households[random.Next(households.Count)];
            var other = households[random.Next(households.Count)];
            var members = await database.GateFor(Imports.Office).ReadAsync(Permission.ImportCountyData,
                db => db.Memberships.AsNoTracking().Where(m => m.HouseholdId == household.Id && m.LeftOn == null).ToListAsync(), CancellationToken.None);
            var kind = (LifeEventKind)(1 + (tries++ % 16));
            var one = members.Count == 0 ? Guid.Empty : members[random.Next(members.Count)].PersonId;
            var day = new DateOnly(2025, 12, 1).AddDays(random.Next(90));
            var facts = new LifeEventFacts(kind, day, one == Guid.Empty || random.Next(4) == 0 ? [] : [one], random.Next(3) == 0 ? null : other.Id,
                random.Next(2) == 0 ? villages[random.Next(3)] : null, null, kind == LifeEventKind.Split ? one : members.FirstOrDefault(m => m.PersonId != one)?.PersonId, null, null, "中心小学", SchoolStage.Primary);
            try
            {
                var id = await desk.RecordAsync(household.Number, facts, kind is LifeEventKind.Born or LifeEventKind.Arrived ? new(Guid.CreateVersion7(), "岩", null, Sex.Male, day) : null);
                Assert.Equal(lastYear, await OfAsync(desk, codes, "2025-12-31", "2026-01-31"));
                await desk.UndoAsync(id);
                kinds.Add(kind);
            }
            catch (RuleBroken)
            {
                // Not everything can happen everywhere.
                continue;
            }
            Assert.Equal(now, await OfAsync(desk, codes, "2026-12-31", null));
            Assert.Equal(rows, await desk.RowsAsync());
            Assert.Equal(lastYear, await OfAsync(desk, codes, "2025-12-31", "2026-01-31"));
            done++;
        }
        Assert.True(kinds.Count >= 12, string.Join(',', kinds));
    }

    private static async Task<string> OfAsync(Keeping desk, string[] codes, string asOf, string? knownAt)
    {
        var lines = new List<string>();
        foreach (var code in codes) lines.Add($"{code} {await desk.FiguresAsync(code, asOf, knownAt)}");
        return string.Join('\n', lines);
    }
}
