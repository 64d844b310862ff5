using VillageInsurance.Domain.Deliveries;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.Deliveries;

public class DeliveryKeyTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Fact]
    public void A_key_that_was_shown_is_read_and_matches_its_hash_alone()
    {
        var (one, other) = (DeliverySecret.Make(), DeliverySecret.Make());

        var read = DeliverySecret.Read(one.Token)!;
        Assert.Equal(one.Prefix, read.Prefix);
        Assert.True(read.Matches(one.Hash));
        Assert.False(read.Matches(other.Hash));
        Assert.DoesNotContain(one.Token.Split('_')[2], one.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("vi_abc")]
    [InlineData("vi_12345678_short")]
    [InlineData("xx_12345678_1234567890123456789012345678901234567890123")]
    public void What_cannot_be_a_key_is_none(string? token) => Assert.Null(DeliverySecret.Read(token));

    [Theory]
    [InlineData(0, true)]
    [InlineData(366, true)]
    [InlineData(-1, false)]
    [InlineData(367, false)]
    public void A_key_lives_a_year_at_most(int days, bool allowed)
    {
        if (allowed) Assert.True(Given(days).HoldsOn(Today.AddDays(days)));
        else Assert.Equal(DeliveryKeyRule.AKeyLivesAYearAtMost, Assert.Throws<RuleBroken>(() => Given(days)).Rule);
    }

    [Fact]
    public void It_holds_until_its_last_day_or_until_it_is_ended()
    {
        var key = Given(10);
        Assert.False(key.HoldsOn(Today.AddDays(11)));

        key.End(Guid.NewGuid(), default);
        Assert.False(key.HoldsOn(Today));
        Assert.Equal(DeliveryKeyRule.AKeyIsEndedOnce, Assert.Throws<RuleBroken>(() => key.End(Guid.NewGuid(), default)).Rule);
        Assert.Equal(DeliveryKeyRule.AKeyIsForSomething, Assert.Throws<RuleBroken>(() => Given(10, DeliveryKinds.None)).Rule);
    }

    private static DeliveryKey Given(int days, DeliveryKinds kinds = DeliveryKinds.All) =>
        DeliveryKey.Create(Guid.NewGuid(), Guid.NewGuid(), DeliverySecret.Make(), kinds, Today.AddDays(days), Guid.NewGuid(), default, Today);
}
