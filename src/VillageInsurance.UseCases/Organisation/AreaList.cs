using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>The areas that lie directly in another, as they are today: for whoever grants roles in them or looks at them.</summary>
public sealed class AreaList(AppDbGate gate, TimeProvider clock)
{
    /// <summary>One area.</summary>
    public sealed record Row(Guid Id, AreaLevel Level, AreaKind Kind, string? Code, string Name, Terrain? Terrain, IncomePerHead? Income, RegisteredSize? Registered);

    /// <summary>The children of an area, or the county when none is named. The permission is the caller's: grants or sight of areas.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(Guid? parentId, bool forGrants, CancellationToken cancel) =>
        gate.ReadAsync<IReadOnlyList<Row>>(forGrants ? Permission.ManageGrants : Permission.ViewAreas, async db =>
        {
            var today = clock.Today();
            var rows = await db.Areas.AsNoTracking().Where(a => a.ParentId == parentId && a.ValidFrom <= today && (a.ValidTo == null || a.ValidTo >= today))
                .Select(a => new Row(a.Id, a.Level, a.Kind, a.Code, a.Name, a.Terrain, a.Income, a.Registered)).ToListAsync(cancel);
            return [.. rows.OrderBy(a => a.Code, StringComparer.Ordinal).ThenBy(a => a.Name.Length).ThenBy(a => a.Name, StringComparer.Ordinal)];
        }, cancel);
}
