using VillageInsurance.Domain.Cycles;

namespace VillageInsurance.Web.Cycles;

/// <summary>The colour of a state: the further the darker.</summary>
internal static class CycleStateColour
{
    /// <summary>0 (candidate) to 9 (title); null for a village that left or lost its title.</summary>
    public static int? StepOf(CycleState state) => state switch
    {
        CycleState.Revoked or CycleState.Withdrawn => null,
        CycleState.Returned => 5,
        CycleState.Reviewed => 7,
        CycleState.Forwarded => 8,
        CycleState.Awarded or CycleState.Kept => 9,
        _ => (int)state,
    };

    /// <summary>The class of a tile.</summary>
    public static string ClassOf(CycleState state) => state == CycleState.Returned ? "back" : StepOf(state) is { } step ? $"s{step}" : "s0";
}
