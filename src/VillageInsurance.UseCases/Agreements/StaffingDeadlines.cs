using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>Something about agreements and people that has a last day: what, which record, where, until when, and for whom it waits.</summary>
/// <param name="Role">Whoever holds it in the village; null where it waits for <paramref name="StaffId"/> by name.</param>
internal sealed record StaffingDeadline(QueueKind Kind, Guid RecordId, Guid VillageId, DateOnly Due, Role? Role, Guid? StaffId = null);

internal static class StaffingDeadlines
{
    /// <summary>Every deadline up to a day that is still open, overdue ones too: agreements and registrations that run out, letters of the year and assessments that are missing, customers to be told.</summary>
    public static async Task<IReadOnlyList<StaffingDeadline>> StaffingDeadlinesAsync(this AppDb db, DateOnly today, DateOnly until, CancellationToken cancel = default) =>
    [
        .. await AgreementsAsync(db, until, cancel), .. await RegistrationsAsync(db, until, cancel), .. await LettersAsync(db, today, until, cancel),
        .. await AssessmentsAsync(db, today, until, cancel), .. await CustomersAsync(db, until, cancel),
    ];

    private static async Task<IEnumerable<StaffingDeadline>> AgreementsAsync(AppDb db, DateOnly until, CancellationToken cancel) =>
        (await db.Agreements.AsNoTracking().Where(a => a.Status == AgreementStatus.InForce && a.To <= until && !db.Agreements.Any(n => n.PreviousId == a.Id && n.Status == AgreementStatus.Submitted))
            .Select(a => new { a.Id, a.VillageId, a.To }).ToListAsync(cancel)).Select(a => new StaffingDeadline(QueueKind.AgreementExpires, a.Id, a.VillageId, a.To!.Value, Role.InsurerReviewer));

    private static async Task<IEnumerable<StaffingDeadline>> RegistrationsAsync(AppDb db, DateOnly until, CancellationToken cancel) =>
        (await (from service in db.AgentServices.AsNoTracking()
                where service.Status == AgentStatus.Registered || service.Status == AgentStatus.Assigned || service.Status == AgentStatus.Suspended
                join staff in db.Staff on service.StaffId equals staff.Id
                where staff.Registration!.To != null && staff.Registration.To <= until
                select new { service.Id, service.VillageId, staff.Registration!.To }).ToListAsync(cancel))
            .Select(s => new StaffingDeadline(QueueKind.RegistrationExpires, s.Id, s.VillageId, s.To!.Value, Role.InsurerReviewer));

    // The year's letter is due on the year's first day: without it nothing is recorded from then on.
    private static async Task<IEnumerable<StaffingDeadline>> LettersAsync(AppDb db, DateOnly today, DateOnly until, CancellationToken cancel)
    {
        var due = new List<StaffingDeadline>();
        foreach (var year in new[] { today.Year, today.Year + 1 }.Where(y => new DateOnly(y, 1, 1) <= until))
            due.AddRange((await db.AgentServices.AsNoTracking().Where(s => (s.Status == AgentStatus.Registered || s.Status == AgentStatus.Assigned)
                    && !db.CommitmentLetters.Any(l => l.ServiceId == s.Id && l.Year == year)).Select(s => new { s.Id, s.VillageId, s.StaffId, s.AssignedOn }).ToListAsync(cancel))
                .Select(s => new StaffingDeadline(QueueKind.LetterToSign, s.Id, s.VillageId, new DateOnly(year, 1, 1), null, s.StaffId)));
        return due;
    }

    // A year's assessment is due at its end, before the review begins.
    private static async Task<IEnumerable<StaffingDeadline>> AssessmentsAsync(AppDb db, DateOnly today, DateOnly until, CancellationToken cancel)
    {
        var due = new List<StaffingDeadline>();
        foreach (var year in new[] { today.Year - 1, today.Year }.Where(y => new DateOnly(y, 12, 31) <= until))
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            var open = await db.Supervisors.AsNoTracking().Where(s => s.LetterNumber != null && s.From <= last && (s.EndedOn ?? s.To) >= first
                && !db.SupervisorAssessments.Any(a => a.AppointmentId == s.Id && a.Year == year)).ToListAsync(cancel);
            foreach (var s in open) due.Add(new(QueueKind.AssessmentDue, s.Id, s.VillageId, last, (await db.SchemeOfSiteAsync(s.VillageId, s.GroupId, year, cancel)).Chain.Assessor));
        }
        return due;
    }

    private static async Task<IEnumerable<StaffingDeadline>> CustomersAsync(AppDb db, DateOnly until, CancellationToken cancel) =>
        (await db.CustomerNotices.AsNoTracking().Where(n => n.ToldOn == null && n.Due <= until).Select(n => new { n.ServiceId, n.Due }).Distinct()
            .Join(db.AgentServices, n => n.ServiceId, s => s.Id, (n, s) => new { s.Id, s.VillageId, n.Due }).ToListAsync(cancel))
            .Select(s => new StaffingDeadline(QueueKind.CustomersToTell, s.Id, s.VillageId, s.Due, Role.InsurerReviewer));
}
