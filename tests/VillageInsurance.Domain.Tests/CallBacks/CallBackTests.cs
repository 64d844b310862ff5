using VillageInsurance.Domain.CallBacks;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.CallBacks;

public class CallBackTests
{
    private static readonly DateOnly Day = new(2026, 3, 10);
    private static readonly Guid Caller = Guid.NewGuid(), Seller = Guid.NewGuid();

    [Theory]
    [InlineData(CallBackKind.NewPolicy, 7)]
    [InlineData(CallBackKind.Renewal, 4)]
    public void Every_question_of_the_kind_is_asked_once(CallBackKind kind, int count)
    {
        var all = Answers(kind);
        Assert.Equal(count, all.Count);

        Broken(CallBackRule.EveryQuestionIsAsked, () => Given(kind).Answer([.. all.Skip(1)], "", "", Caller, Seller, Day));
        Broken(CallBackRule.EveryQuestionIsAsked, () => Given(kind).Answer([.. all.Skip(1), all[1]], "", "", Caller, Seller, Day));
        var callBack = Given(kind);
        callBack.Answer(all, "V1", "", Caller, Seller, Day);
        Assert.Equal((Day, Caller, false), (callBack.DoneOn, callBack.DoneById, callBack.HasProblem));
        Broken(CallBackRule.ItIsAnsweredOnce, () => callBack.Answer(all, "", "", Caller, Seller, Day));
        Broken(CallBackRule.ItIsAnsweredOnce, () => callBack.Miss(Caller, Day));
    }

    [Fact]
    public void A_no_is_explained_and_makes_a_problem()
    {
        var one = Answers(CallBackKind.NewPolicy, no: CallBackQuestion.KnowsTheLoss);
        Broken(CallBackRule.ANoIsExplained, () => Given().Answer(one, "", "", Caller, Seller, Day));
        var callBack = Given();
        callBack.Answer(one, "", "Was told it is a deposit", Caller, Seller, Day);
        Assert.True(callBack.HasProblem);
    }

    [Fact]
    public void Who_sold_the_policy_does_not_ask() =>
        Broken(CallBackRule.WhoSoldDoesNotAsk, () => Given().Answer(Answers(CallBackKind.NewPolicy), "", "", Seller, Seller, Day));

    [Fact]
    public void It_is_late_after_its_last_day_and_a_missed_call_leaves_it_open()
    {
        var callBack = Given();
        callBack.Miss(Caller, Day);

        Assert.Equal([new MissedCall(Day, Caller)], callBack.Missed);
        Assert.False(callBack.IsLate(callBack.Due));
        Assert.True(callBack.IsLate(callBack.Due.AddDays(1)));
    }

    private static CallBack Given(CallBackKind kind = CallBackKind.NewPolicy) => new(Guid.NewGuid(), Guid.NewGuid(), null, Guid.NewGuid(), kind, Day.AddDays(5));

    private static List<HolderAnswer> Answers(CallBackKind kind, CallBackQuestion? no = null) => [.. CallBack.QuestionsOf(kind).Select(q => new HolderAnswer(q, q != no))];

    private static void Broken(CallBackRule rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBroken>(act).Rule);
}
