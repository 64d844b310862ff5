using VillageInsurance.Domain.Households;

namespace VillageInsurance.Domain.LifeEvents;

/// <summary>What an event did to one row, with what stood there before: enough to take it back exactly.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="RecordId">The row.</param>
/// <param name="Text">The head's name or the relation before.</param>
/// <param name="Residence">How the member lived before.</param>
/// <param name="VillageId">The village that saw it before.</param>
/// <param name="GroupId">The group that saw it before.</param>
public sealed record LifeTrace(TraceKind Kind, Guid RecordId, string? Text = null, ResidenceKind? Residence = null, Guid? VillageId = null, Guid? GroupId = null);

/// <summary>What an event does to a row.</summary>
public enum TraceKind
{
    /// <summary>A membership that began with the event.</summary>
    MembershipBegan,

    /// <summary>A membership that ended with the event.</summary>
    MembershipEnded,

    /// <summary>A membership that never was.</summary>
    MembershipVoided,

    /// <summary>A relation or residence that changed.</summary>
    MembershipDescribed,

    /// <summary>A household that began.</summary>
    HouseholdBegan,

    /// <summary>A household that ended.</summary>
    HouseholdEnded,

    /// <summary>A household with another head's name.</summary>
    HeadNamed,

    /// <summary>A household, and what belongs to it, seen elsewhere.</summary>
    HouseholdSeen,

    /// <summary>A person, and his schools, seen elsewhere.</summary>
    PersonSeen,

    /// <summary>A place that a household came to.</summary>
    PlaceBegan,

    /// <summary>A place that a household left.</summary>
    PlaceEnded,

    /// <summary>A time at a school that began.</summary>
    EnrolmentBegan,

    /// <summary>A time at a school that ended.</summary>
    EnrolmentEnded,

    /// <summary>An agent who came to be in charge.</summary>
    ChargeBegan,

    /// <summary>An agent who is no longer in charge.</summary>
    ChargeEnded,

    /// <summary>What visits to a household brought, seen elsewhere: it was merged into one of another place.</summary>
    SurveysSeen,
}
