using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>The leading group of the county or a township: seats, departments by their names of the day, and what the actor may change. Who leads is told to everybody.</summary>
public sealed class LeadingGroups(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Areas">The county and its townships, with the seats taken today.</param>
    public sealed record View(Guid AreaId, string Area, IReadOnlyList<AreaLine> Areas, IReadOnlyList<Seat> Seats, IReadOnlyList<DepartmentLine> Departments, bool CanEdit, bool IsOffice);

    /// <summary>An area that has, or should have, a leading group.</summary>
    public sealed record AreaLine(Guid Id, string Name, AreaLevel Level, int Seats);

    /// <param name="Department">As it was called at the end of the seat, or today.</param>
    public sealed record Seat(Guid Id, int Version, string Name, string Title, LeadershipPost Post, string? Department, DateOnly From, DateOnly? To);

    /// <summary>A department with its name of today and those before.</summary>
    public sealed record DepartmentLine(Guid Id, string Code, string Name, IReadOnlyList<Former> Names);

    /// <summary>A name and the day from which it held.</summary>
    public sealed record Former(string Name, DateOnly From);

    /// <summary>Reads the group of an area; of the county when none is named.</summary>
    public Task<View> RunAsync(Guid? areaId, CancellationToken cancel) => gate.ReadAsync(Permission.ViewCycles, async db =>
    {
        var today = clock.Today();
        var areas = await db.Areas.AsNoTracking().Where(a => (a.Level == AreaLevel.County || a.Level == AreaLevel.Township) && a.ValidTo == null)
            .OrderBy(a => a.Code!.Length).ThenBy(a => a.Code).Select(a => new AreaLine(a.Id, a.Name, a.Level,
                db.LeadershipSeats.Count(s => s.AreaId == a.Id && s.From <= today && (s.To == null || s.To >= today)))).Take(200).ToListAsync(cancel);
        var area = areas.FirstOrDefault(a => areaId is null ? a.Level == AreaLevel.County : a.Id == areaId) ?? throw new NotFound(nameof(Area), areaId ?? Guid.Empty);
        var departments = await db.Departments.AsNoTracking().Include(d => d.Names).OrderBy(d => d.Code).Take(200).ToListAsync(cancel);
        var seats = await db.LeadershipSeats.AsNoTracking().Where(s => s.AreaId == area.Id).OrderBy(s => s.Id).Take(200).ToListAsync(cancel);
        var isOffice = db.Actor.ScopeOf(Permission.ManageProgramme) is not null;
        return new View(area.Id, area.Name, areas, [.. seats.OrderBy(s => s.To is not null).ThenBy(s => s.Post).Select(s => new Seat(s.Id, s.Version, s.Name, s.Title, s.Post,
            departments.FirstOrDefault(d => d.Id == s.DepartmentId)?.NameOn(s.To is { } end && end < today ? end : today), s.From, s.To))],
            [.. departments.Select(d => new DepartmentLine(d.Id, d.Code, d.NameOn(today), [.. d.Names.OrderByDescending(n => n.From).Select(n => new Former(n.Name, n.From))]))],
            isOffice || (area.Level == AreaLevel.Township && db.Actor.May(Permission.ReportLaunch, area.Id)), isOffice);
    }, cancel);
}
