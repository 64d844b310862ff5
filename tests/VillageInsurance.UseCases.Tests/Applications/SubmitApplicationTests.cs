using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Applications;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Applications;

public class SubmitApplicationTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Submitting_saves_the_form_and_queues_it_for_who_decides()
    {
        var draft = await database.StoredAsync(Given.Draft());

        await SubmitAs(Given.Official, draft, Given.Form with { Households = 512 });

        var saved = await SavedAsync(draft);
        Assert.Equal((ApplicationStatus.Submitted, 512), (saved.Status, Assert.Single(saved.Rounds).Form.Households));
        var item = await database.SeeAsync(Places.Village, db => db.QueueItems.SingleAsync(q => q.RecordId == draft.Id));
        Assert.Equal((Role.CountyOffice, Places.Village, QueueKind.ApplicationToDecide), (item.Role, item.VillageId, item.Kind));
    }

    [Fact]
    public async Task A_corrected_one_begins_a_second_round()
    {
        var returned = await database.StoredAsync(Given.Returned());

        await SubmitAs(Given.Official, returned, Given.Form with { Households = 301 });

        Assert.Equal([400, 301], (await SavedAsync(returned)).Rounds.OrderBy(r => r.Number).Select(r => r.Form.Households));
    }

    [Fact]
    public async Task What_another_wrote_and_one_sends_unchanged_stays_the_others()
    {
        var draft = await database.StoredAsync(Given.Draft());
        var colleague = Someone.Who(Role.TownshipOfficial, Places.Village);

        await SubmitAs(colleague, draft, Given.Form);

        var round = Assert.Single((await SavedAsync(draft)).Rounds);
        Assert.Equal((Given.Official.StaffId, colleague.StaffId), (round.LastEditedById, round.SubmittedById));
    }

    [Fact]
    public async Task An_unfinished_form_is_saved_but_not_submitted()
    {
        var draft = await database.StoredAsync(Given.Draft());
        var unfinished = Given.Form with { Cadre = "" };

        await new SaveApplication(database.GateFor(Given.Official)).RunAsync(new(draft.Id, draft.Version, unfinished));

        var saved = await SavedAsync(draft);
        Assert.Equal("", saved.Form.Cadre);
        var no = await Assert.ThrowsAsync<RuleBroken>(() => SubmitAs(Given.Official, saved, unfinished));
        Assert.Equal(ApplicationRule.EveryFieldIsFilledIn, no.Rule);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_by_its_field()
    {
        var draft = await database.StoredAsync(Given.Draft());

        var no = await Assert.ThrowsAsync<InvalidInput>(() => SubmitAs(Given.Official, draft, Given.Form with { ResolutionNumber = new string('x', 61) }));

        Assert.Equal("Form.ResolutionNumber", Assert.Single(no.Problems).Field);
    }

    [Fact]
    public async Task Another_township_does_not_find_it()
    {
        var draft = await database.StoredAsync(Given.Draft());

        await Assert.ThrowsAsync<NotFound>(() => SubmitAs(Given.Stranger, draft, Given.Form));
        await Assert.ThrowsAsync<NotFound>(() => new SaveApplication(database.GateFor(Given.Stranger)).RunAsync(new(draft.Id, draft.Version, Given.Form)));
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_opened()
    {
        var draft = await database.StoredAsync(Given.Draft());

        await Assert.ThrowsAsync<NotPermitted>(() => SubmitAs(Given.Office, draft, Given.Form));
        await Assert.ThrowsAsync<NotPermitted>(() => new SaveApplication(database.GateFor(Given.Agent)).RunAsync(new(draft.Id, draft.Version, Given.Form)));
    }

    [Fact]
    public async Task From_a_stale_page_it_is_refused()
    {
        var seen = await database.StoredAsync(Given.Draft());
        await new SaveApplication(database.GateFor(Given.Official)).RunAsync(new(seen.Id, seen.Version, Given.Form with { People = 900 }));

        await Assert.ThrowsAsync<ChangedMeanwhile>(() => SubmitAs(Given.Official, seen, Given.Form));
    }

    private Task<SiteApplication> SavedAsync(SiteApplication application) =>
        database.SeeAsync(Places.Village, db => db.Applications.AsNoTracking().Include(a => a.Rounds).SingleAsync(a => a.Id == application.Id));

    private Task SubmitAs(Actor actor, SiteApplication seen, ApplicationForm form) =>
        new SubmitApplication(database.GateFor(actor), TimeProvider.System).RunAsync(new(seen.Id, seen.Version, form));
}
