using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Households;

public class CompletenessTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly Began = new(2020, 1, 1), Called = new(2026, 2, 1);

    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_file_is_complete_with_head_numbers_phone_place_consent_and_visit_and_lists_hold_what_counts_lack()
    {
        var whole = await GivenAsync(Places.OtherVillage);
        var unvisited = await GivenAsync(Places.OtherVillage, visit: null);
        var lastYear = await GivenAsync(Places.OtherVillage, visit: new DateOnly(2025, 6, 1));
        var withdrawn = await GivenAsync(Places.OtherVillage, withdrawn: true);
        var numberless = await GivenAsync(Places.OtherVillage, hasNumber: false);
        await GivenAsync(Places.OtherVillage, ended: true);

        var village = Assert.Single(await CountAsync(Someone.Who(Role.ResidentAgent, Places.OtherVillage)));

        Assert.Equal(new(5, 3, 4, 2), village.Counts);
        Assert.Equal(new[] { whole, lastYear }.Order(StringComparer.Ordinal), (await ListedAsync(ArchiveGap.None)).Except(await ListedAsync(ArchiveGap.NotComplete)));
        Assert.Equal(new[] { lastYear, unvisited }.Order(StringComparer.Ordinal), await ListedAsync(ArchiveGap.NotVisited));
        Assert.Equal([withdrawn], await ListedAsync(ArchiveGap.NotConsented));
        Assert.Equal(new[] { numberless, unvisited, withdrawn }.Order(StringComparer.Ordinal), await ListedAsync(ArchiveGap.NotComplete));
    }

    [Fact]
    public async Task Government_counts_and_lists_nothing()
    {
        await GivenAsync(Places.Sibling);
        var township = Someone.Who(Role.TownshipOfficial, Places.Sibling);

        var village = Assert.Single(await CountAsync(township));

        Assert.False(village.MayList);
        Assert.True(village.Counts.Households > 0);
        await Assert.ThrowsAsync<NotPermitted>(() => new CompletenessList(database.GateFor(township, _clock), _clock).RunAsync(new(Places.Sibling, null, ArchiveGap.None, null), default));
    }

    [Fact]
    public async Task A_village_that_is_not_the_agents_is_neither_counted_nor_listed()
    {
        await GivenAsync(Places.Village);
        var agent = Someone.Who(Role.ResidentAgent, Places.Sibling);

        Assert.DoesNotContain(await CountAsync(agent), v => v.Place.VillageId == Places.Village);
        Assert.Empty((await new CompletenessList(database.GateFor(agent, _clock), _clock).RunAsync(new(Places.Village, null, ArchiveGap.None, null), default)).Rows);
    }

    private async Task<string> GivenAsync(Guid village, DateOnly? visit, bool withdrawn = false, bool hasNumber = true, bool ended = false)
    {
        var text = await database.SeeAsync(village, db => db.ProgrammeTexts.Select(t => t.Id).FirstAsync());
        var staff = new StaffMember(Guid.CreateVersion7(), $"p{Guid.NewGuid():N}", "Agent", null);
        var household = new Household(Guid.CreateVersion7(), village, null, $"C{Guid.NewGuid():N}"[..20], HouseholdKind.Family, Began, null);
        household.NameHead("玉香");
        household.Describe(new("1", null, null, null, null, null, null));
        household.ReachedAt(new Sealed([1], Guid.NewGuid().ToByteArray()));
        var person = new Person(Guid.CreateVersion7(), village, null, hasNumber ? [1] : null, hasNumber ? Guid.NewGuid().ToByteArray() : null, "玉香", Sex.Female, new(1980, 1, 1), null);
        var consent = new Consent(Guid.CreateVersion7(), village, null, household.Id, null, ConsentKind.General, true, text, "玉香", ConsentForm.Mark, Called, staff.Id, _clock.GetUtcNow());
        if (withdrawn) consent.Withdraw(new(2026, 2, 20));
        var records = new List<object> { staff, household, person, consent, new Membership(Guid.CreateVersion7(), village, null, $"M{person.Id:N}", person.Id, household.Id, ResidenceKind.Local, Began, JoinReason.Initial, Began, null) };
        if (visit is { } day) records.Add(Visit.Record(Guid.CreateVersion7(), household, staff.Id, day, new("head", null, [], [], null, false, [], false, null, null), _clock.Today(), _clock.GetUtcNow()));
        if (ended) household.End(Called, HouseholdEnd.Dissolved);
        await database.GivenAsync(village, [.. records]);
        return household.Number;
    }

    private Task<string> GivenAsync(Guid village, bool withdrawn = false, bool hasNumber = true, bool ended = false) => GivenAsync(village, Called, withdrawn, hasNumber, ended);

    private Task<IReadOnlyList<Completeness.Village>> CountAsync(Actor actor) => new Completeness(database.GateFor(actor, _clock), _clock).RunAsync(default);

    private async Task<IEnumerable<string>> ListedAsync(ArchiveGap gap) =>
        (await new CompletenessList(database.GateFor(Someone.Who(Role.ResidentAgent, Places.OtherVillage), _clock), _clock).RunAsync(new(Places.OtherVillage, null, gap, null), default)).Rows.Select(r => r.Number);
}
