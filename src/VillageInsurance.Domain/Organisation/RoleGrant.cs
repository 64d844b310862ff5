using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Organisation;

/// <summary>A role given to a person in an area from one day to another, with the reason and who gave it.</summary>
public sealed class RoleGrant(Guid id, Guid staffId, Role role, Guid areaId, DateOnly from, DateOnly? to, string reason, Guid grantedById) : Entity(id)
{
    /// <summary>Who holds the role.</summary>
    public Guid StaffId { get; private init; } = staffId;

    /// <summary>The role.</summary>
    public Role Role { get; private init; } = role;

    /// <summary>The area in which it holds, with everything below it.</summary>
    public Guid AreaId { get; private init; } = areaId;

    /// <summary>The first day.</summary>
    public DateOnly From { get; private init; } = from;

    /// <summary>The last day; null for no end.</summary>
    public DateOnly? To { get; private set; } = to;

    /// <summary>Why it was given.</summary>
    public string Reason { get; private init; } = reason;

    /// <summary>Who gave it.</summary>
    public Guid GrantedById { get; private init; } = grantedById;

    /// <summary>Gives a role. Refused: to oneself, beside a role that excludes it, a county role below the county, an end before the start.</summary>
    public static RoleGrant Give(Guid id, Actor giver, Guid staffId, Role role, Area area, DateOnly from, DateOnly? to, string reason, IEnumerable<RoleGrant> held)
    {
        Require(giver.StaffId != staffId, GrantRule.NobodyGrantsToThemselves);
        Require(to is null || to >= from, GrantRule.AGrantEndsAfterItStarts);
        Require(!RolePermissions.IsCountyWide(role) || area.Level == AreaLevel.County, GrantRule.ACountyRoleNeedsTheCounty);
        Require(area.Level != AreaLevel.Group || role is Role.ResidentAgent or Role.Supervisor, GrantRule.OnlyAgentsAndSupervisorsHaveGroups);
        Require(!held.Any(h => h.Overlaps(from, to) && RolePermissions.Exclude(h.Role, role)), GrantRule.TheseRolesExcludeEachOther);
        return new RoleGrant(id, staffId, role, area.Id, from, to, reason, giver.StaffId);
    }

    /// <summary>Ends the grant: this day is its last, or the day before it started when it has not begun.</summary>
    public void End(Actor official, DateOnly lastDay)
    {
        Require(official.StaffId != StaffId, GrantRule.NobodyGrantsToThemselves);
        Require(To is null || lastDay < To, GrantRule.AGrantEndsAfterItStarts);
        To = lastDay;
    }

    /// <summary>Whether the role is held on this day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    private bool Overlaps(DateOnly from, DateOnly? to) => (To is null || from <= To) && (to is null || From <= to);
}

/// <summary>Rules of grants.</summary>
public enum GrantRule
{
    NobodyGrantsToThemselves, AGrantEndsAfterItStarts, ACountyRoleNeedsTheCounty, OnlyAgentsAndSupervisorsHaveGroups,
    TheseRolesExcludeEachOther, TheLastAdministratorStays, TheFirstAdministratorIsThere, TheCountyComesFirst,
}
