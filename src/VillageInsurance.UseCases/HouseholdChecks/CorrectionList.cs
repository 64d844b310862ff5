using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.HouseholdChecks;

/// <summary>What agents ask of the office, longest waiting first. Persons masked; what the family lives from is not shown, only that it is to change.</summary>
public sealed class CorrectionList(AppDbGate gate)
{
    /// <summary>Corrections of a page.</summary>
    public const int PageSize = 50;

    /// <summary>The last one of the page before.</summary>
    public sealed record Input(DateTimeOffset? AfterAt = null, Guid? AfterId = null);

    /// <summary>Nothing is typed.</summary>
    public sealed class InputRules : AbstractValidator<Input>;

    /// <summary>A page, and whether another follows.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, bool HasMore);

    /// <summary>One correction.</summary>
    public sealed record Row(Guid Id, int Version, CorrectionKind Kind, string Number, string Head, PlaceName? Place, IReadOnlyList<Line> Lines, LifeEventKind? Event, DateOnly? On,
        IReadOnlyList<string> Persons, PlaceName? To, string Reason, string By, DateTimeOffset At, bool CanDecide);

    /// <summary>A value; both are null where they are not shown.</summary>
    public sealed record Line(CorrectedField Field, string? Person, string? Old, string? New);

    /// <summary>Reads a page of those that are open.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.DecideCorrections, async db =>
    {
        input.MustMeet(new InputRules());
        var asked = db.Corrections.AsNoTracking().Where(c => c.Status == CorrectionStatus.Asked);
        if (input is { AfterAt: { } at, AfterId: { } after }) asked = asked.Where(c => c.AskedAt > at || (c.AskedAt == at && c.Id.CompareTo(after) > 0));
        var found = await (from c in asked
                           join h in db.Households on c.HouseholdId equals h.Id
                           orderby c.AskedAt, c.Id
                           select new { c, h.Number, h.HeadName, By = db.Staff.Where(s => s.Id == c.AskedById).Select(s => s.Name).FirstOrDefault() }).Take(PageSize + 1).ToListAsync(cancel);
        var open = found.Take(PageSize).ToList();
        var eventIds = open.Select(o => o.c.EventId).OfType<Guid>().ToList();
        var events = await db.LifeEvents.AsNoTracking().Where(e => eventIds.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancel);
        var people = open.SelectMany(o => o.c.Fields.Select(f => f.PersonId).OfType<Guid>().Concat(o.c.Facts?.PersonIds ?? []).Concat(o.c.EventId is { } id && events.TryGetValue(id, out var e) ? e.Persons : [])).Distinct().ToList();
        var names = await db.Persons.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => Masking.Name(p.Name), cancel);
        var targets = open.Select(o => o.c.Facts?.ToHouseholdId).OfType<Guid>().ToList();
        var homes = await db.Households.AsNoTracking().Where(h => targets.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => h.VillageId, cancel);
        Guid? ToOf(Correction c) => c.Facts?.ToHouseholdId is { } to ? homes.GetValueOrDefault(to) : c.Facts?.ToVillageId;
        var places = await db.PlaceNamesAsync(open.SelectMany(o => new[] { o.c.VillageId, ToOf(o.c) }), cancel);
        return new View([.. open.Select(o =>
        {
            var life = o.c.EventId is { } id ? events.GetValueOrDefault(id) : null;
            var concerned = life?.Persons ?? o.c.Facts?.PersonIds ?? [];
            return new Row(o.c.Id, o.c.Version, o.c.Kind, o.Number, Masking.Name(o.HeadName), places.GetValueOrDefault(o.c.VillageId), [.. o.c.Fields.Select(f => Shown(f, names))],
                life?.Kind ?? o.c.Facts?.Kind, life?.On ?? o.c.Facts?.On, o.c.Name is { } name ? [Masking.Name(name)] : [.. concerned.Where(names.ContainsKey).Select(p => names[p])],
                ToOf(o.c) is { } to ? places.GetValueOrDefault(to) : null, o.c.Reason, o.By ?? "", o.c.AskedAt, o.c.AskedById != db.Actor.StaffId);
        })], found.Count > PageSize);
    }, cancel);

    private static Line Shown(FieldAsk f, Dictionary<Guid, string> names)
    {
        var person = f.PersonId is { } id ? names.GetValueOrDefault(id) : null;
        return f.Field switch
        {
            CorrectedField.Name => new(f.Field, person, f.Old is null ? null : Masking.Name(f.Old), f.New is null ? null : Masking.Name(f.New)),
            CorrectedField.Address or CorrectedField.Relation => new(f.Field, person, f.Old, f.New),
            _ => new(f.Field, person, null, null),
        };
    }
}
