using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.LifeEvents;

/// <summary>Something that happened in a household (户变动): what, when, to whom, who entered it, and which rows it made or changed. Known since the day of entry, so that last year's figures never move.</summary>
[PersonTable]
public sealed class LifeEvent(Guid id, Guid villageId, Guid? groupId, Guid householdId, LifeEventKind kind, DateOnly on, DateOnly recordedOn, Guid recordedById, DateTimeOffset recordedAt) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The household in which it happened.</summary>
    [NotPersonal] public Guid HouseholdId { get; private init; } = householdId;

    /// <summary>The other household that it concerns: joined, or split off; null for none.</summary>
    [NotPersonal] public Guid? OtherHouseholdId { get; private set; }

    /// <summary>What happened.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public LifeEventKind Kind { get; private init; } = kind;

    /// <summary>The day.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public DateOnly On { get; private init; } = on;

    /// <summary>Whom it concerns.</summary>
    [NotPersonal] public IReadOnlyList<Guid> Persons { get; private set; } = [];

    /// <summary>What it did.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public IReadOnlyList<LifeTrace> Traces { get; private set; } = [];

    /// <summary>The day of entry.</summary>
    [NotPersonal] public DateOnly RecordedOn { get; private init; } = recordedOn;

    /// <summary>Who entered it.</summary>
    [NotPersonal] public Guid RecordedById { get; private init; } = recordedById;

    /// <summary>When.</summary>
    [NotPersonal] public DateTimeOffset RecordedAt { get; private init; } = recordedAt;

    /// <summary>When it was taken back; null while it stands.</summary>
    [NotPersonal] public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Who took it back, or approved that.</summary>
    [NotPersonal] public Guid? UndoneById { get; private set; }

    /// <summary>Keeps what it did, and to whom.</summary>
    public void Keep(Guid? otherHouseholdId, IEnumerable<Guid> persons, IEnumerable<LifeTrace> traces) =>
        (OtherHouseholdId, Persons, Traces) = (otherHouseholdId, [.. persons.Distinct()], [.. traces]);

    /// <summary>Whether this person may take it back at once.</summary>
    public bool CanBeUndoneBy(Guid staffId, DateOnly today) => UndoneAt is null && RecordedById == staffId && RecordedOn == today;

    /// <summary>Taken back on the day of entry by who entered it. Refused to others, later, and a second time.</summary>
    public void Undo(Guid staffId, DateOnly today, DateTimeOffset at)
    {
        Require(UndoneAt is null, LifeEventRule.OnlyAStandingEventIsUndone);
        Require(CanBeUndoneBy(staffId, today), LifeEventRule.OnlyTheSamePersonUndoesWithinTheDay);
        (UndoneAt, UndoneById) = (at, staffId);
    }

    /// <summary>Taken back by a correction that the office approved. Refused a second time.</summary>
    public void Correct(Guid officialId, DateTimeOffset at)
    {
        Require(UndoneAt is null, LifeEventRule.OnlyAStandingEventIsUndone);
        (UndoneAt, UndoneById) = (at, officialId);
    }

    /// <summary>The household moved: what happened in it is seen where it is now.</summary>
    public void SeenAt(Guid villageId, Guid? groupId) => (VillageId, GroupId) = (villageId, groupId);
}
