using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.Domain.Tests.Cycles;

/// <summary>A village's cycle in any state, and the people around it.</summary>
internal static class Cycles
{
    private static readonly Wording Some = new("-", "-");
    private static readonly Guid Village = Guid.NewGuid();

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 3, 1);

    public static readonly DecidingChain City = new(Role.TownshipOfficial, Role.CountyOffice, Role.InsurerReviewer, Role.CountyOffice,
        [Role.CountyOffice, Role.InsurerReviewer], Role.CountyOffice, Some, [Some], Some, Forwarded: true, NoticeDays: 5);

    public static readonly DecidingChain Town = new(Role.VillageCadre, Role.TownshipOfficial, Role.TownshipOfficial, Role.TownshipOfficial,
        [Role.CountyOffice], Role.InsurerReviewer, Some, [Some], Some, Forwarded: false, NoticeDays: 5);

    public static IReadOnlySet<CycleRule> AllBut(CycleRule? missing = null) => Enum.GetValues<CycleRule>().Where(r => r != missing).ToHashSet();

    public static Actor Who(Role role) => new(Guid.NewGuid(), $"{role}", [new Grant(role, RolePermissions.Of(role), new([Village]), Today)], Today);

    /// <summary>Brought there by the shortest way that the table has; by force where this chain never comes.</summary>
    public static VillageCycle In(CycleState state, DecidingChain chain)
    {
        var cycle = new VillageCycle(Guid.NewGuid(), Village, null, 2026, Guid.NewGuid());
        if (WayTo(state, chain) is not { } way) return Forced(cycle, state);
        foreach (var edge in way)
            cycle.Move(edge.Move, Who(edge.By.FirstOrDefault(Role.CountyOffice)), AllBut(), chain, Noon, Today, "Why");
        return cycle;
    }

    private static List<CycleEdge>? WayTo(CycleState state, DecidingChain chain)
    {
        var ways = new Dictionary<CycleState, List<CycleEdge>> { [CycleState.Candidate] = [] };
        var next = new Queue<CycleState>(ways.Keys);
        while (next.TryDequeue(out var from))
            foreach (var edge in CycleTable.Of(chain).Where(e => e.From == from && !ways.ContainsKey(e.To)))
            {
                ways[edge.To] = [.. ways[from], edge];
                next.Enqueue(edge.To);
            }
        return ways.GetValueOrDefault(state);
    }

    private static VillageCycle Forced(VillageCycle cycle, CycleState state)
    {
        typeof(VillageCycle).GetProperty(nameof(VillageCycle.State))!.SetValue(cycle, state);
        return cycle;
    }
}
