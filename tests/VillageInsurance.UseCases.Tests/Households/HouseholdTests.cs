using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Households;

public class HouseholdTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly CountyFiles _files = new();
    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_list_holds_the_households_of_the_agents_village_page_by_page()
    {
        var numbers = Enumerable.Range(0, 60).Select(_ => _files.Household()).ToList();
        _files.Household(_files.OtherCode);
        await database.ImportAsync(_files);
        var agent = Someone.Who(Role.ResidentAgent, await AreaAsync(_files.VillageCode));

        var first = await ListAsync(agent, new());
        var second = await ListAsync(agent, new(AfterNumber: first.Rows[^1].Number));

        Assert.True(first.HasMore && !second.HasMore);
        Assert.Equal(numbers.Order(StringComparer.Ordinal), first.Rows.Concat(second.Rows).Select(r => r.Number));
        Assert.Equal("岩温", first.Rows[0].HeadName);
    }

    [Fact]
    public async Task The_list_finds_by_the_beginning_of_name_or_number_and_leaves_out_what_has_ended()
    {
        var (open, closed) = (_files.Household(), _files.Household(left: "2025-01-01", why: "dissolved"));
        await database.ImportAsync(_files);
        var agent = Someone.Who(Role.ResidentAgent, await AreaAsync(_files.VillageCode));

        Assert.Equal(open, Assert.Single((await ListAsync(agent, new(Search: open))).Rows).Number);
        Assert.Equal(2, (await ListAsync(agent, new(Search: "岩", WithEnded: true))).Rows.Count);
        Assert.DoesNotContain((await ListAsync(agent, new())).Rows, r => r.Number == closed);
        Assert.Empty((await ListAsync(agent, new(Search: "nobody"))).Rows);
    }

    [Fact]
    public async Task The_agent_sees_members_and_policies_with_numbers_masked()
    {
        var (household, idNumber, village) = await GivenAPolicyAsync();

        var view = await DetailAsync(Someone.Who(Role.ResidentAgent, village), household);

        var member = Assert.Single(view.Members);
        Assert.Equal(("玉香", Masking.Number(idNumber), "100****5678"), (member.Name, member.IdNumber, view.Phone));
        Assert.Equal((true, 3_000), (view.Policies![0].IsInForce, Assert.Single(view.Policies[0].Payments).AmountFen));
    }

    [Fact]
    public async Task Nothing_beside_a_masked_number_gives_away_the_rest_of_it()
    {
        var (household, idNumber, village) = await GivenAPolicyAsync();
        Assert.True(IdNumber.TryParse(idNumber, testRegionAllowed: true, out var number));
        var born = number.BirthDate;

        var view = await DetailAsync(Someone.Who(Role.Supervisor, village), household);

        Assert.Equal(2026 - born.Year - (born.DayOfYear > new DateOnly(2026, 3, 1).DayOfYear ? 1 : 0), Assert.Single(view.Members).Age);
        Assert.DoesNotContain(born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), JsonSerializer.Serialize(view), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_supervisor_sees_the_members_and_no_policies()
    {
        var (household, _, village) = await GivenAPolicyAsync();

        var view = await DetailAsync(Someone.Who(Role.Supervisor, village), household);

        Assert.Equal(("玉香", null), (Assert.Single(view.Members).Name, view.Policies));
    }

    [Fact]
    public async Task An_agent_of_another_village_or_group_does_not_find_it_and_others_have_no_right()
    {
        var (household, _, village) = await GivenAPolicyAsync();
        var groups = await database.SeeAsync(Places.Village, db => db.Areas.Where(a => a.ParentId == village).ToDictionaryAsync(a => a.Name, a => a.Id));

        await Assert.ThrowsAsync<NotFound>(() => DetailAsync(Someone.Who(Role.ResidentAgent, Places.Village), household));
        await Assert.ThrowsAsync<NotFound>(() => DetailAsync(AgentOf(groups["2"]), household));
        Assert.NotEmpty((await DetailAsync(AgentOf(groups["1"]), household)).Policies!);
        foreach (var role in new[] { Role.CountyOffice, Role.TownshipOfficial, Role.CountyLeader, Role.Auditor })
            await Assert.ThrowsAsync<NotPermitted>(() => DetailAsync(Someone.Who(role, village), household));
    }

    [Fact]
    public async Task A_value_shown_in_clear_leaves_its_reason_in_the_audit()
    {
        var (household, idNumber, village) = await GivenAPolicyAsync();
        var agent = Someone.Who(Role.ResidentAgent, village);
        var person = (await DetailAsync(agent, household)).Members[0].PersonId;

        Assert.Equal(idNumber, await RevealAsync(agent, RevealedField.IdNumber, person));
        Assert.Equal("10012345678", await RevealAsync(agent, RevealedField.Phone, household));

        var looks = await database.SeeAsync(village, db => db.AuditChanges.Where(c => c.RecordId == person && c.Change == "Revealed").ToListAsync());
        Assert.Contains("asked by phone", Assert.Single(looks).Values, StringComparison.Ordinal);
        Assert.DoesNotContain(idNumber, looks[0].Values, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_are_shown_to_who_has_the_right_in_that_village_for_a_reason()
    {
        var (household, _, village) = await GivenAPolicyAsync();

        await Assert.ThrowsAsync<NotFound>(() => RevealAsync(Someone.Who(Role.ResidentAgent, Places.Village), RevealedField.Phone, household));
        await Assert.ThrowsAsync<NotPermitted>(() => RevealAsync(Someone.Who(Role.Supervisor, village), RevealedField.Phone, household));
        await Assert.ThrowsAsync<InvalidInput>(() => RevealAsync(Someone.Who(Role.ResidentAgent, village), RevealedField.Phone, household, reason: ""));
    }

    [Fact]
    public async Task The_thirty_first_value_in_an_hour_is_refused_and_the_next_hour_begins_anew()
    {
        var (household, _, village) = await GivenAPolicyAsync();
        var agent = Someone.Who(Role.ResidentAgent, village);
        for (var i = 0; i < RevealLimit.MostInAnHour; i++) await RevealAsync(agent, RevealedField.Phone, household);

        await Assert.ThrowsAsync<TooManyReveals>(() => RevealAsync(agent, RevealedField.Phone, household));
        _clock.Advance(TimeSpan.FromMinutes(61));
        Assert.NotNull(await RevealAsync(agent, RevealedField.Phone, household));
    }

    [Fact]
    public async Task Plain_sql_without_a_scope_sees_no_person()
    {
        await GivenAPolicyAsync();
        await using var app = NpgsqlDataSource.Create(database.ConnectionString);
        await using var count = app.CreateCommand(
            "select (select count(*) from persons) + (select count(*) from households) + (select count(*) from memberships) + (select count(*) from policies) + (select count(*) from payments)");

        Assert.Equal(0L, await count.ExecuteScalarAsync());
    }

    private async Task<(Guid Household, string IdNumber, Guid Village)> GivenAPolicyAsync()
    {
        var number = _files.Household();
        var (head, id) = _files.Resident(number);
        _files.Household(group: 2);
        _files.Payment(_files.Policy("P03", head, head, "2025-12-01", "2025-12-02", "2026-12-01"), "2025-12-01", "30.00");
        await database.ImportAsync(_files);
        var village = await AreaAsync(_files.VillageCode);
        return (await database.SeeAsync(village, db => db.Households.Where(h => h.Number == number).Select(h => h.Id).SingleAsync()), id, village);
    }

    private static Actor AgentOf(Guid group) => Someone.With(new Grant(Role.ResidentAgent, RolePermissions.Of(Role.ResidentAgent), new([], [group]), From: Someone.Today));

    private Task<Guid> AreaAsync(string code) => database.SeeAsync(Places.Village, db => db.Areas.Where(a => a.Code == code).Select(a => a.Id).SingleAsync());

    private Task<HouseholdList.View> ListAsync(Actor actor, HouseholdList.Input input) => new HouseholdList(database.GateFor(actor, _clock), _clock).RunAsync(input, CancellationToken.None);

    private Task<HouseholdDetail.View> DetailAsync(Actor actor, Guid household) =>
        new HouseholdDetail(database.GateFor(actor, _clock), Imports.Vault, _clock).RunAsync(household, CancellationToken.None);

    private Task<string?> RevealAsync(Actor actor, RevealedField field, Guid record, string reason = "asked by phone") =>
        new RevealField(database.GateFor(actor, _clock), Imports.Vault, _clock).RunAsync(new(field, record, reason));
}
