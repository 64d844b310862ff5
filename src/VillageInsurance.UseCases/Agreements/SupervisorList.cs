using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The supervisors of the actor's villages with their terms, assessments and trainings, newest first.</summary>
public sealed class SupervisorList(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 100;

    /// <summary>One page, and the id after which the next begins.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, Guid? Next);

    /// <param name="AssessedYear">The last year that was assessed; null for none.</param>
    public sealed record Row(Guid Id, string Name, PlaceName Place, SupervisorStatus Status, string? LetterNumber, DateOnly? From, DateOnly? To, bool InOffice, int? AssessedYear, bool? Passed, int Attended, int Expected);

    /// <summary>Reads a page.</summary>
    public Task<View> RunAsync(SupervisorStatus? status, Guid? before, CancellationToken cancel) => gate.ReadAsync(Permission.ViewSupervisors, async db =>
    {
        var today = clock.Today();
        var found = await (from s in db.Supervisors.AsNoTracking()
                           where (status == null || s.Status == status) && (before == null || s.Id < before)
                           join staff in db.Staff on s.StaffId equals staff.Id
                           orderby s.Id descending
                           select new
                           {
                               Supervisor = s,
                               staff.Name,
                               Group = db.Areas.Where(g => g.Id == s.GroupId).Select(g => g.Name).FirstOrDefault(),
                               Last = db.SupervisorAssessments.Where(a => a.AppointmentId == s.Id).OrderByDescending(a => a.Year).Select(a => new { a.Year, a.Passed }).FirstOrDefault(),
                               Expected = db.TrainingAttendances.Count(a => a.StaffId == s.StaffId),
                               Attended = db.TrainingAttendances.Count(a => a.StaffId == s.StaffId && a.Attended),
                           }).Take(PageSize + 1).ToListAsync(cancel);
        var page = found.Take(PageSize).ToList();
        var places = await db.PlaceNamesAsync(page.Select(f => (Guid?)f.Supervisor.VillageId), cancel);
        return new View([.. page.Select(f => new Row(f.Supervisor.Id, f.Name, places[f.Supervisor.VillageId] with { Group = f.Group }, f.Supervisor.Status, f.Supervisor.LetterNumber, f.Supervisor.From,
            f.Supervisor.EndedOn ?? f.Supervisor.To, f.Supervisor.HoldsOn(today), f.Last?.Year, f.Last?.Passed, f.Attended, f.Expected))], found.Count > PageSize ? page[^1].Supervisor.Id : null);
    }, cancel);
}
