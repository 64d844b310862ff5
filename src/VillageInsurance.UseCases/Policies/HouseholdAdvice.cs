using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Policies;

/// <summary>Advice on policies that a household got, with its own decisions: also where no policy came of it. For the agent of the village.</summary>
public sealed class HouseholdAdvice(AppDbGate gate)
{
    private const int Most = 50;

    /// <param name="PolicyId">The policy that was entered all the same; null for none.</param>
    public sealed record Row(Guid Id, DateTimeOffset At, string Product, IReadOnlyList<AdviceFinding> Findings, CustomerDecision Decision, Guid? PolicyId);

    /// <summary>Newest first, at most 50. Not found outside the actor's villages.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(Guid householdId, CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ViewPolicies, async db =>
    {
        await db.Households.AsNoTracking().FindOrRefuseAsync(householdId, cancel);
        return await (from advice in db.Advices.AsNoTracking()
                      where advice.HouseholdId == householdId
                      join product in db.Products on advice.ProductId equals product.Id
                      orderby advice.RecordedAt descending
                      select new Row(advice.Id, advice.RecordedAt, product.Name, advice.Findings, advice.Decision, advice.PolicyId)).Take(Most).ToListAsync(cancel);
    }, cancel);
}
