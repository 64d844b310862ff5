using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.Domain.Cycles;

/// <summary>The states from candidate to title in their order, and the scheme's last day for each: what a stepper shows.</summary>
public static class CycleWay
{
    /// <summary>Ten states where a list is forwarded, nine where the county itself accepts.</summary>
    public static IReadOnlyList<CycleState> StatesOf(DecidingChain chain) =>
    [
        CycleState.Candidate, CycleState.Proposed, CycleState.Site, CycleState.Signed, CycleState.Staffed, CycleState.Building, CycleState.Declared, CycleState.Reviewed,
        .. chain.Forwarded ? [CycleState.Forwarded] : Array.Empty<CycleState>(), CycleState.Awarded,
    ];

    /// <summary>The last day on which the state is reached in time; null where the scheme names none. The review lies in the year after.</summary>
    public static DateOnly? DueOf(CycleState state, Deadlines deadlines, int year) => state switch
    {
        CycleState.Proposed => deadlines.Launch.In(year),
        CycleState.Declared => deadlines.Declaration.In(year),
        CycleState.Reviewed => deadlines.Review.In(year + 1),
        _ => null,
    };

    /// <summary>The step on the way that the state stands for: a returned village builds again; one that left or lost the title stands on none.</summary>
    public static CycleState? StepOf(CycleState state) => state switch
    {
        CycleState.Returned => CycleState.Building,
        CycleState.Kept => CycleState.Awarded,
        CycleState.Revoked or CycleState.Withdrawn => null,
        _ => state,
    };

    /// <summary>The one move that leads on from the state; null at the end.</summary>
    public static CycleEdge? Next(CycleState state, DecidingChain chain) => CycleTable.Of(chain).FirstOrDefault(e => e.From == state && e.IsForward);
}
