using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Claims;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Claims;

/// <summary>Policies and claims, each as far on its way as a test needs it. Today is the first of March 2026.</summary>
internal static class GivenClaim
{
    public static readonly DateOnly Today = new(2026, 3, 1);

    public static readonly Actor Agent = Someone.Who(Role.ResidentAgent, Places.Village), Supervisor = Someone.Who(Role.Supervisor, Places.Village), Insurer = Someone.InTheCounty(Role.InsurerReviewer),
        Colleague = Someone.InTheCounty(Role.InsurerReviewer), Office = Someone.InTheCounty(Role.CountyOffice);

    public static FakeTimeProvider Clock() => new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));

    public static async Task<Policy> GivenPolicyAsync(this TestDatabase database, Guid? village = null, string insurer = "CL", string name = "Yu Xiang")
    {
        var (where, batch) = (village ?? Places.Village, Guid.NewGuid());
        var product = new Product(Guid.CreateVersion7(), $"P{Guid.NewGuid():N}"[..20], "Endowment", "LIFE", true, false, false, true, batch);
        var person = new Person(Guid.CreateVersion7(), where, null, [1], Guid.NewGuid().ToByteArray(), name, Sex.Female, new(1980, 1, 1), batch);
        var policy = new Policy(Guid.CreateVersion7(), where, null, $"N{Guid.NewGuid():N}"[..20], insurer, product.Id, person.Id, new(2025, 1, 1), new(2025, 1, 1), new(2045, 1, 1), PayMode.Annual, new(2025, 1, 1), batch);
        await database.GivenAsync(where, product, person, policy);
        return policy;
    }

    /// <summary>A claim reported so many days ago, with what else is known of it.</summary>
    public static async Task<Claim> GivenClaimAsync(this TestDatabase database, int daysAgo = 20, Func<ClaimFacts, ClaimFacts>? known = null, Guid? village = null, long claimedFen = 100_000)
    {
        var policy = await database.GivenPolicyAsync(village);
        var reported = Today.AddDays(-daysAgo);
        var (claim, step) = Claim.Register(Guid.CreateVersion7(), new(policy.VillageId, null), $"C{Guid.NewGuid():N}"[..20], policy.Id, policy.InsuredId, new(reported, reported, "fell", claimedFen), true, Agent.StaffId, Clock().GetUtcNow(), Today);
        var steps = known is null ? [] : claim.Take(known(claim.Facts()), ClaimWay.Page, Insurer.StaffId, Clock().GetUtcNow(), null);
        await database.GivenAsync(policy.VillageId, [claim, step, .. steps]);
        return claim;
    }

    public static ClaimFacts Filed(this ClaimFacts facts, int daysAgo) => facts with { PapersReceivedOn = Today.AddDays(-daysAgo) };

    public static Task<ClaimDetail.View> SeenAsync(this TestDatabase database, Actor who, Guid claim) => new ClaimDetail(database.GateFor(who, Clock()), Clock()).RunAsync(claim, CancellationToken.None);
}
