using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>Trainings and exchanges of supervisors or agents, newest first, with the attendance that the actor may see.</summary>
public sealed class TrainingList(AppDbGate gate, TimeProvider clock)
{
    /// <param name="CanRecord">Whether the actor may record one; then <paramref name="Expected"/> and <paramref name="Areas"/> are there to choose from.</param>
    public sealed record View(IReadOnlyList<Row> Rows, bool CanRecord, IReadOnlyList<Person> Expected, IReadOnlyList<Place> Areas);

    /// <summary>One training; the attendance counts those of the actor's villages. The area is null for the whole county.</summary>
    public sealed record Row(Guid Id, TrainingKind Kind, string? Area, DateOnly HeldOn, int Hours, string Place, string Topic, int Attended, int Expected, IReadOnlyList<string> Absent);

    /// <summary>Somebody in office who may be expected.</summary>
    public sealed record Person(Guid StaffId, string Name, Guid VillageId, Guid? GroupId, PlaceName Place);

    /// <summary>The county, which needs no name, or a township.</summary>
    public sealed record Place(Guid Id, string? Name);

    /// <summary>At most 100.</summary>
    public Task<View> RunAsync(TrainingAudience audience, CancellationToken cancel) =>
        gate.ReadAsync(audience == TrainingAudience.Supervisors ? Permission.ViewSupervisors : Permission.ViewAgents, async db =>
        {
            var trainings = await db.Trainings.AsNoTracking().Where(t => t.Audience == audience).OrderByDescending(t => t.HeldOn).ThenByDescending(t => t.Id).Take(100).ToListAsync(cancel);
            var (ids, areaIds) = (trainings.Select(t => t.Id).ToList(), trainings.Select(t => t.AreaId).ToList());
            var came = (await db.TrainingAttendances.AsNoTracking().Where(a => ids.Contains(a.TrainingId)).ToListAsync(cancel)).ToLookup(a => a.TrainingId);
            var areas = await db.Areas.AsNoTracking().Where(a => areaIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Level == AreaLevel.County ? null : a.Name, cancel);
            var names = await db.StaffNamesAsync(came.SelectMany(c => c).Where(c => !c.Attended).Select(c => c.StaffId), cancel);
            var canRecord = db.Actor.ScopeOf(TrainingEvent.NeededFor(audience)) is not null;
            return new View([.. trainings.Select(t => new Row(t.Id, t.Kind, areas[t.AreaId], t.HeldOn, t.Hours, t.Place, t.Topic, came[t.Id].Count(a => a.Attended), came[t.Id].Count(),
                [.. came[t.Id].Where(a => !a.Attended).Select(a => names[a.StaffId])]))], canRecord, canRecord ? await ExpectedAsync(db, audience, cancel) : [], canRecord ? await AreasAsync(db, cancel) : []);
        }, cancel);

    private async Task<IReadOnlyList<Person>> ExpectedAsync(AppDb db, TrainingAudience audience, CancellationToken cancel)
    {
        var today = clock.Today();
        var people = audience == TrainingAudience.Supervisors
            ? await db.Supervisors.AsNoTracking().Where(s => s.Status == SupervisorStatus.Appointed && s.To >= today).Take(1000).Select(s => new { s.StaffId, s.VillageId, s.GroupId }).ToListAsync(cancel)
            : await db.AgentServices.AsNoTracking().Where(s => s.Status != AgentStatus.Left && s.Status != AgentStatus.TurnedDown).Take(1000).Select(s => new { s.StaffId, s.VillageId, s.GroupId }).ToListAsync(cancel);
        var names = await db.StaffNamesAsync(people.Select(p => p.StaffId), cancel);
        var places = await db.PlaceNamesAsync(people.Select(p => (Guid?)p.VillageId), cancel);
        return [.. people.Select(p => new Person(p.StaffId, names[p.StaffId], p.VillageId, p.GroupId, places[p.VillageId]))
            .OrderBy(p => p.Place.Township, StringComparer.Ordinal).ThenBy(p => p.Place.Village, StringComparer.Ordinal)];
    }

    private static async Task<IReadOnlyList<Place>> AreasAsync(AppDb db, CancellationToken cancel) =>
        [.. await db.Areas.AsNoTracking().Where(a => (a.Level == AreaLevel.County || a.Level == AreaLevel.Township) && a.ValidTo == null)
            .OrderBy(a => a.Code!.Length).ThenBy(a => a.Code).Select(a => new Place(a.Id, a.Level == AreaLevel.County ? null : a.Name)).ToListAsync(cancel)];
}
