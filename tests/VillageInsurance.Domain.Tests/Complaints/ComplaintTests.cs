using VillageInsurance.Domain.Complaints;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.Complaints;

public class ComplaintTests
{
    private static readonly DateOnly Received = new(2026, 3, 1);
    private static readonly Guid Recorder = Guid.NewGuid(), Agent = Guid.NewGuid(), Insurer = Guid.NewGuid();

    [Theory]
    [InlineData(15, false)]
    [InlineData(16, true)]
    public void It_is_late_after_fifteen_days(int days, bool late)
    {
        var complaint = Given();

        Assert.Equal(late, complaint.IsLate(Received.AddDays(days)));
        complaint.Decide(ComplaintOutcome.Founded, "Money given back", Insurer, Received.AddDays(days));
        Assert.Equal(late, complaint.IsLate(Received.AddDays(100)));
    }

    [Fact]
    public void Neither_who_took_it_in_nor_who_it_is_about_decides()
    {
        foreach (var person in new[] { Recorder, Agent }) Broken(ComplaintRule.NobodyDecidesTheirOwn, () => Given().Decide(ComplaintOutcome.Unfounded, "Nothing", person, Received));
        var complaint = Given();
        complaint.Decide(ComplaintOutcome.Unfounded, "Nothing", Insurer, Received);
        Broken(ComplaintRule.ItIsDecidedOnce, () => complaint.Decide(ComplaintOutcome.Founded, "Something", Insurer, Received));
    }

    [Fact]
    public void The_complainant_is_told_once_after_the_decision()
    {
        var complaint = Given();
        Broken(ComplaintRule.ADecisionIsTold, () => complaint.Tell(Received, Received));
        complaint.Decide(ComplaintOutcome.Founded, "Money given back", Insurer, Received.AddDays(3));
        Assert.Equal(ComplaintStep.Tell, complaint.Step);
        Broken(ComplaintRule.ToldAfterTheDecision, () => complaint.Tell(Received.AddDays(2), Received.AddDays(5)));
        Broken(ComplaintRule.ToldAfterTheDecision, () => complaint.Tell(Received.AddDays(6), Received.AddDays(5)));
        complaint.Tell(Received.AddDays(3), Received.AddDays(5));
        Assert.Equal(ComplaintStep.Done, complaint.Step);
        Broken(ComplaintRule.TheComplainantIsToldOnce, () => complaint.Tell(Received.AddDays(4), Received.AddDays(5)));
    }

    [Fact]
    public void Somebody_without_a_name_can_complain_but_not_be_told()
    {
        var complaint = Given(name: null);
        complaint.Decide(ComplaintOutcome.PartlyFounded, "Talked to", Insurer, Received);

        Assert.Equal(ComplaintStep.Done, complaint.Step);
        Broken(ComplaintRule.WithoutANameNobodyIsTold, () => complaint.Tell(Received, Received));
        Broken(ComplaintRule.ATelephoneHasAName, () => Given(name: null, phone: [1]));
        Broken(ComplaintRule.NoDayToCome, () => Complaint.TakeIn(Guid.NewGuid(), Guid.NewGuid(), Facts("Yu", null), Recorder, default, Received.AddDays(-1)));
    }

    [Fact]
    public void Mis_selling_ends_with_urging_to_surrender() =>
        Assert.Equal(8, Enum.GetValues<ComplaintKind>().Count(k => k.IsMisSelling()));

    private static Complaint Given(string? name = "Yu", byte[]? phone = null) => Complaint.TakeIn(Guid.NewGuid(), Guid.NewGuid(), Facts(name, phone), Recorder, default, Received);

    private static ComplaintFacts Facts(string? name, byte[]? phone) => new(ComplaintChannel.Supervisor, ComplaintKind.TookMoney, "Cash was taken", Received, name, phone, Agent);

    private static void Broken(ComplaintRule rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBroken>(act).Rule);
}
