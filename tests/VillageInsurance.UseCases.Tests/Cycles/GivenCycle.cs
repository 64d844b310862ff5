using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Cycles;

/// <summary>Villages anywhere on their way, under either scheme that comes with the product.</summary>
internal static class GivenCycle
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 1, 1, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 3, 1);
    public static readonly SchemeRules City = SchemeTemplates.Read("city-scheme.json").Rules, Town = SchemeTemplates.Read("town-scheme.json").Rules;

    /// <summary>A cycle in this state, brought there along the shortest way by people who are nobody else.</summary>
    public static VillageCycle In(CycleState state, int year = 2026, Guid? village = null, Guid? group = null, bool town = false)
    {
        var (chain, scheme) = town ? (Town.Chain, Scheme.TownTemplateId) : (City.Chain, Scheme.CityTemplateId);
        var cycle = new VillageCycle(Guid.CreateVersion7(), village ?? Places.Village, group, year, scheme);
        foreach (var edge in WayTo(state, chain))
            cycle.Move(edge.Move, Someone.Who(edge.By.FirstOrDefault(Role.CountyOffice), cycle.VillageId), Enum.GetValues<CycleRule>().ToHashSet(), chain, Morning, Today, "Why");
        return cycle;
    }

    /// <summary>The application and the site that the cycle began with.</summary>
    public static (SiteApplication Application, Site Site) SiteOf(VillageCycle cycle, DateOnly? on = null)
    {
        var application = new SiteApplication(Guid.CreateVersion7(), cycle.VillageId, cycle.SiteGroupId, cycle.Year, cycle.SchemeId, Places.Giver.Id);
        return (application, new Site(Guid.CreateVersion7(), cycle.VillageId, cycle.SiteGroupId, application.Id, cycle.Year, on ?? Today));
    }

    private static List<CycleEdge> WayTo(CycleState state, DecidingChain chain)
    {
        var ways = new Dictionary<CycleState, List<CycleEdge>> { [CycleState.Candidate] = [] };
        var next = new Queue<CycleState>(ways.Keys);
        while (next.TryDequeue(out var from))
            foreach (var edge in CycleTable.Of(chain).Where(e => e.From == from && !ways.ContainsKey(e.To)))
            {
                ways[edge.To] = [.. ways[from], edge];
                next.Enqueue(edge.To);
            }
        return ways[state];
    }
}
