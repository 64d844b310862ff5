using VillageInsurance.Domain.Policies;

namespace VillageInsurance.Domain.Tests.Policies;

public class PolicyTests
{
    private static readonly DateOnly Issued = new(2025, 3, 1);

    [Fact]
    public void Cover_runs_from_its_first_to_its_last_day_both_included()
    {
        var policy = new Policy(Guid.NewGuid(), Guid.NewGuid(), null, "B1", "CL", Guid.NewGuid(), Guid.NewGuid(), Issued, Issued.AddDays(1), Issued.AddYears(1), PayMode.Annual, Issued, Guid.NewGuid());

        Assert.Equal([false, true, true, false], new[] { Issued, Issued.AddDays(1), Issued.AddYears(1), Issued.AddYears(1).AddDays(1) }.Select(policy.IsInForce));
    }
}
