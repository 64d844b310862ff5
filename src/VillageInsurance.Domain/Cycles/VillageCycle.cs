using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Cycles;

/// <summary>A site's way of one year, from candidate to title. The title outlives it; a village that falls short goes on in the next year's cycle.</summary>
public sealed class VillageCycle(Guid id, Guid villageId, Guid? siteGroupId, int year, Guid schemeId) : Entity(id), IVillageOwned
{
    private readonly List<CycleStep> _steps = [];

    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>The village group that is the site; null for the whole village.</summary>
    public Guid? SiteGroupId { get; private init; } = siteGroupId;

    /// <summary>The programme year.</summary>
    public int Year { get; private init; } = year;

    /// <summary>The version of the scheme by which it goes.</summary>
    public Guid SchemeId { get; private init; } = schemeId;

    /// <summary>The year's cycle that this one goes on from; null for a beginning.</summary>
    public Guid? ContinuesId { get; private init; }

    /// <summary>Where it stands.</summary>
    public CycleState State { get; private set; } = CycleState.Candidate;

    /// <summary>The day from which it stands there.</summary>
    public DateOnly? Since { get; private set; }

    /// <summary>Every move, oldest first.</summary>
    public IReadOnlyList<CycleStep> Steps => _steps;

    /// <summary>The next year's cycle of a site without the title: it stands where it stood, and after a return it builds again.</summary>
    public VillageCycle Continue(Guid id, int year, Guid schemeId, DateOnly from)
    {
        Require(year > Year && State is CycleState.Site or CycleState.Signed or CycleState.Staffed or CycleState.Building or CycleState.Returned, CycleRule.TheMoveIsOpenHere);
        return new VillageCycle(id, VillageId, SiteGroupId, year, schemeId)
        {
            ContinuesId = Id,
            State = State == CycleState.Returned ? CycleState.Building : State,
            Since = from,
        };
    }

    /// <summary>What still stands in the way of the move, in the order in which it is asked.</summary>
    public IReadOnlyList<CycleRule> ObstaclesTo(CycleMove move, IReadOnlySet<CycleRule> met, DecidingChain chain) =>
        Edge(move, chain) is { } edge ? [.. edge.Guards.Where(g => !met.Contains(g) && g != CycleRule.TheReasonIsGiven)] : [CycleRule.TheMoveIsOpenHere];

    /// <summary>Goes one step. Refused by the first rule that does not hold: where it stands, who moves, then the guards.</summary>
    /// <param name="move">The step.</param>
    /// <param name="mover">Who makes it, or whose act lets it follow by itself.</param>
    /// <param name="met">The guards that hold, as the use case found them.</param>
    /// <param name="chain">The scheme's chain of decisions.</param>
    /// <param name="at">When.</param>
    /// <param name="today">The county's day of that moment.</param>
    /// <param name="reason">Why; needed to go back or out.</param>
    /// <param name="snapshotId">The frozen figures that it relied on.</param>
    public CycleStep Move(CycleMove move, Actor mover, IReadOnlySet<CycleRule> met, DecidingChain chain, DateTimeOffset at, DateOnly today, string reason = "", Guid? snapshotId = null)
    {
        var edge = Edge(move, chain) ?? throw CycleRule.TheMoveIsOpenHere.Broken();
        Require(edge.By.Count == 0 || edge.By.Any(role => mover.ScopeOf(role).Covers(VillageId)), CycleRule.OnlyTheSchemesRoleMoves);
        foreach (var guard in edge.Guards)
            Require(guard == CycleRule.TheReasonIsGiven ? !string.IsNullOrWhiteSpace(reason) : met.Contains(guard), guard);
        var step = new CycleStep(Guid.CreateVersion7(), Id, VillageId, _steps.Count + 1, move, State, edge.To, mover.StaffId, at, reason, snapshotId);
        _steps.Add(step);
        (State, Since) = (edge.To, today);
        return step;
    }

    private CycleEdge? Edge(CycleMove move, DecidingChain chain) => CycleTable.Of(chain).SingleOrDefault(e => e.From == State && e.Move == move);
}

/// <summary>One move of a cycle, as it was made.</summary>
public sealed class CycleStep(
    Guid id, Guid cycleId, Guid villageId, int number, CycleMove move, CycleState from, CycleState to, Guid byId, DateTimeOffset at, string reason, Guid? snapshotId)
    : Entity(id), IVillageOwned
{
    /// <summary>The cycle.</summary>
    public Guid CycleId { get; private init; } = cycleId;

    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>From 1.</summary>
    public int Number { get; private init; } = number;

    /// <summary>What was done.</summary>
    public CycleMove Move { get; private init; } = move;

    /// <summary>Where it stood.</summary>
    public CycleState From { get; private init; } = from;

    /// <summary>Where it came to.</summary>
    public CycleState To { get; private init; } = to;

    /// <summary>Who made the move, or whose act it followed from.</summary>
    public Guid ById { get; private init; } = byId;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; } = at;

    /// <summary>Why; empty where a step forward needs no words.</summary>
    public string Reason { get; private init; } = reason;

    /// <summary>The frozen figures that it relied on; null where none were asked.</summary>
    public Guid? SnapshotId { get; private init; } = snapshotId;
}
