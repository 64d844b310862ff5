using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The forwarding lists, newest first, at most 100.</summary>
public sealed class ForwardingLists(AppDbGate gate)
{
    /// <param name="Villages">How many of its villages the actor sees.</param>
    public sealed record Row(Guid Id, int Year, string? Number, ForwardingStatus Status, int Villages, string PreparedBy, DateTimeOffset PreparedAt);

    /// <summary>Lists on which the actor sees no village are left out.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ViewDeclarations, async db =>
    {
        var lists = await db.ForwardingLists.AsNoTracking().Where(l => l.Lines.Count > 0).OrderByDescending(l => l.Id).Take(100)
            .Select(l => new { l.Id, l.Year, l.Number, l.Status, Villages = l.Lines.Count, l.PreparedById, l.PreparedAt }).ToListAsync(cancel);
        var names = await db.StaffNamesAsync(lists.Select(l => l.PreparedById), cancel);
        return [.. lists.Select(l => new Row(l.Id, l.Year, l.Number, l.Status, l.Villages, names.GetValueOrDefault(l.PreparedById, ""), l.PreparedAt))];
    }, cancel);
}
