using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Households;

public class SearchTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly Began = new(2020, 1, 1);

    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("谢伟")]
    [InlineData("伟军")]
    [InlineData("谢伟军")]
    public async Task Any_two_characters_of_a_members_name_find_the_household(string typed)
    {
        var number = await GivenHouseholdAsync(Places.Village, "谢伟军");

        Assert.Contains((await SearchAsync(Agent, typed)).Rows, r => r.Number == number);
    }

    [Theory]
    [InlineData("温罕")]
    [InlineData("罕宰")]
    [InlineData("宰龙")]
    [InlineData("龙扁")]
    [InlineData("扁康")]
    public async Task The_middle_and_end_of_a_long_name_find_it_too(string typed)
    {
        var number = await GivenHouseholdAsync(Places.Village, "岩温罕宰龙扁康");

        Assert.Contains((await SearchAsync(Agent, typed)).Rows, r => r.Number == number);
    }

    [Fact]
    public async Task A_member_who_is_not_the_head_is_named_beside_the_head()
    {
        var number = await GivenHouseholdAsync(Places.Village, "郑大山", "郑小溪");

        var row = Assert.Single((await SearchAsync(Agent, "小溪")).Rows);

        Assert.Equal((number, "郑大山", "郑小溪"), (row.Number, row.HeadName, row.Found));
    }

    [Fact]
    public async Task Who_does_not_work_in_the_village_sees_names_masked()
    {
        await GivenHouseholdAsync(Places.Village, "施云海", "施云山");
        var grant = new Grant(Role.CountyOffice, [Permission.ViewHouseholds], DataScope.WholeCounty, From: Someone.Today);

        var row = Assert.Single((await SearchAsync(Someone.With(grant), "云山")).Rows);

        Assert.Equal(("施**", "施**"), (row.HeadName, row.Found));
    }

    [Fact]
    public async Task Nothing_is_found_in_a_village_that_is_not_the_agents()
    {
        await GivenHouseholdAsync(Places.OtherVillage, "邻村人");

        Assert.Empty((await SearchAsync(Agent, "邻村")).Rows);
        await Assert.ThrowsAsync<NotPermitted>(() => SearchAsync(Someone.Who(Role.TownshipOfficial, Places.Village), "邻村"));
    }

    [Fact]
    public async Task Many_hits_come_page_by_page_and_none_twice()
    {
        for (var i = 0; i < HouseholdList.PageSize + 5; i++) await GivenHouseholdAsync(Places.Village, $"岩多多{(char)('一' + i)}");

        var first = await SearchAsync(Agent, "多多");
        var second = await SearchAsync(Agent, "多多", first.Rows[^1].Number);

        Assert.Equal((HouseholdList.PageSize, true, 5, false), (first.Rows.Count, first.HasMore, second.Rows.Count, second.HasMore));
        Assert.Empty(first.Rows.Select(r => r.Id).Intersect(second.Rows.Select(r => r.Id)));
    }

    [Fact]
    public async Task A_part_of_the_number_or_of_the_address_finds_the_household()
    {
        var number = await GivenHouseholdAsync(Places.Village, "何地", address: "曼听路18号");

        Assert.Equal(number, Assert.Single((await SearchAsync(Agent, number[^8..])).Rows).Number);
        Assert.Equal(number, Assert.Single((await SearchAsync(Agent, "听路18")).Rows).Number);
    }

    [Fact]
    public async Task Who_has_left_is_found_only_where_ended_ones_are_wanted()
    {
        var number = await GivenHouseholdAsync(Places.Village, "已离开", left: new DateOnly(2025, 1, 1));

        Assert.Empty((await SearchAsync(Agent, "离开")).Rows);
        Assert.Equal(number, Assert.Single((await new HouseholdList(database.GateFor(Agent, _clock), _clock).RunAsync(new(Search: "离开", WithEnded: true), CancellationToken.None)).Rows).Number);
    }

    [Fact]
    public async Task A_whole_id_number_or_phone_finds_the_household_and_leaves_its_event_without_the_number()
    {
        var id = Id(1);
        var number = await GivenHouseholdAsync(Places.Village, "有号码", idNumber: id, phone: "10011112222");
        var agent = Someone.Who(Role.ResidentAgent, Places.Village);

        Assert.Equal(number, Assert.Single(await LookUpAsync(agent, id[..6] + " " + id[6..].ToLowerInvariant())).Number);
        Assert.Equal(number, Assert.Single(await LookUpAsync(agent, "100-1111-2222")).Number);
        Assert.Empty(await LookUpAsync(agent, "10099998888"));

        var kept = await database.SeeAsync(Places.Village, db => db.AuditChanges.Where(c => c.Change == AuditChange.LookedUp && db.AuditEvents.Any(e => e.Id == c.EventId && e.StaffId == agent.StaffId)).ToListAsync());
        Assert.Equal(3, kept.Count);
        Assert.All(kept, c => Assert.Equal("{}", c.Values));
    }

    [Fact]
    public async Task A_number_of_another_village_is_not_found_and_the_thirty_first_in_an_hour_is_refused()
    {
        var id = Id(2);
        await GivenHouseholdAsync(Places.OtherVillage, "别处", idNumber: id);
        var agent = Someone.Who(Role.ResidentAgent, Places.Village);

        for (var i = 0; i < LookUpNumber.MostInAnHour; i++) Assert.Empty(await LookUpAsync(agent, id));

        await Assert.ThrowsAsync<TooManyLookUps>(() => LookUpAsync(agent, id));
        _clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Empty(await LookUpAsync(agent, id));
    }

    [Fact]
    public async Task A_part_of_a_number_is_no_number() =>
        await Assert.ThrowsAsync<InvalidInput>(() => LookUpAsync(Agent, "9999992015"));

    [Fact]
    public async Task Villages_are_found_by_name_and_code_inside_the_viewers_area()
    {
        var agent = await new FindPlaces(database.GateFor(Agent, _clock)).RunAsync(new("llag"), CancellationToken.None);
        var office = await new FindPlaces(database.GateFor(Someone.InTheCounty(Role.CountyOffice), _clock)).RunAsync(new("9999991"), CancellationToken.None);

        Assert.Equal((Places.Village, true), (Assert.Single(agent.Villages).VillageId, agent.FindsHouseholds));
        Assert.True(office.Villages.Count >= 3 && !office.FindsHouseholds);
    }

    private static Actor Agent { get; } = Someone.Who(Role.ResidentAgent, Places.Village);

    private static string Id(int order)
    {
        var digits = $"99999919800101{order:000}";
        return digits + IdNumber.CheckCharacter(digits);
    }

    private async Task<string> GivenHouseholdAsync(Guid village, string head, string? member = null, string? address = null, DateOnly? left = null, string? idNumber = null, string? phone = null)
    {
        var household = new Household(Guid.CreateVersion7(), village, null, $"99{Random.Shared.NextInt64(100_000_000_000_000, 999_999_999_999_999)}", HouseholdKind.Family, Began, null);
        household.NameHead(head);
        household.Describe(new(address, null, null, null, null, null, null));
        if (phone is not null) household.ReachedAt(Imports.Vault.Seal(PersonalCells.Phone, household.Id, phone));
        var records = new List<object> { household };
        foreach (var name in new[] { head, member }.OfType<string>())
        {
            var (person, number) = (Guid.CreateVersion7(), default(Sealed));
            if (name == head && idNumber is not null) number = Imports.Vault.Seal(PersonalCells.IdNumber, person, idNumber);
            var membership = new Membership(Guid.CreateVersion7(), village, null, $"M{person:N}", person, household.Id, ResidenceKind.Local, Began, JoinReason.Initial, Began, null);
            if (left is { } day) membership.Leave(day, LeaveReason.MoveOut, day);
            records.AddRange([new Person(person, village, null, number?.Cipher, number?.Index, name, Sex.Female, new(1980, 1, 1), null), membership]);
        }
        if (left is { } end) household.End(end, HouseholdEnd.Dissolved);
        await database.GivenAsync(village, [.. records]);
        return household.Number;
    }

    private Task<HouseholdList.View> SearchAsync(Actor actor, string term, string? after = null) =>
        new HouseholdList(database.GateFor(actor, _clock), _clock).RunAsync(new(Search: term, AfterNumber: after), CancellationToken.None);

    private Task<IReadOnlyList<HouseholdRow>> LookUpAsync(Actor actor, string typed) => new LookUpNumber(database.GateFor(actor, _clock), Imports.Vault, _clock).RunAsync(new(typed));
}
