using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.Agreements;

public class AgreementTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Guid Village = Guid.NewGuid();
    private static readonly Actor Insurer = People.Who(Role.InsurerReviewer, Village), Office = People.Who(Role.CountyOffice, Village);

    private static readonly IReadOnlyList<ClauseTemplate> Clauses =
        [new("Purpose", new("-", "-"), new("As proposed", "-"), false), new("Voluntary", new("-", "-"), new("No quota, nobody is made to buy", "-"), true)];

    private static readonly AgreementTerms Full = AgreementTerms.Of(Clauses, "Committee", "Branch")
        with
    { From = new(2026, 3, 1), To = new(2027, 2, 28), SignedOn = new(2026, 2, 20), CommitteeSigner = "Dao", BranchSigner = "Zhou" };

    [Fact]
    public void What_the_scheme_fixes_cannot_be_written_over()
    {
        var quota = Full with { Clauses = [Full.Clauses[0], new("Voluntary", "Each household buys one")] };

        Breaks(AgreementRule.FixedClausesStay, () => Draft().Edit(Insurer, quota, Clauses));
        Breaks(AgreementRule.FixedClausesStay, () => Draft().Edit(Insurer, Full with { Clauses = [Full.Clauses[0]] }, Clauses));
    }

    [Theory]
    [InlineData("Committee")]
    [InlineData("BranchSigner")]
    [InlineData("Purpose")]
    public void An_unfinished_one_is_not_sent(string missing)
    {
        var terms = missing switch { "Committee" => Full with { Committee = " " }, "BranchSigner" => Full with { BranchSigner = "" }, _ => Full with { Clauses = [new("Purpose", ""), Full.Clauses[1]] } };
        var draft = Draft();
        draft.Edit(Insurer, terms, Clauses);

        Assert.Equal([missing], terms.MissingFields(Clauses));
        Breaks(AgreementRule.EveryFieldIsFilledIn, () => draft.Submit(Insurer, Clauses, Noon));
    }

    [Fact]
    public void A_term_of_one_day_is_no_term()
    {
        var draft = Draft();
        draft.Edit(Insurer, Full with { To = Full.From }, Clauses);

        Breaks(AgreementRule.ATermEndsAfterItStarts, () => draft.Submit(Insurer, Clauses, Noon));
    }

    [Fact]
    public void Without_the_scan_it_does_not_come_in_force() =>
        Breaks(AgreementRule.TheScanIsAttached, () => Submitted().PutInForce(Office, "", "1", isScanned: false, Noon));

    [Fact]
    public void Who_wrote_or_sent_it_does_not_decide() =>
        Breaks(AgreementRule.NobodyDecidesTheirOwn, () => Submitted().PutInForce(Insurer, "", "1", true, Noon));

    [Fact]
    public void Only_a_submitted_one_is_decided()
    {
        Breaks(AgreementRule.OnlyASubmittedOneIsDecided, () => Draft().Return(Office, "Why", Noon));
        Breaks(AgreementRule.OnlyASubmittedOneIsDecided, () => InForce().PutInForce(Office, "", "2", true, Noon));
    }

    [Fact]
    public void A_return_says_why_and_lets_it_be_corrected()
    {
        var agreement = Submitted();
        Breaks(AgreementRule.AReasonIsGiven, () => agreement.Return(Office, " ", Noon));
        Breaks(AgreementRule.OnlyADraftOrReturnedOneIsEdited, () => agreement.Edit(Insurer, Full, Clauses));

        agreement.Return(Office, "The signer is missing on the scan", Noon);
        agreement.Edit(Insurer, Full with { CommitteeSigner = "Yu" }, Clauses);

        Assert.Equal((AgreementStatus.Returned, "Yu"), (agreement.Status, agreement.Terms.CommitteeSigner));
    }

    [Theory]
    [InlineData("2026-02-28", false)]
    [InlineData("2026-03-01", true)]
    [InlineData("2027-02-28", true)]
    [InlineData("2027-03-01", false)]
    public void It_holds_on_every_day_of_its_term(string day, bool holds) => Assert.Equal(holds, InForce().HoldsOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void An_early_end_says_why_and_lies_in_the_term()
    {
        Breaks(AgreementRule.AReasonIsGiven, () => InForce().End(new(2026, 6, 1), ""));
        Breaks(AgreementRule.AnEndLiesInTheTerm, () => InForce().End(new(2027, 3, 1), "Why"));
        Breaks(AgreementRule.OnlyOneInForceEnds, () => Submitted().End(new(2026, 6, 1), "Why"));
        var agreement = InForce();

        agreement.End(new(2026, 6, 1), "By consent");

        Assert.Equal((true, false), (agreement.HoldsOn(new(2026, 6, 1)), agreement.HoldsOn(new(2026, 6, 2))));
    }

    [Fact]
    public void A_renewal_takes_over_without_a_gap_and_anything_else_waits()
    {
        var (first, renewal, second) = (InForce(), Draft(), Draft());
        var next = new Agreement(Guid.NewGuid(), Village, Guid.NewGuid(), first.Id, Full, Insurer.StaffId);
        next.Edit(Insurer, Full with { From = new(2026, 12, 1), To = new(2027, 11, 30) }, Clauses);
        second.Edit(Insurer, Full with { From = new(2026, 12, 1), To = new(2027, 11, 30) }, Clauses);

        Breaks(AgreementRule.OneAgreementInForcePerVillage, () => first.GiveWayTo(second));
        renewal.Edit(Insurer, Full, Clauses);
        first.GiveWayTo(next);

        Assert.Equal((AgreementStatus.Ended, new DateOnly(2026, 11, 30)), (first.Status, first.EndedOn));
    }

    private static Agreement Draft() => new(Guid.NewGuid(), Village, Guid.NewGuid(), null, AgreementTerms.Of(Clauses), Insurer.StaffId);

    private static Agreement Submitted()
    {
        var agreement = Draft();
        agreement.Edit(Insurer, Full, Clauses);
        agreement.Submit(Insurer, Clauses, Noon);
        return agreement;
    }

    private static Agreement InForce()
    {
        var agreement = Submitted();
        agreement.PutInForce(Office, "", "1", true, Noon);
        return agreement;
    }

    private static void Breaks(Enum rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBroken>(act).Rule);
}
