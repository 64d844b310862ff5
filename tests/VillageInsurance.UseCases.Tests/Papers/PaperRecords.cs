using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Papers;

/// <summary>Records that have papers, and a store of their own.</summary>
internal static class PaperRecords
{
    public static readonly Actor Office = Someone.InTheCounty(Role.CountyOffice);

    /// <summary>A file store in a folder that goes with the machine's temporary files.</summary>
    public static DiskFileStore Store() => new(Directory.CreateTempSubdirectory("papers").FullName);

    /// <summary>The staff member behind an actor, so that his name is known.</summary>
    public static StaffMember StaffOf(Actor actor) => new(actor.StaffId, $"s{actor.StaffId:N}"[..20], actor.Name, null);

    /// <summary>A title with the cycle in which it was won.</summary>
    public static async Task<Title> GivenTitleAsync(this TestDatabase database, Guid village, int year, string certificate)
    {
        var cycle = new VillageCycle(Guid.CreateVersion7(), village, null, year, Scheme.CityTemplateId);
        var title = new Title(Guid.CreateVersion7(), village, null, cycle.Id, year, certificate, new(year + 1, 2, 20));
        await database.GivenAsync(village, cycle, title);
        return title;
    }
}
