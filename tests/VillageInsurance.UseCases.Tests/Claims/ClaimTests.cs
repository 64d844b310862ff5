using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Claims;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;
using static VillageInsurance.UseCases.Tests.Claims.GivenClaim;

namespace VillageInsurance.UseCases.Tests.Claims;

public class ClaimTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly TimeProvider _clock = Clock();

    [Fact]
    public async Task The_agent_registers_once_and_it_waits_for_the_insurer()
    {
        var policy = await database.GivenPolicyAsync();
        var input = new RegisterClaim.Input(Guid.CreateVersion7(), policy.Id, Today.AddDays(-2), Today, "fell from a tree", 50_000, null);

        await Register(Agent, input);
        await Register(Agent, input);

        var claim = await SavedAsync(input.Id);
        Assert.Equal((Places.Village, policy.InsuredId, ClaimState.Reported, Today), (claim.VillageId, claim.InsuredId, claim.Facts().State, claim.KnownOn));
        Assert.Equal([(QueueKind.ClaimReported, Role.InsurerReviewer)], await QueueAsync(input.Id));
        Assert.Equal(ClaimRule.TheNumberIsTaken, await RuleOf(() => Register(Agent, input with { Id = Guid.CreateVersion7(), Number = claim.Number })));
    }

    [Fact]
    public async Task A_claim_without_cover_of_another_insurer_or_out_of_order_is_refused_and_nothing_is_stored()
    {
        var (policy, rival) = (await database.GivenPolicyAsync(), await database.GivenPolicyAsync(insurer: "OTHER"));
        var input = new RegisterClaim.Input(Guid.CreateVersion7(), policy.Id, Today.AddDays(-2), Today, "fell", null, null);

        Assert.Equal(ClaimRule.ThePolicyWasInForce, await RuleOf(() => Register(Agent, input with { AccidentOn = new(2024, 12, 31) })));
        Assert.Equal(ClaimRule.ReportedAfterTheAccident, await RuleOf(() => Register(Agent, input with { ReportedOn = Today.AddDays(-3) })));
        Assert.Equal(ClaimRule.NotOfADayToCome, await RuleOf(() => Register(Agent, input with { ReportedOn = Today.AddDays(1) })));
        Assert.Equal(ClaimRule.OfTheProgrammesInsurer, await RuleOf(() => Register(Agent, input with { PolicyId = rival.Id })));
        await Assert.ThrowsAsync<InvalidInput>(() => Register(Agent, input with { Event = "" }));
        await Assert.ThrowsAsync<NotFound>(() => Register(Someone.Who(Role.ResidentAgent, Places.OtherVillage), input));
        await Assert.ThrowsAsync<NotPermitted>(() => Register(Supervisor, input));
        await Assert.ThrowsAsync<NotPermitted>(() => Register(Insurer, input));
        Assert.False(await database.SeeAsync(Places.Village, db => db.Claims.AnyAsync(c => c.Id == input.Id)));
    }

    [Fact]
    public async Task The_insurer_records_step_after_step_and_nobody_else_does()
    {
        var claim = await database.GivenClaimAsync();
        var input = new RecordClaimStep.Input(claim.Id, 0, ClaimMilestone.PapersReceived, Today.AddDays(-18));

        await Assert.ThrowsAsync<NotPermitted>(() => Step(Agent, input));
        await Assert.ThrowsAsync<NotPermitted>(() => Step(Supervisor, input));
        await Assert.ThrowsAsync<NotFound>(() => Step(Someone.Who(Role.InsurerReviewer, Places.OtherVillage), input));
        Assert.Equal(ClaimRule.AfterItsPredecessor, await RuleOf(() => Step(Insurer, input with { Step = ClaimMilestone.Paid })));
        await Step(Insurer, input);
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => Step(Insurer, input with { Step = ClaimMilestone.Surveyed }));
        await Step(Insurer, input with { SeenVersion = 1, Step = ClaimMilestone.SupplementAsked, On = Today, Text = "invoice" });

        var seen = await database.SeenAsync(Insurer, claim.Id);
        Assert.Equal((ClaimState.SupplementAsked, "invoice", 18), (seen.Facts.State, seen.MissingPapers, seen.Clock.ToDetermine));
        Assert.Equal([(QueueKind.ClaimPapersAsked, (Role?)null)], await QueueAsync(claim.Id));
        Assert.Equal(3, await database.SeeAsync(Places.Village, db => db.ClaimSteps.CountAsync(s => s.ClaimId == claim.Id)));
    }

    [Fact]
    public async Task The_insurers_number_and_terms_are_recorded()
    {
        var (claim, other) = (await database.GivenClaimAsync(known: f => f.Filed(15)), await database.GivenClaimAsync());
        var input = new DescribeClaim.Input(claim.Id, 0, "INS-1", true, 10, null);

        await Assert.ThrowsAsync<NotPermitted>(() => Describe(Agent, input));
        await Assert.ThrowsAsync<NotFound>(() => Describe(Someone.Who(Role.InsurerReviewer, Places.OtherVillage), input));
        Assert.Equal(ClaimRule.TheNumberIsTaken, await RuleOf(() => Describe(Insurer, input with { Number = other.Number })));
        await Describe(Insurer, input);
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => Describe(Insurer, input));

        var seen = await database.SeenAsync(Insurer, claim.Id);
        Assert.Equal(("INS-1", -5, true), (seen.Number, seen.Clock.Running[0].DaysLeft, seen.Clock.Running[0].IsBreach));
    }

    [Fact]
    public async Task The_supervisor_notes_rates_and_reports_in_his_village_and_changes_no_claim()
    {
        var claim = await database.GivenClaimAsync();
        var note = new WriteClaimNote.Input(Guid.CreateVersion7(), claim.Id, ClaimNoteKind.FamilyTold, "");

        await Note(Supervisor, note);
        await Note(Supervisor, note);
        await Note(Supervisor, note with { Id = Guid.CreateVersion7(), Kind = ClaimNoteKind.SuspectedFraud, Text = "no wound to be seen" });
        await new RateClaim(database.GateFor(Supervisor, _clock), _clock).RunAsync(new(Guid.CreateVersion7(), claim.Id, 2, 4, "slow"));
        await Assert.ThrowsAsync<InvalidInput>(() => Note(Supervisor, note with { Id = Guid.CreateVersion7(), Kind = ClaimNoteKind.Note }));
        await Assert.ThrowsAsync<InvalidInput>(() => new RateClaim(database.GateFor(Supervisor, _clock), _clock).RunAsync(new(Guid.CreateVersion7(), claim.Id, 0, 6, "")));
        await Assert.ThrowsAsync<NotPermitted>(() => Note(Agent, note));
        await Assert.ThrowsAsync<NotPermitted>(() => new RateClaim(database.GateFor(Insurer, _clock), _clock).RunAsync(new(Guid.CreateVersion7(), claim.Id, 5, 5, "")));
        await Assert.ThrowsAsync<NotFound>(() => Note(Someone.Who(Role.Supervisor, Places.OtherVillage), note with { Id = Guid.CreateVersion7() }));
        await Assert.ThrowsAsync<NotFound>(() => new RateClaim(database.GateFor(Someone.Who(Role.Supervisor, Places.OtherVillage), _clock), _clock).RunAsync(new(Guid.CreateVersion7(), claim.Id, 5, 5, "")));

        Assert.Equal(3, (await database.SeenAsync(Supervisor, claim.Id)).Notes.Count);
        Assert.Equal([(QueueKind.ClaimFraudSuspected, Role.InsurerReviewer)], await QueueAsync(claim.Id));
        Assert.Equal(0, (await SavedAsync(claim.Id)).Version);
    }

    [Fact]
    public async Task An_objection_waits_until_a_colleague_of_who_took_the_step_answers()
    {
        var claim = await database.GivenClaimAsync(known: f => f.Filed(10));
        var input = new ObjectToClaimStep.Input(Guid.CreateVersion7(), claim.Id, ClaimMilestone.PapersReceived, "came five days before");

        await Assert.ThrowsAsync<NotPermitted>(() => Oppose(Agent, input));
        await Assert.ThrowsAsync<NotFound>(() => Oppose(Someone.Who(Role.Supervisor, Places.OtherVillage), input));
        Assert.Equal(ClaimRule.OnlyAStepTakenIsObjectedTo, await RuleOf(() => Oppose(Supervisor, input with { Step = ClaimMilestone.Paid })));
        await Oppose(Supervisor, input);
        await Oppose(Supervisor, input);
        Assert.Equal([(QueueKind.ClaimObjected, Role.InsurerReviewer)], await QueueAsync(claim.Id));

        Assert.False((await database.SeenAsync(Insurer, claim.Id)).Notes[0].MayAnswer);
        Assert.True((await database.SeenAsync(Colleague, claim.Id)).Notes[0].MayAnswer);
        await Assert.ThrowsAsync<NotPermitted>(() => Answer(Supervisor, new(input.Id, 0, "yes")));
        await Assert.ThrowsAsync<NotFound>(() => Answer(Someone.Who(Role.InsurerReviewer, Places.OtherVillage), new(input.Id, 0, "yes")));
        Assert.Equal(ClaimRule.NobodyAnswersAnObjectionToTheirOwnStep, await RuleOf(() => Answer(Insurer, new(input.Id, 0, "no"))));
        await Answer(Colleague, new(input.Id, 0, "put right"));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => Answer(Colleague, new(input.Id, 0, "again")));

        Assert.Equal([(QueueKind.ClaimAnswered, (Role?)null)], await QueueAsync(claim.Id));
        Assert.Equal("put right", (await database.SeenAsync(Supervisor, claim.Id)).Notes[0].Answer);
    }

    [Fact]
    public async Task A_bad_answer_of_a_call_back_waits_until_another_call_went_well()
    {
        var claim = await database.GivenClaimAsync();
        var input = new RecordClaimCallBack.Input(Guid.CreateVersion7(), claim.Id, Today, new(true, true, true, "asked for a dinner"));

        await Assert.ThrowsAsync<NotPermitted>(() => Call(Agent, input));
        await Assert.ThrowsAsync<NotPermitted>(() => Call(Supervisor, input));
        await Assert.ThrowsAsync<NotFound>(() => Call(Someone.Who(Role.InsurerReviewer, Places.OtherVillage), input));
        await Assert.ThrowsAsync<InvalidInput>(() => Call(Insurer, input with { Answers = new(false, true, null, null) }));
        await Call(Insurer, input);
        await Call(Insurer, input);
        Assert.Equal([(QueueKind.ClaimCallBackBad, Role.InsurerReviewer)], await QueueAsync(claim.Id));
        await Call(Insurer, input with { Id = Guid.CreateVersion7(), Answers = new(false, null, null, null) });
        Assert.Single(await QueueAsync(claim.Id));
        await Call(Insurer, input with { Id = Guid.CreateVersion7(), Answers = new(true, true, false, null) });
        Assert.Empty(await QueueAsync(claim.Id));
    }

    private Task Register(Actor who, RegisterClaim.Input input) => new RegisterClaim(database.GateFor(who, _clock), _clock).RunAsync(input);

    private Task Step(Actor who, RecordClaimStep.Input input) => new RecordClaimStep(database.GateFor(who, _clock), _clock).RunAsync(input);

    private Task Describe(Actor who, DescribeClaim.Input input) => new DescribeClaim(database.GateFor(who, _clock)).RunAsync(input);

    private Task Note(Actor who, WriteClaimNote.Input input) => new WriteClaimNote(database.GateFor(who, _clock), _clock).RunAsync(input);

    private Task Oppose(Actor who, ObjectToClaimStep.Input input) => new ObjectToClaimStep(database.GateFor(who, _clock), _clock).RunAsync(input);

    private Task Answer(Actor who, AnswerClaimNote.Input input) => new AnswerClaimNote(database.GateFor(who, _clock), _clock).RunAsync(input);

    private Task Call(Actor who, RecordClaimCallBack.Input input) => new RecordClaimCallBack(database.GateFor(who, _clock), _clock).RunAsync(input);

    private Task<Claim> SavedAsync(Guid id) => database.SeeAsync(Places.Village, db => db.Claims.AsNoTracking().SingleAsync(c => c.Id == id));

    private Task<List<(QueueKind, Role?)>> QueueAsync(Guid claim) => database.SeeAsync(Places.Village, async db =>
        (await db.QueueItems.AsNoTracking().Where(q => q.RecordId == claim && q.DoneAt == null).OrderBy(q => q.At).ToListAsync()).Select(q => (q.Kind, q.Role)).ToList());

    private static async Task<Enum> RuleOf(Func<Task> act) => (await Assert.ThrowsAsync<RuleBroken>(act)).Rule;
}
