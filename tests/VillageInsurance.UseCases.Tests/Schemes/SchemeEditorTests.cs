using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Applications;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;
using VillageInsurance.UseCases.Tests.Applications;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Schemes;

public class SchemeEditorTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly Actor Drafter = Someone.InTheCounty(Role.CountyOffice), Colleague = Someone.InTheCounty(Role.CountyOffice);
    private static readonly LegalDocument Approval = new(LegalDocumentKind.Approval, "Approval", "1", new(2026, 1, 4), "Government", null);
    private static int _year = 2150;

    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));
    private readonly int _thisYear = Interlocked.Increment(ref _year);

    [Fact]
    public async Task A_draft_begins_as_its_basis_and_is_published_by_a_second_person()
    {
        var id = await DraftAsync(Scheme.TownTemplateId);
        var draft = await DetailAs(Drafter, id);
        Assert.Equal((Programme.Town, 1, true, false), (draft.Programme, draft.Number, draft.CanEdit, draft.CanPublish));
        await SaveAs(Drafter, draft, draft.Rules with { LegalBasis = [Approval], Agents = new(1, 1, 2) });

        var saved = await DetailAs(Colleague, id);
        Assert.True(saved.CanPublish);
        Assert.Equal(SchemeRule.NobodyPublishesTheirOwn, (await Assert.ThrowsAsync<RuleBroken>(() => PublishAs(Drafter, saved))).Rule);
        await PublishAs(Colleague, saved);

        Assert.Equal(id, await database.SeeAsync(Places.Village, async db => (await db.SchemeOfAsync(_thisYear)).Id));
        Assert.Equal(2, await NextNumberAsync(id));
    }

    [Fact]
    public async Task A_later_version_holds_from_its_day_on_and_what_has_begun_keeps_the_one_it_began_with()
    {
        // In this very year, so that an application is drafted under the version that holds today.
        var gate = database.GateFor(Drafter, _clock);
        var year = 2026;
        async Task<Guid> VersionAsync(DateOnly from)
        {
            var id = Guid.CreateVersion7();
            await new DraftScheme(gate).RunAsync(new(id, Scheme.CityTemplateId, year));
            var seen = await DetailAs(Drafter, id);
            await SaveAs(Drafter, seen, seen.Rules with { LegalBasis = [Approval] });
            await new PublishScheme(database.GateFor(Colleague, _clock), _clock).RunAsync(new(id, 1, from));
            return id;
        }
        var first = await VersionAsync(new(2026, 3, 1));
        var application = Guid.CreateVersion7();
        await new DraftApplication(database.GateFor(Given.Official, _clock), _clock).RunAsync(new(application, Places.Sibling, null));
        var second = await VersionAsync(new(2026, 4, 1));

        Assert.Equal(first, await HoldsAsync(_clock));
        Assert.Equal(second, await HoldsAsync(new FakeTimeProvider(new(2026, 4, 1, 4, 0, 0, TimeSpan.Zero))));
        Assert.Equal(first, await database.SeeAsync(Places.Sibling, db => db.Applications.Where(a => a.Id == application).Select(a => a.SchemeId).SingleAsync()));

        Task<Guid> HoldsAsync(TimeProvider clock) => database.GateFor(Drafter, clock).ReadAsync(Permission.ViewSchemes, async db => (await db.SchemeOfAsync(year)).Id, default);
    }

    [Fact]
    public async Task A_year_has_one_draft_at_a_time_and_the_same_request_twice_is_one()
    {
        var id = await DraftAsync(Scheme.CityTemplateId);

        await new DraftScheme(database.GateFor(Drafter)).RunAsync(new(id, Scheme.CityTemplateId, _thisYear));
        await Assert.ThrowsAsync<AlreadyCreated>(() => new DraftScheme(database.GateFor(Drafter)).RunAsync(new(id, Scheme.TownTemplateId, _thisYear)));
        Assert.Equal(SchemeRule.OneDraftOfAYear, (await Assert.ThrowsAsync<RuleBroken>(() => DraftAsync(Scheme.CityTemplateId))).Rule);
    }

    [Fact]
    public async Task A_stale_page_saves_nothing_and_a_draft_that_changed_is_not_published()
    {
        var id = await DraftAsync(Scheme.CityTemplateId);
        var seen = await DetailAs(Drafter, id);
        await SaveAs(Drafter, seen, seen.Rules with { LegalBasis = [Approval] });

        await Assert.ThrowsAsync<ChangedMeanwhile>(() => SaveAs(Drafter, seen, seen.Rules));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => PublishAs(Colleague, seen));
    }

    [Fact]
    public async Task Templates_and_published_schemes_are_never_edited()
    {
        var template = await DetailAs(Drafter, Scheme.CityTemplateId);

        Assert.Equal(SchemeRule.OnlyADraftIsEdited, (await Assert.ThrowsAsync<RuleBroken>(() => SaveAs(Drafter, template, template.Rules))).Rule);
        Assert.Equal((true, false, false), (template.CanDraft, template.CanEdit, template.CanPublish));
    }

    [Fact]
    public async Task Long_texts_and_nonsense_are_refused()
    {
        var id = await DraftAsync(Scheme.CityTemplateId);
        var seen = await DetailAs(Drafter, id);

        await Assert.ThrowsAsync<InvalidInput>(() => SaveAs(Drafter, seen, seen.Rules with { Policies = new(new string('x', 21), false) }));
        Assert.Equal(SchemeRule.AgentsFromLeastToMost, (await Assert.ThrowsAsync<RuleBroken>(() => SaveAs(Drafter, seen, seen.Rules with { Agents = new(1, 3, 2) }))).Rule);
        Assert.Equal(0, (await DetailAs(Drafter, id)).Version);
    }

    [Fact]
    public async Task Who_only_looks_at_schemes_drafts_edits_and_publishes_none()
    {
        var id = await DraftAsync(Scheme.CityTemplateId);
        var township = Someone.Who(Role.TownshipOfficial, Places.Village);
        var seen = await DetailAs(township, id);

        Assert.Equal((false, false), (seen.CanEdit, seen.CanPublish));
        await Assert.ThrowsAsync<NotPermitted>(() => new DraftScheme(database.GateFor(township)).RunAsync(new(Guid.CreateVersion7(), Scheme.CityTemplateId, 2100)));
        await Assert.ThrowsAsync<NotPermitted>(() => SaveAs(township, seen, seen.Rules));
        await Assert.ThrowsAsync<NotPermitted>(() => PublishAs(township, seen));
        await Assert.ThrowsAsync<NotPermitted>(() => new SchemeConsequence(database.GateFor(township), _clock).RunAsync(id, default));
    }

    private async Task<Guid> DraftAsync(Guid basis)
    {
        var id = Guid.CreateVersion7();
        await new DraftScheme(database.GateFor(Drafter)).RunAsync(new(id, basis, _thisYear));
        return id;
    }

    private async Task<int> NextNumberAsync(Guid basis)
    {
        var id = Guid.CreateVersion7();
        await new DraftScheme(database.GateFor(Drafter)).RunAsync(new(id, basis, _thisYear));
        return (await DetailAs(Drafter, id)).Number;
    }

    private Task<SchemeDetail.View> DetailAs(Actor actor, Guid id) => new SchemeDetail(database.GateFor(actor)).RunAsync(id, default);

    private Task SaveAs(Actor actor, SchemeDetail.View seen, SchemeRules rules) => new SaveScheme(database.GateFor(actor)).RunAsync(new(seen.Id, seen.Version, seen.Name, rules));

    private Task PublishAs(Actor actor, SchemeDetail.View seen) => new PublishScheme(database.GateFor(actor, _clock), _clock).RunAsync(new(seen.Id, seen.Version, new(seen.Year, 1, 5)));
}
