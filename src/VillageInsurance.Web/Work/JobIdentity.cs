using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Web.Work;

/// <summary>In whose name a background job works: the person who asked for it, with the rights of now; or the program. In a visitor's request and circuit nobody.</summary>
internal sealed class JobIdentity
{
    public Actor? Actor { get; private set; }

    /// <summary>Works in the name of this person.</summary>
    public async Task TakeAsync(Guid staffId, ActorLoader loader) => Actor = await loader.LoadAsync(staffId, CancellationToken.None);

    /// <summary>Works in the name of the insurer's system, as far as its key goes.</summary>
    public void TakeSystem(Actor system) => Actor = system;

    /// <summary>Works in the name of the program itself, which looks for jobs, opens the year and reminds of its days.</summary>
    public void TakeProgram(DateOnly today) => Actor = new(StaffMember.CommandLineId, "program",
        [new(Role.CountyOffice, [Permission.ImportCountyData, Permission.ManageProgramme, Permission.ManagePapers, Permission.ImportRosters, Permission.BringInsurerLists, Permission.ReconcilePremiums, Permission.ExportHouseholds], DataScope.WholeCounty, today)], today);

    /// <summary>Works in the name of the program itself, which looks at pages before the first visitor does; at none whose reading is recorded.</summary>
    public void TakeVisitor(DateOnly today) => Actor = new(StaffMember.CommandLineId, "program",
        [new(Role.CountyOffice, [.. Enum.GetValues<Permission>().Except([Permission.ViewAudit, Permission.RevealPersonalInfo])], DataScope.WholeCounty, today)], today);
}
