using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Households;

/// <summary>Where a household lies, and of what kind it is, from one day until before another. The figures know a household by this alone.</summary>
[PersonTable]
public sealed class HouseholdPlace(Guid id, Guid householdId, Guid villageId, Guid? groupId, bool isFamily, DateOnly from, DateOnly? to, DateOnly knownOn, Guid? batchId)
    : Entity(id), IGroupOwned
{
    /// <summary>The household.</summary>
    [NotPersonal] public Guid HouseholdId { get; private init; } = householdId;

    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>Whether it is a family; a collective household is not counted.</summary>
    [NotPersonal] public bool IsFamily { get; private set; } = isFamily;

    /// <summary>The first day.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Indicators, Retention.ResidenceAndFiveYears)]
    public DateOnly From { get; private set; } = from;

    /// <summary>The first day on which it no longer holds: a household that ends on a day does not count on it.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Indicators, Retention.ResidenceAndFiveYears)]
    public DateOnly? To { get; private set; } = to;

    /// <summary>Since when the end is known, where it was entered by hand; null for an end from a list, known since its own day.</summary>
    [NotPersonal] public DateOnly? ToKnownOn { get; private set; }

    /// <summary>Since when it is known: a list's fact since its own day, one entered by hand since the day of entry.</summary>
    [NotPersonal] public DateOnly KnownOn { get; private set; } = knownOn;

    /// <summary>The import that brought the row last; null for one entered by hand.</summary>
    [NotPersonal] public Guid? BatchId { get; private set; } = batchId;

    /// <summary>It no longer lies here from this day on; known since the other.</summary>
    public void End(DateOnly day, DateOnly knownOn)
    {
        Require(day >= From, HouseholdRule.NothingEndsBeforeItBegins);
        (To, ToKnownOn) = (day, knownOn);
    }

    /// <summary>Takes the end back.</summary>
    public void Reopen() => (To, ToKnownOn) = (null, null);
}
