using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.Awards;

public class RewardLineTests
{
    private static readonly DateOnly Day = new(2027, 3, 1);
    private static readonly Guid Preparer = Guid.NewGuid(), Person = Guid.NewGuid();
    private static readonly Actor Leader = Somebody(), Insurer = Somebody();

    [Fact]
    public void A_village_reward_goes_from_eligible_to_used()
    {
        var line = Village();

        line.Approve(Leader, noticeHasEnded: false, Day);
        line.Pay(Insurer, Day.AddDays(1), "T-1", Day.AddDays(1));
        line.Use(RewardPurpose.Education, "Books", Day.AddDays(5));

        Assert.Equal((RewardStatus.Used, 500_000L, RewardPurpose.Education), (line.Status, line.Fen, line.UsedFor!.Value));
    }

    [Fact]
    public void A_person_is_paid_on_a_resolution_and_an_ended_notice_only()
    {
        Assert.Equal(RewardRule.APersonNeedsTheResolution, Refused(ToPerson(""), l => l.Approve(Leader, true, Day)));
        Assert.Equal(RewardRule.APersonNeedsTheNotice, Refused(ToPerson("No. 3"), l => l.Approve(Leader, false, Day)));
        var line = ToPerson("No. 3");
        line.Approve(Leader, true, Day);
        Assert.Equal(RewardStatus.Approved, line.Status);
    }

    [Fact]
    public void Neither_who_prepared_it_nor_who_is_paid_approves_or_pays_it()
    {
        Assert.Equal(RewardRule.NobodyApprovesTheirOwn, Refused(Village(), l => l.Approve(Somebody(Preparer), true, Day)));
        Assert.Equal(RewardRule.NobodyApprovesTheirOwn, Refused(ToPerson("No. 3"), l => l.Approve(Somebody(Person), true, Day)));
        Assert.Equal(RewardRule.NobodyApprovesTheirOwn, Refused(Village(), l => l.Refuse(Somebody(Preparer), "No", Day)));
        Assert.Equal(RewardRule.NobodyPaysThemselves, Refused(Approved(), l => l.Pay(Leader, Day, "T-1", Day)));
    }

    [Fact]
    public void Each_step_follows_the_one_before()
    {
        Assert.Equal(RewardRule.OnlyAnApprovedLineIsPaid, Refused(Village(), l => l.Pay(Insurer, Day, "T-1", Day)));
        Assert.Equal(RewardRule.OnlyAPaidVillageLineIsUsed, Refused(Approved(), l => l.Use(RewardPurpose.Health, "-", Day)));
        Assert.Equal(RewardRule.APaymentFollowsTheApproval, Refused(Approved(), l => l.Pay(Insurer, Day.AddDays(-1), "T-1", Day)));
        Assert.Equal(RewardRule.APaymentFollowsTheApproval, Refused(Approved(), l => l.Pay(Insurer, Day.AddDays(1), "T-1", Day)));
        Assert.Equal(RewardRule.OnlyAnEligibleLineIsDecided, Refused(Approved(), l => l.Approve(Leader, true, Day)));
        Assert.Equal(RewardRule.OnlyAnEligibleLineIsDecided, Refused(Approved(), l => l.RestOn("No. 4", null)));
        Assert.Equal(RewardRule.ARefusalSaysWhy, Refused(Village(), l => l.Refuse(Leader, " ", Day)));
        var paid = Approved();
        paid.Pay(Insurer, Day, "T-1", Day);
        Assert.Equal(RewardRule.NoPersonalDataInANote, Refused(paid, l => l.Use(RewardPurpose.Health, "Ask 138 1234 5678", Day)));
        Assert.Equal(RewardRule.TheUseFollowsThePayment, Refused(paid, l => l.Use(RewardPurpose.Health, "-", Day.AddDays(-1))));
    }

    [Fact]
    public void A_title_is_checked_from_the_next_year_once_a_year_and_revoked_on_a_ground()
    {
        var title = new Title(Guid.NewGuid(), Guid.NewGuid(), null, Guid.NewGuid(), 2026, "C-1", Day);

        Assert.Equal(TitleRule.ATitleIsCheckedFromTheNextYear, CheckRule(title, 2026, true, [], ""));
        Assert.Equal(TitleRule.ATitleIsCheckedOnceAYear, CheckRule(title, 2027, true, [], "", already: true));
        Assert.Equal(TitleRule.ARevocationHasItsGround, CheckRule(title, 2027, false, [], "Found"));
        Assert.Equal(TitleRule.ARevocationHasItsGround, CheckRule(title, 2027, false, [RevocationGround.FalseData], " "));
        Assert.True(TitleCheck.Make(Guid.NewGuid(), title, 2027, true, [], "", false, Leader, default).Kept);
        title.Revoke(Day);
        Assert.Equal(TitleRule.ATitleIsTakenAwayOnce, CheckRule(title, 2028, true, [], ""));
    }

    [Fact]
    public void Honours_follow_the_award_and_a_monument_needs_a_scheme_that_has_one()
    {
        var title = new Title(Guid.NewGuid(), Guid.NewGuid(), null, Guid.NewGuid(), 2026, "C-1", Day);

        Assert.Equal(TitleRule.AnHonourFollowsTheAward, Assert.Throws<RuleBroken>(() => title.HoldCeremony(Day.AddDays(-1), Day)).Rule);
        Assert.Equal(TitleRule.TheSchemeHasAMonument, Assert.Throws<RuleBroken>(() => title.SetMonument(Day, "Main road", false, Day)).Rule);
        title.HangPlaque("P-1", Day, Day);
        Assert.Equal(TitleRule.AnAwardPlaqueIsHungOnce, Assert.Throws<RuleBroken>(() => title.HangPlaque("P-2", Day, Day)).Rule);
    }

    private static Enum CheckRule(Title title, int year, bool kept, IReadOnlyList<RevocationGround> grounds, string finding, bool already = false) =>
        Assert.Throws<RuleBroken>(() => TitleCheck.Make(Guid.NewGuid(), title, year, kept, grounds, finding, already, Leader, default)).Rule;

    private static Enum Refused(RewardLine line, Action<RewardLine> act)
    {
        var before = line.Status;
        var no = Assert.Throws<RuleBroken>(() => act(line));
        Assert.Equal(before, line.Status);
        return no.Rule;
    }

    private static RewardLine Approved()
    {
        var line = Village();
        line.Approve(Leader, false, Day);
        return line;
    }

    private static RewardLine Village() => new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), 2026, RewardKind.Village, null, "", null, 500_000, Preparer, default);

    private static RewardLine ToPerson(string resolution)
    {
        var line = new RewardLine(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), 2026, RewardKind.Supervisor, Person, "Yi", null, 120_000, Preparer, default);
        line.RestOn(resolution, null);
        return line;
    }

    private static Actor Somebody(Guid? id = null) => new(id ?? Guid.NewGuid(), "Somebody", [], Day);
}
