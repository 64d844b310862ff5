using VillageInsurance.Domain.Households;

namespace VillageInsurance.Domain.Tests.Households;

/// <summary>When a family takes back its consent to questions of money, what it told of money goes and nothing else (PIPL art. 47).</summary>
public class ForgottenMoneyTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    [Theory]
    [InlineData("A", MoneyBand.Under10K)]
    [InlineData("C", null)]
    [InlineData(null, null)]
    public void The_household_forgets_income_and_debts(string? income, MoneyBand? debts)
    {
        var household = new Household(Guid.NewGuid(), Guid.NewGuid(), null, "H1", HouseholdKind.Family, new(2020, 1, 1), null);
        var facts = new HouseholdFacts("Hill 5", "Tea", income, Housing.Timber, debts, Relief.Watched, "Tractor");
        household.Describe(facts);

        household.ForgetMoney();

        Assert.Equal(facts with { IncomeBand = null, DebtBand = null }, new(household.Address, household.MainIncome, household.IncomeBand, household.Housing, household.DebtBand, household.Relief, household.Machines));
    }

    [Theory]
    [InlineData(120_000L)]
    [InlineData(0L)]
    [InlineData(null)]
    public void A_visit_forgets_what_the_family_can_afford(long? fen)
    {
        var household = new Household(Guid.NewGuid(), Guid.NewGuid(), null, "H1", HouseholdKind.Family, new(2020, 1, 1), null);
        var answers = new VisitAnswers("Yu", 20, [ExplainedTopic.Claims], [new(NeedKind.OldAge, NeedWish.WantsToKnow, null)], fen, true, [], false, Day.AddDays(30), "Kind");
        var visit = Visit.Record(Guid.NewGuid(), household, Guid.NewGuid(), Day, answers, Day, DateTimeOffset.UnixEpoch);

        visit.ForgetMoney();

        Assert.Equal(answers with { AffordableFen = null }, visit.Answers);
    }

    [Theory]
    [InlineData(RiskKind.Illness, 5_000_000)]
    [InlineData(RiskKind.Accident, 0)]
    public void A_blow_stays_and_its_loss_goes(RiskKind kind, long fen)
    {
        var risk = new RiskRecord(Guid.NewGuid(), Guid.NewGuid(), null, Guid.NewGuid(), kind, Day, fen, "The village", Guid.NewGuid());

        risk.ForgetMoney();

        Assert.Equal((kind, Day, 0L, "The village"), (risk.Kind, risk.On, risk.LossFen, risk.PaidBy));
    }
}
