using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Applications;

/// <summary>The applications that the actor can decide now, longest waiting first: what "the next one" is.</summary>
public sealed class DecisionQueue(AppDbGate gate)
{
    /// <summary>Their ids, at most 500.</summary>
    public Task<IReadOnlyList<Guid>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Guid>>(Permission.DecideApplications, async db =>
    {
        var waiting = await db.Applications.AsNoTracking().Include(a => a.Rounds).Where(a => a.Status == ApplicationStatus.Submitted)
            .OrderBy(a => a.SubmittedAt).Take(500).ToListAsync(cancel);
        var rules = await db.Schemes.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Rules, cancel);
        return [.. waiting.Where(a => a.CanBeDecidedBy(db.Actor, rules[a.SchemeId])).Select(a => a.Id)];
    }, cancel);
}
