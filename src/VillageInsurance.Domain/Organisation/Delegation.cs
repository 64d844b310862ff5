using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Organisation;

/// <summary>Somebody who is away shares his queue, not his rights, with a person of the same role for some days.</summary>
public sealed class Delegation(Guid id, Guid fromStaffId, Guid toStaffId, DateOnly from, DateOnly to) : Entity(id)
{
    /// <summary>Whose queue is shared.</summary>
    public Guid FromStaffId { get; private init; } = fromStaffId;

    /// <summary>With whom.</summary>
    public Guid ToStaffId { get; private init; } = toStaffId;

    /// <summary>The first day.</summary>
    public DateOnly From { get; private init; } = from;

    /// <summary>The last day.</summary>
    public DateOnly To { get; private set; } = to;

    /// <summary>Shares the queue. Refused: with oneself, without an end, with somebody who holds none of the same roles.</summary>
    public static Delegation Share(Guid id, Actor away, Actor standIn, DateOnly from, DateOnly to)
    {
        Require(away.StaffId != standIn.StaffId, DelegationRule.AnotherPersonStandsIn);
        Require(to >= from, DelegationRule.ADelegationEndsAfterItStarts);
        Require(away.Roles.Intersect(standIn.Roles).Any(), DelegationRule.OnlyTheSameRoleStandsIn);
        return new Delegation(id, away.StaffId, standIn.StaffId, from, to);
    }

    /// <summary>Takes the queue back: the day before this one was the last.</summary>
    public void End(DateOnly today) => To = today.AddDays(-1);

    /// <summary>Whether the queue is shared on this day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && day <= To;
}

/// <summary>Rules of delegations.</summary>
public enum DelegationRule { AnotherPersonStandsIn, ADelegationEndsAfterItStarts, OnlyTheSameRoleStandsIn }
