using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Work;

internal static class Jobs
{
    /// <summary>The jobs that the actor asked for. The program itself looks after everybody's.</summary>
    public static IQueryable<JobRequest> OwnJobRequests(this AppDb db) =>
        db.JobRequests.Where(j => j.StaffId == db.Actor.StaffId || db.Actor.StaffId == StaffMember.CommandLineId);
}
