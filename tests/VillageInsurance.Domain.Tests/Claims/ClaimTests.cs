using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Shared;
using static VillageInsurance.Domain.Claims.ClaimMilestone;

namespace VillageInsurance.Domain.Tests.Claims;

public class ClaimTests
{
    private static readonly Guid Agent = Guid.NewGuid(), Insurer = Guid.NewGuid(), Supervisor = Guid.NewGuid();
    private static readonly DateOnly Today = new(2026, 6, 30);
    private static readonly DateTimeOffset Now = new(2026, 6, 30, 4, 0, 0, TimeSpan.Zero);

    // How each state is reached, and the steps that may follow it: everything else is refused.
    private static readonly Dictionary<ClaimState, (ClaimMilestone[] Way, ClaimMilestone[] Next)> Table = new()
    {
        [ClaimState.Reported] = ([], [PapersReceived, InterimPaid, Withdrawn]),
        [ClaimState.Filed] = ([PapersReceived], [SupplementAsked, Surveyed, Determined, InterimPaid, Withdrawn]),
        [ClaimState.SupplementAsked] = ([PapersReceived, SupplementAsked], [SupplementReceived, Surveyed, Determined, InterimPaid, Withdrawn]),
        [ClaimState.SupplementReceived] = ([PapersReceived, SupplementAsked, SupplementReceived], [Surveyed, Determined, InterimPaid, Withdrawn]),
        [ClaimState.Surveyed] = ([PapersReceived, Surveyed], [SupplementAsked, Assessed, Determined, InterimPaid, Withdrawn]),
        [ClaimState.Assessed] = ([PapersReceived, Surveyed, Assessed], [SupplementAsked, Determined, InterimPaid, Withdrawn]),
        [ClaimState.Determined] = ([PapersReceived, Determined], [Agreed, InterimPaid, Withdrawn]),
        [ClaimState.Agreed] = ([PapersReceived, Determined, Agreed], [Paid, InterimPaid, Withdrawn]),
        [ClaimState.Paid] = ([PapersReceived, Determined, Agreed, Paid], [Closed]),
        [ClaimState.Closed] = ([PapersReceived, Determined, Agreed, Paid, Closed], [Reopened]),
        [ClaimState.Withdrawn] = ([Withdrawn], [Reopened]),
        [ClaimState.Reopened] = ([Withdrawn, Reopened], [PapersReceived, InterimPaid, Withdrawn]),
    };

    public static TheoryData<ClaimState, ClaimMilestone> Moves =>
        new(Table.Keys.SelectMany(state => Enum.GetValues<ClaimMilestone>().Where(m => m != Reported).Select(step => (state, step))));

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_step_is_taken_after_its_predecessor_and_not_else(ClaimState state, ClaimMilestone step)
    {
        var (way, next) = Table[state];
        var claim = At(way);
        Assert.Equal(state, claim.Facts().State);
        Assert.Equal(next.Order(), claim.Facts().Possible.Order());

        var taken = Record.Exception(() => Take(claim, step, Today));

        // A day that is told again is a correction; a second asking for papers is none.
        var again = way.Contains(step) && step is not (SupplementAsked or Reopened or Withdrawn or Closed);
        if (next.Contains(step)) Assert.Null(taken);
        else if (!again) Assert.IsType<RuleBroken>(taken);
    }

    [Fact]
    public void A_refusal_is_told_and_closed_but_never_agreed_or_paid()
    {
        var claim = At([PapersReceived]);
        claim.Record(Determined, new(2026, 5, 10), new(0, ClaimDecision.Refuse, "outside the cover"), Insurer, Now, Today);
        Assert.Equal([RefusalNotified, InterimPaid, Withdrawn], claim.Facts().Possible);

        Refused(ClaimRule.OnlyWhatWasGrantedIsAgreed, () => Take(claim, Agreed, Today));
        Take(claim, RefusalNotified, Today);
        Take(claim, Closed, Today);

        Assert.Equal((ClaimState.Closed, "outside the cover"), (claim.Facts().State, claim.RefusalReason));
    }

    [Fact]
    public void Days_that_are_out_of_order_or_to_come_are_refused()
    {
        var claim = At([PapersReceived]);

        Refused(ClaimRule.NotBeforeItsPredecessor, () => Take(claim, Surveyed, new(2026, 5, 1)));
        Refused(ClaimRule.NotOfADayToCome, () => Take(claim, Surveyed, Today.AddDays(1)));
        Refused(ClaimRule.ReportedAfterTheAccident, () => Report(new(2026, 5, 3), new(2026, 5, 2)));
        Refused(ClaimRule.NotOfADayToCome, () => Report(new(2026, 5, 3), Today.AddDays(1)));
        Refused(ClaimRule.ThePolicyWasInForce, () => Report(new(2026, 5, 1), new(2026, 5, 2), inForce: false));
    }

    [Fact]
    public void Papers_are_asked_for_once_with_their_list_and_a_decision_says_what_and_why()
    {
        var claim = At([PapersReceived]);

        Refused(ClaimRule.AskedPapersAreListed, () => claim.Record(SupplementAsked, Today, new(), Insurer, Now, Today));
        claim.Record(SupplementAsked, Today, new(Text: "invoice, discharge note"), Insurer, Now, Today);
        Refused(ClaimRule.PapersAreAskedOnce, () => claim.Record(SupplementAsked, Today, new(Text: "one more"), Insurer, Now, Today));
        Refused(ClaimRule.ADecisionIsNamed, () => claim.Record(Determined, Today, new(100), Insurer, Now, Today));
        Refused(ClaimRule.ARefusalGivesReasons, () => claim.Record(Determined, Today, new(0, ClaimDecision.Refuse), Insurer, Now, Today));
        Refused(ClaimRule.AmountsFitTheDecision, () => claim.Record(Determined, Today, new(0, ClaimDecision.Pay), Insurer, Now, Today));

        Assert.Equal("invoice, discharge note", claim.MissingPapers);
    }

    [Fact]
    public void Paid_is_what_was_granted_less_what_was_paid_before()
    {
        var claim = At([PapersReceived]);
        claim.Record(InterimPaid, new(2026, 5, 10), new(30_000), Insurer, Now, Today);
        claim.Record(Determined, new(2026, 5, 20), new(100_000, ClaimDecision.Part), Insurer, Now, Today);
        Take(claim, Agreed, new(2026, 5, 21));
        Take(claim, Paid, new(2026, 5, 22));

        Assert.Equal((100_000, 70_000, 30_000), (claim.DecidedFen, claim.PaidFen, claim.InterimFen));
    }

    [Fact]
    public void A_list_brings_a_claim_forward_corrects_it_and_says_nothing_twice()
    {
        var claim = new Claim(Guid.NewGuid(), Guid.NewGuid(), null, "C1", Guid.NewGuid(), Guid.NewGuid(), new(2026, 5, 1), new(2026, 5, 2), new(2026, 5, 2), null);
        var first = new ClaimFacts(new(2026, 5, 1), new(2026, 5, 2)) { PapersReceivedOn = new(2026, 5, 4) };
        var second = first with { PapersReceivedOn = new(2026, 5, 5), DeterminedOn = new(2026, 5, 9), Decision = ClaimDecision.Pay, DecidedFen = 100 };

        Assert.Equal([PapersReceived], List(claim, first));
        Assert.Equal([PapersReceived, Determined], List(claim, second));
        Assert.Empty(List(claim, second));
        Assert.DoesNotContain(Determined, List(claim, first));

        Assert.Equal(first, claim.Facts());
        Refused(ClaimRule.AfterItsPredecessor, () => List(claim, first with { PaidOn = new(2026, 5, 9) }));
    }

    [Fact]
    public void What_was_worked_on_by_hand_keeps_what_a_list_leaves_open_and_what_was_before_a_reopening_is_no_news()
    {
        var claim = At([PapersReceived, Surveyed]);
        var told = claim.Facts() with { SurveyedOn = null, DeterminedOn = new(2026, 6, 1), Decision = ClaimDecision.Pay, DecidedFen = 500 };

        Assert.Equal([Determined], List(claim, told));
        Assert.NotNull(claim.SurveyedOn);

        var closed = At(Table[ClaimState.Closed].Way);
        var before = closed.Facts();
        Take(closed, Reopened, Today);
        Assert.Empty(List(closed, before));
        Assert.Equal(ClaimState.Reopened, closed.Facts().State);
    }

    [Fact]
    public void Whose_desk_it_is_follows_from_the_next_step()
    {
        Assert.Equal((PapersReceived, ClaimDesk.Claimant), (At([]).Facts().Next, At([]).Facts().Desk));
        Assert.Equal((Determined, ClaimDesk.Insurer), (At([PapersReceived]).Facts().Next, At([PapersReceived]).Facts().Desk));
        Assert.Equal((SupplementReceived, ClaimDesk.Claimant), (At([PapersReceived, SupplementAsked]).Facts().Next, At([PapersReceived, SupplementAsked]).Facts().Desk));
        Assert.Equal(ClaimDesk.Nobody, At(Table[ClaimState.Paid].Way).Facts().Desk);
    }

    [Fact]
    public void An_objection_is_answered_once_by_somebody_else_than_whoever_took_the_step()
    {
        var claim = At([PapersReceived]);
        var note = ClaimNote.Objection(Guid.NewGuid(), claim, PapersReceived, "came earlier", Supervisor, Now);

        Refused(ClaimRule.OnlyAStepTakenIsObjectedTo, () => ClaimNote.Objection(Guid.NewGuid(), claim, Paid, "x", Supervisor, Now));
        Refused(ClaimRule.NobodyAnswersAnObjectionToTheirOwnStep, () => note.Reply("no", Insurer, Now, Insurer));
        note.Reply("corrected", Agent, Now, Insurer);
        Refused(ClaimRule.AnswerOnce, () => note.Reply("again", Agent, Now, Insurer));
        Refused(ClaimRule.OnlyAnObjectionIsAnswered, () => ClaimNote.Rating(Guid.NewGuid(), claim, 4, 5, "", Supervisor, Now).Reply("thanks", Agent, Now, null));
        Assert.False(note.Waits);
    }

    [Fact]
    public void A_draw_takes_the_latest_the_largest_and_one_of_the_rest_and_is_repeatable()
    {
        var all = Enumerable.Range(1, 9).Select(n => new ClaimPick.Candidate(Guid.NewGuid(), $"C{n}", n * 100, n == 3 ? 8 : 0)).ToList();

        var drawn = ClaimPick.Draw(all, 42);

        Assert.Equal((all[2].ClaimId, ClaimPickReason.Delay), drawn[0]);
        Assert.Equal((all[8].ClaimId, ClaimPickReason.Amount), drawn[1]);
        Assert.Equal(3, drawn.Select(d => d.ClaimId).Distinct().Count());
        Assert.Equal(drawn, ClaimPick.Draw([.. all.AsEnumerable().Reverse()], 42));
        Assert.Empty(ClaimPick.Draw([], 1));
    }

    private static List<ClaimMilestone> List(Claim claim, ClaimFacts told) => [.. claim.Take(told, ClaimWay.List, Insurer, Now, Guid.NewGuid()).Select(s => s.Milestone)];

    private static Claim At(ClaimMilestone[] way)
    {
        var claim = Report(new(2026, 5, 1), new(2026, 5, 2));
        for (var i = 0; i < way.Length; i++) Take(claim, way[i], new DateOnly(2026, 5, 3).AddDays(i));
        return claim;
    }

    private static Claim Report(DateOnly accident, DateOnly reported, bool inForce = true) =>
        Claim.Register(Guid.NewGuid(), new(Guid.NewGuid(), null), "C1", Guid.NewGuid(), Guid.NewGuid(), new(accident, reported, "fell", 200_000), inForce, Agent, Now, Today).Claim;

    private static void Take(Claim claim, ClaimMilestone step, DateOnly on) =>
        claim.Record(step, on, step == Determined ? new(100_000, ClaimDecision.Pay) : new(Text: "papers"), Insurer, Now, Today);

    private static void Refused(ClaimRule rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBroken>(act).Rule);
}
