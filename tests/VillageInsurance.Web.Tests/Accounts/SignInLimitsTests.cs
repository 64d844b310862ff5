using VillageInsurance.Web.Accounts;

namespace VillageInsurance.Web.Tests.Accounts;

public class SignInLimitsTests
{
    [Fact]
    public void A_name_is_tried_ten_times_a_minute_however_it_is_written()
    {
        using var limits = new SignInLimits();
        Assert.All(Enumerable.Range(0, 10), i => Assert.True(limits.Allow(i % 2 == 0 ? "office" : "OFFICE", $"10.0.0.{i}")));

        Assert.False(limits.Allow("Office", "10.0.0.99"));
        Assert.True(limits.Allow("leader", "10.0.0.99"));
    }

    [Fact]
    public void An_address_tries_a_hundred_times_a_minute()
    {
        using var limits = new SignInLimits();
        Assert.All(Enumerable.Range(0, 100), i => Assert.True(limits.Allow($"user{i}", "10.0.0.1")));

        Assert.False(limits.Allow("another", "10.0.0.1"));
        Assert.True(limits.Allow("another", "10.0.0.2"));
    }
}
