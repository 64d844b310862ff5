using Microsoft.EntityFrameworkCore;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>A supervisor who passed a year's assessment, with the days of that year in office.</summary>
internal sealed record QualifiedSupervisor(Guid AppointmentId, Guid StaffId, Guid VillageId, Guid? GroupId, DateOnly From, DateOnly To)
{
    /// <summary>The months of the year in which the person was in office on every day: what a monthly allowance is paid for.</summary>
    public int FullMonths => Enumerable.Range(1, 12).Count(month =>
        new DateOnly(From.Year, month, 1) >= From && new DateOnly(From.Year, month, 1).AddMonths(1).AddDays(-1) <= To);
}

internal static class QualifiedSupervisors
{
    /// <summary>Who passed the assessment of the year, for the rewards that depend on it.</summary>
    public static async Task<IReadOnlyList<QualifiedSupervisor>> QualifiedSupervisorsAsync(this AppDb db, int year, CancellationToken cancel = default)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var passed = await (from assessment in db.SupervisorAssessments.AsNoTracking()
                            where assessment.Year == year && assessment.Passed
                            join appointment in db.Supervisors on assessment.AppointmentId equals appointment.Id
                            where appointment.From <= last && (appointment.EndedOn ?? appointment.To) >= first
                            select appointment).ToListAsync(cancel);
        return [.. passed.Select(s => new QualifiedSupervisor(s.Id, s.StaffId, s.VillageId, s.GroupId, Later(s.From!.Value, first), Earlier((s.EndedOn ?? s.To)!.Value, last)))];
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
