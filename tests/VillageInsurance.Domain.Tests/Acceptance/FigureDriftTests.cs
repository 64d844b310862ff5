using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Tests.Applications;

namespace VillageInsurance.Domain.Tests.Acceptance;

public class FigureDriftTests
{
    private static readonly Guid One = new("00000000-0000-7000-8000-000000000001"), Other = new("00000000-0000-7000-8000-000000000002");

    [Fact]
    public void What_came_and_what_went_is_told_apart()
    {
        var (then, now) = (Counted(One, 49_500_00), Counted(Other, 50_300_00));

        var drift = FigureDrift.Between(Frozen(then), then, Frozen(now), now);

        Assert.False(drift.IsNone);
        var people = drift.Records.Single(r => r.Set == RecordSet.People);
        Assert.Equal([Other], people.Came);
        Assert.Equal([One], people.Went);
        var life = drift.Indicators.Single(i => i.Key == IndicatorKey.Life);
        Assert.Equal((4_950_000, 5_030_000), (life.Then.Part, life.Now.Part));
    }

    [Fact]
    public void The_same_records_in_another_order_are_no_drift()
    {
        var then = Counted(One, 100) with { AnyHouseholds = [One, Other] };
        var now = then with { AnyHouseholds = [Other, One] };

        Assert.True(FigureDrift.Between(Frozen(then), then, Frozen(now), now).IsNone);
    }

    [Fact]
    public void A_place_without_pupils_is_judged_by_the_other_three()
    {
        var frozen = Frozen(Counted(One, 100_00) with { Accident = [new(One, One, 10_00)], RegularHouseholds = [One] });

        Assert.True(frozen.AllPass);
        Assert.Equal(IndicatorOutcome.NotApplicable, frozen.Indicators[0].Outcome);
    }

    [Theory]
    [InlineData(Role.CountyOffice, true, "County")]
    [InlineData(Role.TownshipOfficial, false, "Township County")]
    [InlineData(Role.TownshipOfficial, true, "Township")]
    public void The_chain_says_which_bodies_sign(Role reviewer, bool forwarded, string tracks) =>
        Assert.Equal(tracks, string.Join(' ', ReviewSheet.TracksOf(Programmes.City().Rules.Chain with { Reviewer = reviewer, Forwarded = forwarded })));

    private static CountedRecords Counted(Guid id, long fen) => new([new(id, id)], [], [], [], [new(id, id, fen)], [], []);

    private static FrozenFigures Frozen(CountedRecords records) => FrozenFigures.Of(records.Figures, Programmes.City().Rules);
}
