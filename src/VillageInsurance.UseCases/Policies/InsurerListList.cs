using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Policies;

/// <summary>The insurer's lists, newest first, at most a hundred.</summary>
public sealed class InsurerListList(AppDbGate gate)
{
    private const int Most = 100;

    /// <summary>A list: by whom, where it stands, what was counted.</summary>
    public sealed record Row(Guid Id, string FileName, string By, DateTimeOffset At, InsurerListState State, InsurerListCounts Counts, DateTimeOffset? TakenAt, FileFault? Fault);

    /// <summary>Reads them.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.BringInsurerLists, async db =>
    {
        var lists = await db.InsurerLists.AsNoTracking().OrderByDescending(l => l.At).Take(Most).ToListAsync(cancel);
        var names = await db.StaffNamesAsync(lists.Select(l => l.StaffId), cancel);
        return [.. lists.Select(l => new Row(l.Id, l.FileName, names.GetValueOrDefault(l.StaffId, ""), l.At, l.State, l.Counts, l.TakenAt, l.Fault))];
    }, cancel);
}
