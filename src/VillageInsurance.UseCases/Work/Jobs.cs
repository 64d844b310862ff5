using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Work;

internal static class Jobs
{
    /// <summary>The jobs that the actor asked for. The program itself looks after everybody's.</summary>
    public static IQueryable<JobRequest> OwnJobRequests(this AppDb db) =>
        db.JobRequests.Where(j => j.StaffId == db.Actor.StaffId || db.Actor.StaffId == StaffMember.CommandLineId);

    /// <summary>What it takes to ask for a job of this kind, and to run it.</summary>
    public static Permission ToRun(this JobKind kind) => kind switch
    {
        JobKind.PrintCertificates => Permission.ManagePapers,
        JobKind.Roster => Permission.ImportRosters,
        JobKind.InsurerList => Permission.BringInsurerLists,
        JobKind.Reconciliation => Permission.ReconcilePremiums,
        JobKind.Export => Permission.ExportHouseholds,
        _ => Permission.ImportCountyData,
    };
}
