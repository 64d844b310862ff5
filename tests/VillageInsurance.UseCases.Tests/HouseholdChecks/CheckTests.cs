using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.HouseholdChecks;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.LifeEvents;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.HouseholdChecks;

public class CheckTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task What_was_sent_is_read_only_and_comes_back_with_its_fields_marked()
    {
        var (home, household, official) = await GivenASentOneAsync();

        Assert.Equal(FileRule.ASentOneIsReadOnly, (await Assert.ThrowsAsync<RuleBroken>(() => EditAsync(home))).Rule);
        Assert.Equal(FileRule.ASentOneIsReadOnly, (await Assert.ThrowsAsync<RuleBroken>(() => home.Desk.RecordAsync(home.Number, new(LifeEventKind.WentForWork, new(2026, 2, 1), [home.Child])))).Rule);
        await new ReturnHousehold(database.GateFor(official, home.Desk.Clock), home.Desk.Clock).RunAsync(new(household, await SeenAsync(household), "No phone", [FileField.Phone]));

        var item = await database.SeeAsync(await VillageOfAsync(household), db => db.QueueItems.SingleAsync(q => q.RecordId == household));
        Assert.Equal((QueueKind.HouseholdReturned, home.Desk.Agent.StaffId), (item.Kind, item.StaffId));
        var state = await StateAsync(home);
        Assert.Equal((FileStatus.Returned, FileField.Phone, true), (state.Status, state.Marked.Single(), state.MayEdit));
        await EditAsync(home);
        await SubmitAsync(home);
        Assert.Equal((FileStatus.Resubmitted, 2), ((await StateAsync(home)).Status, (await StateAsync(home)).Rounds.Count));
        Assert.NotNull((await database.SeeAsync(await VillageOfAsync(household), db => db.QueueItems.SingleAsync(q => q.RecordId == household))).DoneAt);
    }

    [Fact]
    public async Task The_township_sees_what_was_sent_and_nothing_else_masked()
    {
        var (home, household, official) = await GivenASentOneAsync();
        var detail = new CheckDetail(database.GateFor(official, home.Desk.Clock), Imports.Vault, home.Desk.Clock);

        var view = await detail.RunAsync(household, CancellationToken.None);

        Assert.Equal(3, view.Members.Count);
        Assert.All(view.Members, m => Assert.Equal(("玉*", true), (m.Name, m.IdNumber!.Contains("*********", StringComparison.Ordinal))));
        Assert.Contains(FileGap.NoAddress, view.Gaps);
        await new ApproveHousehold(database.GateFor(official, home.Desk.Clock), home.Desk.Clock).RunAsync(new(household, view.Version, ""));
        await Assert.ThrowsAsync<NotFound>(() => detail.RunAsync(household, CancellationToken.None));
        Assert.Equal(FileRule.ACheckedOneIsCorrected, (await Assert.ThrowsAsync<RuleBroken>(() => EditAsync(home))).Rule);
        Assert.Equal((FileStatus.Checked, false, true), ((await StateAsync(home)).Status, (await StateAsync(home)).MayEdit, (await StateAsync(home)).MayAsk));
    }

    [Fact]
    public async Task All_that_match_are_approved_when_their_number_is_the_one_confirmed_and_each_says_what_became_of_it()
    {
        var (home, household, official) = await GivenASentOneAsync();
        var village = await VillageOfAsync(household);
        // He once wrote in one of them.
        var second = home.Files.Household();
        home.Files.Resident(second);
        home.Files["residents"][^1] = home.Files["residents"][^1].Replace(",其他,", ",户主,", StringComparison.Ordinal);
        await database.ImportAsync(home.Files);
        var other = await home.Desk.HouseholdAsync(second);
        await new SubmitHousehold(database.GateFor(home.Desk.Agent, home.Desk.Clock), home.Desk.Clock).RunAsync(new(other.Id, other.Version));
        await database.GivenAsync(village, new FieldChange(Guid.CreateVersion7(), village, null, other.Id, null, "Address", null, "x", official.StaffId, home.Desk.Clock.GetUtcNow(), null));
        var all = new ApproveMatching(database.GateFor(official, home.Desk.Clock), home.Desk.Clock);
        var list = await new CheckList(database.GateFor(official, home.Desk.Clock)).RunAsync(new(village), CancellationToken.None);

        await Assert.ThrowsAsync<ChangedMeanwhile>(() => all.RunAsync(new(village, false, 1)));
        var rows = await all.RunAsync(new(village, false, list.Matching));

        Assert.Equal((2, 2), (list.Matching, list.Rows.Count));
        Assert.Null(rows.Single(r => r.HouseholdId == household).RefusedBy);
        Assert.Equal("FileRule.NobodyDecidesTheirOwn", rows.Single(r => r.HouseholdId == other.Id).RefusedBy);
        Assert.Equal(FileStatus.Checked, (await StateAsync(home)).Status);
    }

    [Fact]
    public async Task A_stale_page_another_township_and_others_are_refused()
    {
        var (home, household, official) = await GivenASentOneAsync();
        var seen = await SeenAsync(household);
        Task ReturnAs(Actor actor) => new ReturnHousehold(database.GateFor(actor, home.Desk.Clock), home.Desk.Clock).RunAsync(new(household, seen, "Why", [FileField.Members]));

        await Assert.ThrowsAsync<NotFound>(() => ReturnAs(Someone.Who(Role.TownshipOfficial, Places.Village)));
        await Assert.ThrowsAsync<NotPermitted>(() => ReturnAs(home.Desk.Agent));
        await Assert.ThrowsAsync<NotPermitted>(() => ReturnAs(Someone.InTheCounty(Role.CountyOffice)));
        await ReturnAs(official);
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => ReturnAs(official));
    }

    [Fact]
    public async Task Changed_values_stay_visible_with_the_old_one_and_encrypted_ones_only_as_changed()
    {
        var home = await Home.GivenAsync(database);

        await database.GateFor(home.Desk.Agent, home.Desk.Clock).ChangeAsync(Permission.KeepHouseholds, async db =>
        {
            var h = await db.Households.SingleAsync(x => x.Number == home.Number);
            await db.RequireEditableAsync(h);
            h.Describe(new("3", null, null, null, null, null, null));
            h.ReachedAt(Imports.Vault.Seal("households.phone", h.Id, "10099998888"));
            (await db.Persons.SingleAsync(p => p.Id == home.Child)).Rename("玉罕");
            db.NoteFieldChanges(h);
        });

        var changes = (await StateAsync(home)).Changes.ToDictionary(c => c.Field);
        Assert.Equal((null, "3"), (changes["Address"].Old, changes["Address"].New));
        Assert.Equal(("玉香", "玉罕", "玉罕"), (changes["Name"].Old, changes["Name"].New, changes["Name"].Person));
        Assert.Equal((null, null), (changes["Phone"].Old, changes["Phone"].New));
    }

    private async Task<(Home Home, Guid Household, Actor Official)> GivenASentOneAsync()
    {
        var home = await Home.GivenAsync(database);
        await SubmitAsync(home);
        var household = await home.LoadAsync();
        return (home, household.Id, await Home.StaffAsync(database, Role.TownshipOfficial, household.VillageId));
    }

    private async Task SubmitAsync(Home home)
    {
        var h = await home.LoadAsync();
        await new SubmitHousehold(database.GateFor(home.Desk.Agent, home.Desk.Clock), home.Desk.Clock).RunAsync(new(h.Id, h.Version));
    }

    private Task EditAsync(Home home) => database.GateFor(home.Desk.Agent, home.Desk.Clock).ChangeAsync(Permission.KeepHouseholds, async db =>
        await db.RequireEditableAsync(await db.Households.SingleAsync(h => h.Number == home.Number)));

    private async Task<FileStateOf.View> StateAsync(Home home) => await new FileStateOf(database.GateFor(home.Desk.Agent, home.Desk.Clock)).RunAsync((await home.LoadAsync()).Id, CancellationToken.None);

    private Task<int> SeenAsync(Guid household) => database.GateFor(Imports.Office).ReadAsync(Permission.ImportCountyData, db => db.HouseholdFiles.Where(f => f.Id == household).Select(f => f.Version).SingleAsync(), default);

    private Task<Guid> VillageOfAsync(Guid household) => database.GateFor(Imports.Office).ReadAsync(Permission.ImportCountyData, db => db.Households.Where(f => f.Id == household).Select(f => f.VillageId).SingleAsync(), default);
}
