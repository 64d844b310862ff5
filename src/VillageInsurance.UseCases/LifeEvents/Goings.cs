using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;

namespace VillageInsurance.UseCases.LifeEvents;

/// <summary>Somebody, or all, leave: by death, out of the county, because the household ends, or because they never belonged to it.</summary>
internal static class Goings
{
    public static Task DiedAsync(LifeCase c) => LeaveAsync(c, LeaveReason.Death);

    public static async Task MovedAwayAsync(LifeCase c)
    {
        await LeaveAsync(c, LeaveReason.MoveOut);
        if (c.Facts.IsOfAll) await c.Ledger.EndHouseholdAsync(c.Household, HouseholdEnd.Moved);
    }

    public static async Task DissolvedAsync(LifeCase c)
    {
        await LeaveAsync(c, LeaveReason.MoveOut);
        await c.Ledger.EndHouseholdAsync(c.Household, HouseholdEnd.Dissolved);
    }

    public static async Task EnteredInErrorAsync(LifeCase c)
    {
        await c.ReplaceHeadAsync();
        c.Ledger.NeverWas(c.One);
    }

    private static async Task LeaveAsync(LifeCase c, LeaveReason why)
    {
        await c.ReplaceHeadAsync();
        foreach (var member in c.Concerned) c.Ledger.Leave(member, why);
    }
}
