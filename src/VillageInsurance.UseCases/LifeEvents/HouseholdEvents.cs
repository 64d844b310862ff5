using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.UseCases.LifeEvents;

/// <summary>The life events of a household, newest first, and which of them the viewer may take back at once or ask to be taken back.</summary>
public sealed class HouseholdEvents(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The events of the household, its own and those that it came into by.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, bool MayRecord);

    /// <summary>One event, with the names of whom it concerns.</summary>
    public sealed record Row(Guid Id, int Version, LifeEventKind Kind, DateOnly On, IReadOnlyList<string> Persons, Guid? OtherHouseholdId, string By, DateTimeOffset At, DateTimeOffset? UndoneAt, bool CanUndo, bool CanAsk);

    /// <summary>Reads them. Outside the viewer's area there are none.</summary>
    public Task<View> RunAsync(Guid householdId, CancellationToken cancel) => gate.ReadAsync(Permission.ViewHouseholds, async db =>
    {
        var household = await db.Households.AsNoTracking().FindOrRefuseAsync(householdId, cancel);
        var events = await db.LifeEvents.AsNoTracking().Where(e => e.HouseholdId == householdId || e.OtherHouseholdId == householdId).OrderByDescending(e => e.RecordedAt).Take(200).ToListAsync(cancel);
        var (people, staff) = (events.SelectMany(e => e.Persons).Distinct().ToList(), events.Select(e => e.RecordedById).Distinct().ToList());
        var names = await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var by = await db.Staff.AsNoTracking().Where(s => staff.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        var mayKeep = db.Actor.May(Permission.KeepHouseholds, household);
        return new View([.. events.Select(e => new Row(e.Id, e.Version, e.Kind, e.On, [.. e.Persons.Where(names.ContainsKey).Select(p => NamesInClear.Shown(db.Actor, household, names[p]))],
            e.OtherHouseholdId is { } other && other != householdId ? other : e.HouseholdId != householdId ? e.HouseholdId : null, by.GetValueOrDefault(e.RecordedById, ""), e.RecordedAt, e.UndoneAt,
            mayKeep && e.CanBeUndoneBy(db.Actor.StaffId, clock.Today()), mayKeep && e.UndoneAt is null && !e.CanBeUndoneBy(db.Actor.StaffId, clock.Today())))],
            mayKeep && household.LeftOn is null);
    }, cancel);
}
