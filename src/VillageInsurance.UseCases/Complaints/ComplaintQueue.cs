using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Complaints;

/// <summary>Who is asked to decide a complaint.</summary>
internal static class ComplaintQueue
{
    /// <summary>Without those that the actor may not decide, because he took them in or is complained about, as <see cref="Domain.Complaints.Complaint.MayBeDecidedBy"/> says it.</summary>
    public static IQueryable<QueueItem> WithoutOwnComplaints(this IQueryable<QueueItem> items, AppDb db) => items.Where(q => q.Kind != QueueKind.ComplaintToDecide
        || !db.Complaints.Any(c => c.Id == q.RecordId && (c.RecordedById == db.Actor.StaffId || c.AgentId == db.Actor.StaffId)));
}
