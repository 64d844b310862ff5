using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.HouseholdChecks;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.LifeEvents;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.HouseholdChecks;

public class CorrectionTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly Day = new(2026, 2, 10);

    [Fact]
    public async Task Another_value_takes_the_offices_yes_and_the_old_one_stays_visible()
    {
        var (home, office) = await GivenAsync();
        var household = await home.LoadAsync();
        await AskAsync(home, i => i with { Fields = [new(null, CorrectedField.Address, "5"), new(home.Child, CorrectedField.Name, "玉罕"), new(null, CorrectedField.Phone, "10011112222")] });

        var asked = await OnlyAsync(office, household.Number);
        Assert.Equal(("5", "玉*", null), (asked.Lines[0].New, asked.Lines[1].New, asked.Lines[2].New));
        Assert.Equal(QueueKind.CorrectionToDecide, (await database.SeeAsync(household.VillageId, db => db.QueueItems.SingleAsync(q => q.RecordId == asked.Id))).Kind);
        await ApproveAsync(office, home, asked);

        var state = await new FileStateOf(database.GateFor(home.Desk.Agent, home.Desk.Clock)).RunAsync(household.Id, CancellationToken.None);
        Assert.Equal(3, state.Changes.Count(c => c.ByCorrection));
        Assert.Equal("玉香", state.Changes.Single(c => c.Field == "Name").Old);
        var saved = await home.LoadAsync();
        Assert.Equal(("5", "10011112222"), (saved.Address, Imports.Vault.Open("households.phone", saved.Id, saved.Phone!)));
    }

    [Fact]
    public async Task Whoever_asks_does_not_decide_a_no_says_why_and_nothing_is_decided_twice()
    {
        var (home, office) = await GivenAsync();
        await AskAsync(home, i => i with { Fields = [new(null, CorrectedField.Address, "5")] });
        var asked = await OnlyAsync(office, home.Number);
        var both = Someone.With(new Grant(Role.CountyOffice, RolePermissions.Of(Role.CountyOffice), DataScope.WholeCounty, Someone.Today));
        var same = new Actor(home.Desk.Agent.StaffId, "-", [new Grant(Role.CountyOffice, RolePermissions.Of(Role.CountyOffice), DataScope.WholeCounty, Someone.Today)], Someone.Today);
        Task RefuseAs(Actor actor, string why) => new RefuseCorrection(database.GateFor(actor, home.Desk.Clock), home.Desk.Clock).RunAsync(new(asked.Id, asked.Version, why));

        Assert.Equal(CorrectionRule.NobodyDecidesTheirOwn, (await Assert.ThrowsAsync<RuleBroken>(() => RefuseAs(same, "No"))).Rule);
        await Assert.ThrowsAsync<InvalidInput>(() => RefuseAs(office, ""));
        await Assert.ThrowsAsync<NotPermitted>(() => RefuseAs(home.Desk.Agent, "No"));
        await RefuseAs(office, "No");
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => RefuseAs(both, "No"));
        Assert.Null((await home.LoadAsync()).Address);
    }

    [Fact]
    public async Task An_event_is_taken_back_later_and_what_was_known_before_does_not_move()
    {
        var (home, office) = await GivenAsync();
        var before = await home.Desk.FiguresAsync(home.Files.VillageCode);
        var id = await home.Desk.RecordAsync(home.Number, new(LifeEventKind.Died, Day, [home.Child]));
        var dead = await home.Desk.FiguresAsync(home.Files.VillageCode, "2026-03-01", "2026-03-31");
        home.Desk.Clock.Advance(TimeSpan.FromDays(60));
        await AskAsync(home, i => i with { EventId = id });

        await ApproveAsync(office, home, await OnlyAsync(office, home.Number));

        Assert.Equal(before, await home.Desk.FiguresAsync(home.Files.VillageCode));
        Assert.Equal(dead, await home.Desk.FiguresAsync(home.Files.VillageCode, "2026-03-01", "2026-03-31"));
    }

    [Fact]
    public async Task A_move_into_another_village_is_carried_out_by_the_office()
    {
        var (home, office) = await GivenAsync();
        var other = await Home.AreaAsync(database, home.Files.OtherCode);
        await AskAsync(home, i => i with { Facts = new(LifeEventKind.MovedWithin, Day, [home.Child], ToVillageId: other) });

        var asked = await OnlyAsync(office, home.Number);
        await ApproveAsync(office, home, asked);

        Assert.Equal((LifeEventKind.MovedWithin, other), (asked.Event, asked.To!.VillageId));
        Assert.Equal((1, 1), await home.Desk.FiguresAsync(home.Files.OtherCode) is var f ? ((int)f.Population, (int)f.Students) : default);
        Assert.Equal(2, (await home.Desk.FiguresAsync(home.Files.VillageCode)).Population);
    }

    [Fact]
    public async Task Somebody_registered_elsewhere_comes_with_the_offices_yes()
    {
        var (home, office) = await GivenAsync();
        var (_, number) = home.Files.Resident(home.Files.Household(home.Files.OtherCode));
        await database.ImportAsync(home.Files);
        await AskAsync(home, i => i with { Incomer = new("玉香", number, Day, "其他") });

        var asked = await OnlyAsync(office, home.Number);
        await ApproveAsync(office, home, asked);

        Assert.Equal("玉*", asked.Persons.Single());
        Assert.Equal(4, (await home.Desk.FiguresAsync(home.Files.VillageCode)).Population);
        Assert.Equal(0, (await home.Desk.FiguresAsync(home.Files.OtherCode)).Households);
    }

    [Fact]
    public async Task When_the_old_value_no_longer_stands_nothing_is_written_over()
    {
        var (home, office) = await GivenAsync();
        await AskAsync(home, i => i with { Fields = [new(home.Child, CorrectedField.Name, "玉罕")] });
        await database.GivenAsync((await home.LoadAsync()).VillageId);
        await database.GateFor(home.Desk.Agent).ChangeAsync(Permission.KeepHouseholds, async db => (await db.Persons.SingleAsync(p => p.Id == home.Child)).Rename("玉应"));

        var no = await Assert.ThrowsAsync<RuleBroken>(async () => await ApproveAsync(office, home, await OnlyAsync(office, home.Number)));

        Assert.Equal(CorrectionRule.TheOldValueStands, no.Rule);
    }

    [Fact]
    public async Task What_the_family_lives_in_and_is_insured_by_is_corrected_too()
    {
        var (home, office) = await GivenAsync();
        var household = await home.LoadAsync();
        var head = await database.SeeAsync(household.VillageId, db => db.Memberships.Where(m => m.HouseholdId == household.Id && m.Relation == Membership.HeadRelation).Select(m => m.PersonId).SingleAsync());
        await AskAsync(home, i => i with { Fields = [new(null, CorrectedField.Housing, "Timber"), new(null, CorrectedField.Relief, "Watched"), new(head, CorrectedField.HasPension, "True"), new(head, CorrectedField.HasMedicalInsurance, "False")] });

        await ApproveAsync(office, home, await OnlyAsync(office, home.Number));

        var saved = await home.LoadAsync();
        var person = await database.SeeAsync(saved.VillageId, db => db.Persons.SingleAsync(p => p.Id == head));
        Assert.Equal((Housing.Timber, Relief.Watched, true, false), (saved.Housing, saved.Relief, person.HasPension, person.HasMedicalInsurance));
    }

    [Fact]
    public async Task Money_and_a_childs_matters_take_consent_and_a_value_fits_its_field()
    {
        var (home, _) = await GivenAsync();
        Task AskFor(Guid? person, CorrectedField field, string? value) => AskAsync(home, i => i with { Fields = [new(person, field, value)] });

        Assert.Equal(VisitRule.ConsentComesFirst, (await Assert.ThrowsAsync<RuleBroken>(() => AskFor(null, CorrectedField.DebtBand, "Under10K"))).Rule);
        Assert.Equal(VisitRule.ConsentComesFirst, (await Assert.ThrowsAsync<RuleBroken>(() => AskFor(null, CorrectedField.IncomeBand, "B"))).Rule);
        Assert.Equal(VisitRule.AGuardianConsents, (await Assert.ThrowsAsync<RuleBroken>(() => AskFor(home.Child, CorrectedField.HasPension, "True"))).Rule);
        await Assert.ThrowsAsync<InvalidInput>(() => AskFor(null, CorrectedField.Housing, "Castle"));
        await Assert.ThrowsAsync<InvalidInput>(() => AskFor(null, CorrectedField.HasPension, "True"));
        await Assert.ThrowsAsync<InvalidInput>(() => AskFor(home.Child, CorrectedField.Address, "5"));
        await Assert.ThrowsAsync<InvalidInput>(() => AskFor(null, CorrectedField.Phone, "call me"));
        await Assert.ThrowsAsync<InvalidInput>(() => AskFor(home.Child, CorrectedField.Relation, " "));
    }

    [Fact]
    public async Task A_consent_that_was_withdrawn_while_the_office_thought_stands_against_its_yes()
    {
        var (home, office) = await GivenAsync();
        var h = await home.LoadAsync();
        var text = await database.SeeAsync(h.VillageId, db => db.ProgrammeTexts.Where(t => t.Kind == TextKind.Consent).Select(t => t.Id).FirstAsync());
        await database.GivenAsync(h.VillageId, new Consent(Guid.CreateVersion7(), h.VillageId, h.GroupId, h.Id, null, ConsentKind.Money, true, text, "岩温", ConsentForm.Signature, Day, home.Desk.Agent.StaffId, home.Desk.Clock.GetUtcNow()));
        await AskAsync(home, i => i with { Fields = [new(null, CorrectedField.DebtBand, "Under30K")] });
        await new WithdrawConsent(database.GateFor(home.Desk.Agent, home.Desk.Clock), home.Desk.Clock).RunAsync(new(h.Id, ConsentKind.Money, null));

        var no = await Assert.ThrowsAsync<RuleBroken>(async () => await ApproveAsync(office, home, await OnlyAsync(office, home.Number)));

        Assert.Equal(VisitRule.ConsentComesFirst, no.Rule);
        Assert.Null((await home.LoadAsync()).DebtBand);
    }

    [Fact]
    public async Task Page_after_page_each_is_shown_once_also_of_one_moment()
    {
        var (home, office) = await GivenAsync();
        for (var i = 0; i < CorrectionList.PageSize + 5; i++) await AskAsync(home, x => x with { Fields = [new(null, CorrectedField.Address, "5")] });

        var all = await AllAsync(office);

        Assert.Equal(all.Count, all.DistinctBy(r => r.Id).Count());
        Assert.Equal(CorrectionList.PageSize + 5, all.Count(r => r.Number == home.Number));
        Assert.Equal(all.OrderBy(r => r.At).Select(r => r.At), all.Select(r => r.At));
    }

    [Fact]
    public async Task The_form_begins_with_the_values_sealed_ones_masked_and_only_for_who_keeps_the_file()
    {
        var (home, office) = await GivenAsync();
        var id = (await home.LoadAsync()).Id;
        Task<CorrectionStart.View> ReadAs(Actor actor) => new CorrectionStart(database.GateFor(actor, home.Desk.Clock), Imports.Vault).RunAsync(id, CancellationToken.None);

        var start = await ReadAs(home.Desk.Agent);

        Assert.False(start.MayAsk);
        Assert.Equal("玉香", start.Members.Single(m => m.PersonId == home.Child).Values[CorrectedField.Name]);
        Assert.All(start.Members, m => Assert.Contains('*', m.Values[CorrectedField.IdNumber] ?? "*"));
        await Assert.ThrowsAsync<NotPermitted>(() => ReadAs(office));
        await Assert.ThrowsAsync<NotFound>(() => ReadAs(Someone.Who(Role.ResidentAgent, Places.Sibling)));
    }

    private async Task<(Home, Actor Office)> GivenAsync() => (await Home.GivenAsync(database), await Home.StaffAsync(database, Role.CountyOffice, Places.Village));

    private async Task AskAsync(Home home, Func<AskCorrection.Input, AskCorrection.Input> what)
    {
        var h = await home.LoadAsync();
        await new AskCorrection(database.GateFor(home.Desk.Agent, home.Desk.Clock), Imports.Vault, home.Desk.Clock).RunAsync(what(new(Guid.CreateVersion7(), h.Id, h.Version, "It was wrong")));
    }

    private async Task<CorrectionList.Row> OnlyAsync(Actor office, string number) => (await AllAsync(office)).Single(r => r.Number == number);

    // Page after page, as the office leafs through them.
    private async Task<List<CorrectionList.Row>> AllAsync(Actor office)
    {
        var all = new List<CorrectionList.Row>();
        for (var page = new CorrectionList.View([], true); page.HasMore; all.AddRange(page.Rows))
            page = await new CorrectionList(database.GateFor(office)).RunAsync(all is [.., var last] ? new(last.At, last.Id) : new(), CancellationToken.None);
        return all;
    }

    private Task ApproveAsync(Actor office, Home home, CorrectionList.Row asked) =>
        new ApproveCorrection(database.GateFor(office, home.Desk.Clock), Imports.Vault, home.Desk.Clock).RunAsync(new(asked.Id, asked.Version, ""));
}
