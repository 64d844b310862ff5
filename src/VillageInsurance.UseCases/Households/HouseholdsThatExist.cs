using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>Tells drafts of known households from those of new ones: which of these ids are households in the viewer's area.</summary>
public sealed class HouseholdsThatExist(AppDbGate gate)
{
    /// <summary>Those that are.</summary>
    public Task<IReadOnlyCollection<Guid>> RunAsync(IReadOnlyList<Guid> ids, CancellationToken cancel) => gate.ReadAsync<IReadOnlyCollection<Guid>>(Permission.ViewHouseholds, async db =>
        await db.Households.Where(h => ids.Contains(h.Id)).Select(h => h.Id).ToListAsync(cancel), cancel);
}
