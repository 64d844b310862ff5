using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Tests.Households;

public class SurveyTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly Today = GivenHousehold.Today;
    private static readonly VisitAnswers Answers = new("Yu", 20, [ExplainedTopic.Claims], [new(NeedKind.OldAge, NeedWish.WantsToKnow, "pension"), new(NeedKind.Illness, NeedWish.Covered, null)], 120_000, true,
        [new("Pension", "asked for it", OwnDecision.ThinkingAboutIt)], false, Today.AddDays(9), "Dogs");

    [Fact]
    public async Task The_agent_finds_all_of_it_on_the_page_and_the_supervisor_the_visits_alone()
    {
        var (agent, family) = await GivenVisitedAsync();

        var own = (await DetailAsync(agent, family.Id)).Survey;
        var watched = (await DetailAsync(Someone.Who(Role.Supervisor, Places.Village), family.Id)).Survey;

        Assert.Equal((120_000, 2, "Dogs"), (own.Needs!.AffordableFen, own.Needs.Needs.Count, own.Visits[0].Note));
        Assert.Equal((RiskKind.Accident, "Rival"), (Assert.Single(own.Risks!).Kind, Assert.Single(own.Covers!).Insurer));
        Assert.Equal((null, null, null), (watched.Needs, watched.Risks, watched.Covers));
        Assert.Equal((true, null, 2), (watched.Visits[0].MayCheck, watched.Visits[0].Note, watched.Consents.Count));
    }

    [Fact]
    public async Task The_supervisor_of_the_village_checks_a_visit_once()
    {
        var (agent, family) = await GivenVisitedAsync();
        var visit = (await DetailAsync(agent, family.Id)).Survey.Visits[0];
        var check = new SpotCheckVisit.Input(visit.Id, visit.Version, false, "Nobody called");
        await Assert.ThrowsAsync<NotPermitted>(() => CheckAsync(agent, check));
        await Assert.ThrowsAsync<NotFound>(() => CheckAsync(Someone.Who(Role.Supervisor, Places.OtherVillage), check));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => CheckAsync(Someone.Who(Role.Supervisor, Places.Village), check with { SeenVersion = 7 }));

        await CheckAsync(Someone.Who(Role.Supervisor, Places.Village), check);

        Assert.Equal((false, "Nobody called"), ((await DetailAsync(agent, family.Id)).Survey.Visits[0].Checked!.Matches, (await DetailAsync(agent, family.Id)).Survey.Visits[0].Checked!.Note));
    }

    [Fact]
    public async Task The_insurer_sees_households_that_agree_and_loses_them_when_they_take_it_back()
    {
        var (agent, family) = await GivenVisitedAsync();
        var insurer = Someone.InTheCounty(Role.InsurerReviewer);
        Assert.DoesNotContain(await ConsentedAsync(insurer), r => r.Id == family.Id);

        await database.SaveAsync(agent, family with { SeenVersion = 1, Consents = [await database.YesAsync(ConsentKind.ToInsurer)] });
        var seen = Assert.Single(await ConsentedAsync(insurer), r => r.Id == family.Id);
        await WithdrawAsync(agent, new(family.Id, ConsentKind.Money, null));
        var withoutMoney = Assert.Single(await ConsentedAsync(insurer), r => r.Id == family.Id);
        await WithdrawAsync(agent, new(family.Id, ConsentKind.ToInsurer, null));

        Assert.Equal((120_000, NeedKind.OldAge, "N****"), (seen.AffordableFen, Assert.Single(seen.Needs).Kind, seen.HeadName));
        Assert.Null(withoutMoney.AffordableFen);
        Assert.DoesNotContain(await ConsentedAsync(insurer), r => r.Id == family.Id);
        foreach (var role in new[] { Role.CountyOffice, Role.TownshipOfficial, Role.ResidentAgent }) await Assert.ThrowsAsync<NotPermitted>(() => ConsentedAsync(Someone.Who(role, Places.Village)));
    }

    [Fact]
    public async Task Only_the_agent_of_the_village_takes_a_consent_back_and_only_one_that_holds()
    {
        var (agent, family) = await GivenVisitedAsync();
        var money = new WithdrawConsent.Input(family.Id, ConsentKind.Money, null);
        await Assert.ThrowsAsync<NotPermitted>(() => WithdrawAsync(Someone.Who(Role.Supervisor, Places.Village), money));
        await Assert.ThrowsAsync<NotFound>(() => WithdrawAsync(Someone.Who(Role.ResidentAgent, Places.OtherVillage), money));
        await Assert.ThrowsAsync<NotFound>(() => WithdrawAsync(agent, money with { Kind = ConsentKind.ToInsurer }));

        await WithdrawAsync(agent, money);

        Assert.Equal(ConsentRule.OnlyAGivenOneIsWithdrawn, (await Assert.ThrowsAsync<RuleBroken>(() => WithdrawAsync(agent, money))).Rule);
    }

    [Fact]
    public async Task With_the_consent_to_questions_of_money_goes_what_rested_on_it_and_nothing_else()
    {
        var (agent, family) = await GivenVisitedAsync();
        await database.SaveAsync(agent, family with { SeenVersion = 1, Facts = new("Group 1", "Tea", "Middle", Housing.Timber, MoneyBand.Above, null, null) });

        await WithdrawAsync(agent, new(family.Id, ConsentKind.Money, null));

        var (facts, survey) = await DetailAsync(agent, family.Id) is var view ? (view.Facts, view.Survey) : default;
        Assert.Equal((null, null), (facts.IncomeBand, facts.DebtBand));
        Assert.Equal(("Group 1", "Tea", Housing.Timber), (facts.Address, facts.MainIncome, facts.Housing));
        Assert.Equal((null, 2), (survey.Needs!.AffordableFen, survey.Needs.Needs.Count));
        Assert.Equal((RiskKind.Accident, 0L), (Assert.Single(survey.Risks!).Kind, survey.Risks![0].LossFen));
    }

    [Fact]
    public async Task The_desk_shows_the_household_without_its_numbers_and_only_to_who_keeps_it()
    {
        var (agent, family) = await GivenVisitedAsync();

        var desk = await DeskAsync(agent, family.Id);

        Assert.Equal((family.Id, 1, 3), (desk.Known!.Id, desk.Known.Version, desk.Known.Members.Count));
        Assert.All(desk.Known.Members, m => Assert.Matches(@"^999\*{11}[\dX]{4}$", m.IdNumber!));
        Assert.All(desk.Known.Members, m => Assert.Null(m.BirthDate));
        Assert.Equal([Places.Village], desk.Villages.Select(v => v.Id));
        Assert.Null((await DeskAsync(agent, null)).Known);
        await Assert.ThrowsAsync<NotFound>(() => DeskAsync(Someone.Who(Role.ResidentAgent, Places.OtherVillage), family.Id));
        await Assert.ThrowsAsync<NotPermitted>(() => DeskAsync(Someone.Who(Role.Supervisor, Places.Village), family.Id));
    }

    [Fact]
    public async Task Several_drafts_wait_side_by_side_and_saving_or_dropping_takes_one_away()
    {
        var agent = await database.GivenReadyAgentAsync();
        var (family, other) = (GivenHousehold.Family(), Guid.CreateVersion7());
        foreach (var id in new[] { family.Id, other }) await new SaveDraft(database.GateFor(agent), Imports.Vault, TimeProvider.System).RunAsync(new(SaveHousehold.DraftName, id, "{}"));
        Assert.Equal(2, (await DraftsAsync(agent)).Count);
        Assert.Empty(await DraftsAsync(await database.GivenReadyAgentAsync()));

        await database.SaveAsync(agent, family);
        Assert.Equal(other, Assert.Single(await DraftsAsync(agent)).RecordId);
        Assert.Equal([family.Id], await new HouseholdsThatExist(database.GateFor(agent)).RunAsync([family.Id, other], default));
        await new DropDraft(database.GateFor(agent)).RunAsync(new(SaveHousehold.DraftName, other));

        Assert.Empty(await DraftsAsync(agent));
    }

    private async Task<(Actor Agent, SaveHousehold.Input Family)> GivenVisitedAsync()
    {
        var agent = await database.GivenReadyAgentAsync();
        var family = await database.GivenFamilyAsync(agent);
        await database.SaveAsync(agent, family with
        {
            Visit = new(Guid.CreateVersion7(), Today, Answers),
            Consents = [await database.YesAsync(ConsentKind.Money), await database.YesAsync(ConsentKind.General)],
            Risks = [new(Guid.CreateVersion7(), RiskKind.Accident, Today, 50_000, "Rival")],
            Covers = [new(Guid.CreateVersion7(), null, "Rival", "Accident", 0, 10_000, PayMode.Annual, 5)],
        });
        return (agent, family);
    }

    private Task<HouseholdDetail.View> DetailAsync(Actor actor, Guid id) => new HouseholdDetail(database.GateFor(actor), Imports.Vault, GivenHousehold.Clock()).RunAsync(id, default);

    private Task<HouseholdDesk.View> DeskAsync(Actor actor, Guid? id) => new HouseholdDesk(database.GateFor(actor), Imports.Vault, GivenHousehold.Clock()).RunAsync(id, default);

    private Task CheckAsync(Actor actor, SpotCheckVisit.Input input) => new SpotCheckVisit(database.GateFor(actor), GivenHousehold.Clock()).RunAsync(input);

    private Task WithdrawAsync(Actor actor, WithdrawConsent.Input input) => new WithdrawConsent(database.GateFor(actor), GivenHousehold.Clock()).RunAsync(input);

    private async Task<IReadOnlyList<ConsentedSurveys.Row>> ConsentedAsync(Actor actor) => (await new ConsentedSurveys(database.GateFor(actor), GivenHousehold.Clock()).RunAsync(new(), default)).Rows;

    private Task<IReadOnlyList<OwnDrafts.Row>> DraftsAsync(Actor actor) => new OwnDrafts(database.GateFor(actor)).RunAsync(SaveHousehold.DraftName, default);
}
