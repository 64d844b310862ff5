using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

internal static class AgentActivity
{
    /// <summary>The last day on which each agent of these services did something in one of their villages: issued a policy, attended a training, signed the letter.</summary>
    public static async Task<Dictionary<Guid, DateOnly?>> LastActiveAsync(this AppDb db, IReadOnlyList<AgentService> services, CancellationToken cancel)
    {
        var people = services.Select(s => s.StaffId).Distinct().ToList();
        var villages = services.Select(s => s.VillageId).Distinct().ToList();
        var days = await db.Policies.Where(p => villages.Contains(p.VillageId) && p.AgentId != null && people.Contains(p.AgentId.Value))
            .GroupBy(p => p.AgentId!.Value).Select(g => new { StaffId = g.Key, Day = g.Max(p => p.IssueDate) }).ToListAsync(cancel);
        days.AddRange(await (from came in db.TrainingAttendances
                             where people.Contains(came.StaffId) && came.Attended
                             join training in db.Trainings on came.TrainingId equals training.Id
                             group training.HeldOn by came.StaffId into own
                             select new { StaffId = own.Key, Day = own.Max() }).ToListAsync(cancel));
        var signed = await db.CommitmentLetters.Where(l => people.Contains(l.StaffId)).Select(l => new { l.StaffId, l.SignedAt }).ToListAsync(cancel);
        return days.Select(d => (d.StaffId, d.Day)).Concat(signed.Select(l => (l.StaffId, Day: l.SignedAt.LocalDay())))
            .GroupBy(d => d.StaffId).ToDictionary(d => d.Key, d => (DateOnly?)d.Max(x => x.Day));
    }
}
