using VillageInsurance.Domain.Claims;
using VillageInsurance.UseCases.Claims;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using static VillageInsurance.Domain.Claims.ClaimMilestone;

namespace VillageInsurance.Web.CommandLine.Demo;

/// <summary>Claims of the demo's village in every state, some of them late: registered by the agent, recorded by the insurer, noted on by the supervisor.</summary>
internal static class DemoClaims
{
    // Days before today: the accident, then each step. The reports follow a day after.
    private static readonly (int Accident, (ClaimMilestone Step, int Ago)[] Steps)[] Cases =
    [
        (3, []),
        (20, [(PapersReceived, 16)]),
        (45, [(PapersReceived, 41), (Surveyed, 38)]),
        (30, [(PapersReceived, 27), (SupplementAsked, 24)]),
        (40, [(PapersReceived, 36), (SupplementAsked, 34), (SupplementReceived, 20)]),
        (24, [(PapersReceived, 22), (Surveyed, 20), (Assessed, 12)]),
        (18, [(PapersReceived, 15), (Determined, 2)]),
        (38, [(PapersReceived, 35), (Determined, 15), (Agreed, 14)]),
        (33, [(PapersReceived, 30), (Determined, 12), (Agreed, 11), (Paid, 6)]),
        (60, [(PapersReceived, 57), (Surveyed, 55), (Determined, 40), (Agreed, 39), (Paid, 33), (Closed, 32)]),
        (12, [(PapersReceived, 10), (Withdrawn, 4)]),
        (70, [(PapersReceived, 66), (Withdrawn, 50), (Reopened, 9)]),
    ];

    public static async Task CreateAsync(IServiceProvider services, Guid village, IReadOnlyDictionary<string, Guid> staff)
    {
        var actor = services.GetRequiredService<CommandLineActor>();
        actor.InNameOf = staff["agent"];
        var policies = await PoliciesAsync(services, village);
        var today = services.GetRequiredService<TimeProvider>().Today();
        var (words, claims) = (DemoWords.Read(), new List<Guid>());
        foreach (var ((accident, steps), policy) in Cases.Zip(policies))
        {
            var id = Guid.CreateVersion7();
            actor.InNameOf = staff["agent"];
            await services.GetRequiredService<RegisterClaim>().RunAsync(new(id, policy, today.AddDays(-accident), today.AddDays(1 - accident), words["claim.event"], 300_000, null));
            actor.InNameOf = staff["insurer"];
            for (var i = 0; i < steps.Length; i++)
            {
                var (step, ago) = steps[i];
                await services.GetRequiredService<RecordClaimStep>().RunAsync(step == Determined ? new(id, i, step, today.AddDays(-ago), 240_000, ClaimDecision.Part)
                    : new(id, i, step, today.AddDays(-ago), Text: step == SupplementAsked ? words["claim.papers"] : null));
            }
            claims.Add(id);
        }
        actor.InNameOf = staff["supervisor"];
        if (claims.Count > 2) await services.GetRequiredService<WriteClaimNote>().RunAsync(new(Guid.CreateVersion7(), claims[2], ClaimNoteKind.FamilyTold, ""));
        actor.InNameOf = null;
    }

    // One policy in force of each of the first families that have one.
    private static async Task<IReadOnlyList<Guid>> PoliciesAsync(IServiceProvider services, Guid village)
    {
        var found = new List<Guid>();
        var page = await services.GetRequiredService<HouseholdList>().RunAsync(new(village), CancellationToken.None);
        foreach (var household in page.Rows)
        {
            if (found.Count == Cases.Length) break;
            var start = await services.GetRequiredService<ClaimStart>().RunAsync(household.Id, CancellationToken.None);
            if (start.Policies.FirstOrDefault(p => p.IsInForce) is { } policy) found.Add(policy.Id);
        }
        return found;
    }
}
