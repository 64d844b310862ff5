using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Rosters;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;
using static VillageInsurance.UseCases.Tests.Rosters.RosterDesk;

namespace VillageInsurance.UseCases.Tests.Rosters;

/// <summary>Lists of one village group, by who keeps no more than that; and lists that lack the column of ID numbers.</summary>
public sealed class RosterPlaceTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private static readonly string[] NoNumbers = ["户编号", "姓名", "性别", "出生日期", "与户主关系"];

    private readonly string _folder = Directory.CreateTempSubdirectory("rosters").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_agent_of_a_group_brings_its_list_and_rows_of_another_group_are_refused()
    {
        await GivenSecondGroupAsync();
        var (desk, own, other, bare) = (await GroupDeskAsync(Places.Group), NewNumber(), NewNumber(), NewNumber());

        var id = await desk.UploadAsync(Csv(Header, Row(own, "1", "岩温"), Row(other, "2", "玉香"), Row(bare, "", "岩叫")), village: Places.Group);
        await desk.CheckAsync(id);
        await desk.StoreAsync(id);

        var refused = Assert.Single(await desk.OpenAsync(id));
        Assert.Equal((RosterHandling.Reject, RosterReason.GroupOther, RosterField.Group), (refused.Handling, refused.Reason, refused.Field!.Value));
        Assert.Equal(2, (await desk.DetailAsync(id)).StoredRows);
        Assert.Equal([Places.Group, Places.Group], await database.SeeAsync(Places.Village, db => db.Households.Where(h => h.Number == own || h.Number == bare || h.Number == other).Select(h => h.GroupId!.Value).ToListAsync()));
        await desk.UndoAsync(id);
        Assert.DoesNotContain(await desk.LivingAsync(), m => m.Household == own);
    }

    [Fact]
    public async Task A_list_of_a_group_is_there_for_the_group_and_for_the_village_and_for_nobody_else()
    {
        var second = await GivenSecondGroupAsync();
        var (desk, village, neighbour) = (await GroupDeskAsync(Places.Group), new RosterDesk(database, await database.GivenReadyAgentAsync(), _folder), await GroupDeskAsync(second));
        var id = await desk.UploadAsync(Csv(Header, Row(NewNumber(), "1", "岩温")), village: Places.Group);
        await desk.CheckAsync(id);

        Assert.Equal("1", (await village.DetailAsync(id)).Place!.Group);
        Assert.Contains((await desk.ListAsync()).Places, p => p.AreaId == Places.Group && p.Name.Group == "1");
        await Assert.ThrowsAsync<NotFound>(() => neighbour.DetailAsync(id));
        await Assert.ThrowsAsync<OutOfScope>(() => neighbour.UploadAsync(Csv(Header, Row(NewNumber(), "1", "岩温")), village: Places.Group));
        await Assert.ThrowsAsync<OutOfScope>(() => desk.UploadAsync(Csv(Header, Row(NewNumber(), "1", "岩温")), village: Places.Village));
        await Assert.ThrowsAsync<NotFound>(() => desk.UploadAsync(Csv(Header, Row(NewNumber(), "1", "岩温")), village: Places.County));
    }

    [Fact]
    public async Task A_list_without_numbers_knows_who_is_registered_by_name_birth_and_household_and_asks_of_the_others()
    {
        var (desk, number, id) = (new RosterDesk(database, await database.GivenReadyAgentAsync(), _folder), NewNumber(), GivenHousehold.IdNumber(1980));
        await desk.StoreAsync(await desk.CheckedAsync(Header, [number, "1", "岩温", "岩温", "", id, "", "户主"]));
        var born = $"{id[6..10]}-{id[10..12]}-{id[12..14]}";

        var list = await desk.CheckedAsync(NoNumbers, [number, "岩温", "男", born, "户主"], [number, "玉儿", "女", "2020-05-05", "子"]);
        var asked = Assert.Single(await desk.OpenAsync(list));
        Assert.Equal((3, RosterReason.IdMissing), (asked.RowNumber, asked.Reason));
        await desk.StoreAsync(list);
        Assert.Single(await desk.LivingAsync(), m => m.Household == number);
        await desk.DecideAsync(asked, RosterDecision.Temporary);

        Assert.Equal(["岩温", "玉儿"], (await desk.LivingAsync()).Where(m => m.Household == number).Select(m => m.Name).Order(StringComparer.Ordinal));
        Assert.Equal((2, 0), ((await desk.DetailAsync(list)).StoredRows, (await desk.DetailAsync(list)).OpenRows));
    }

    [Fact]
    public async Task A_group_that_the_village_does_not_have_is_replaced_by_the_one_that_was_chosen()
    {
        var (desk, number) = (new RosterDesk(database, await database.GivenReadyAgentAsync(), _folder), NewNumber());
        var id = await desk.CheckedAsync(Header, Row(number, "7", "岩温"));

        await desk.DecideAsync(Assert.Single(await desk.OpenAsync(id), q => q.Reason == RosterReason.GroupUnknown), RosterDecision.Value, "1");
        await desk.StoreAsync(id);

        Assert.Equal(Places.Group, await database.SeeAsync(Places.Village, db => db.Households.Where(h => h.Number == number).Select(h => h.GroupId!.Value).SingleAsync()));
    }

    [Fact]
    public async Task Who_is_registered_elsewhere_is_not_entered_a_second_time_without_a_number()
    {
        var (desk, number, id) = (new RosterDesk(database, await database.GivenReadyAgentAsync(), _folder), NewNumber(), GivenHousehold.IdNumber(1980));
        await desk.StoreAsync(await desk.CheckedAsync(Header, [number, "1", "岩温", "岩温", "", id, "", "户主"]));
        var list = await desk.CheckedAsync(Header, [NewNumber(), "1", "岩温", "岩温", "", id, "", "户主"]);

        var no = await Assert.ThrowsAsync<RuleBroken>(async () => await desk.DecideAsync(Assert.Single(await desk.OpenAsync(list)), RosterDecision.Temporary));

        Assert.Equal(RosterRule.OnlyANumberIsLeftForLater, no.Rule);
    }

    [Fact]
    public async Task Stored_is_what_the_check_read_whatever_became_of_the_file()
    {
        var (desk, store, number) = (new RosterDesk(database, await database.GivenReadyAgentAsync(), _folder), new DiskFileStore(_folder), NewNumber());
        var id = await desk.CheckedAsync(Header, Row(number, "1", "岩温"));
        await store.DeleteAsync($"{id:N}", default);

        await desk.StoreAsync(id);

        Assert.Contains(await desk.LivingAsync(), m => m.Household == number);
        var lost = await desk.CheckedAsync(Header, Row(NewNumber(), "1", "玉香"));
        foreach (var file in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories)) File.Delete(file);
        Assert.Equal(RosterRule.OnlyACheckedRosterIsStored, (await Assert.ThrowsAsync<RuleBroken>(() => desk.StoreAsync(lost))).Rule);
    }

    private async Task<RosterDesk> GroupDeskAsync(Guid group)
    {
        var (_, agent) = await database.GivenAgentAsync(AgentStatus.Assigned, Places.Village, group);
        return new(database, new(agent.Id, agent.Name, [new(Role.ResidentAgent, RolePermissions.Of(Role.ResidentAgent), new([], [group]), new(2026, 1, 1))], Staffing.Today), _folder);
    }

    private async Task<Guid> GivenSecondGroupAsync()
    {
        if (await database.SeeAsync(Places.Village, db => db.Areas.SingleOrDefaultAsync(a => a.ParentId == Places.Village && a.Name == "2")) is { } known) return known.Id;
        var group = new Area(Guid.CreateVersion7(), Places.Village, AreaLevel.Group, AreaKind.VillageGroup, null, "2", new(2000, 1, 1));
        await database.GivenAsync(Places.Village, group);
        return group.Id;
    }

    private static string NewNumber() => $"H{Guid.NewGuid():N}"[..16];

    private static string[] Row(string number, string group, string name) => [number, group, name, name, "", GivenHousehold.IdNumber(1980), "", "户主"];
}
