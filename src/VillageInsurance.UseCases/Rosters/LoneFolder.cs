using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Checks the lists of a folder where there is no register: they have only each other to ask.</summary>
public static class LoneFolder
{
    /// <summary>All that was found.</summary>
    public static IReadOnlyList<RosterIssue> Check(string folder, ImportRules rules, DateOnly today)
    {
        var check = new FolderCheck(folder, rules.TestRegionAllowed, today);
        check.Check([]);
        return check.Issues;
    }
}
