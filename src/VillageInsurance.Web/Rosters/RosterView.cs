using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.Web.Rosters;

/// <summary>Which findings a roster's page lists: what is open, what asks, what is refused, what was fixed, what changes the register.</summary>
public enum RosterView { Open, Ask, Reject, Fix, Change }

internal static class RosterViews
{
    public static IReadOnlyList<RosterHandling> Handlings(this RosterView view) => view switch
    {
        RosterView.Open => [RosterHandling.Ask, RosterHandling.Reject],
        RosterView.Ask => [RosterHandling.Ask],
        RosterView.Reject => [RosterHandling.Reject],
        RosterView.Fix => [RosterHandling.Fix],
        _ => [RosterHandling.Change],
    };

    /// <summary>Whether decided ones are left out.</summary>
    public static bool IsOpen(this RosterView view) => view == RosterView.Open;
}
