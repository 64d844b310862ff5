using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>Who sits in a leading group that reviews a village.</summary>
internal static class LeadingGroupSeats
{
    /// <summary>The county's and the township's officials who lead or run the programme there.</summary>
    public static bool IsOfTheLeadingGroup(this Actor reviewer, Guid villageId) =>
        new[] { Role.CountyLeader, Role.CountyOffice, Role.TownshipOfficial }.Any(role => reviewer.ScopeOf(role).Covers(villageId));
}
