using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Households;

/// <summary>A person's belonging to a household, from one day until before another. A move ends one and begins the next.</summary>
[PersonTable]
public sealed class Membership(
    Guid id, Guid villageId, Guid? groupId, string number, Guid personId, Guid householdId, ResidenceKind residence, DateOnly joinedOn, JoinReason joinReason, DateOnly knownOn, Guid? batchId)
    : Entity(id), IGroupOwned
{
    /// <summary>The household's village, for sight; the figures read the household's place of the day.</summary>
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <summary>The household's group, for sight.</summary>
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The number that lists know the row by; unique in the county.</summary>
    [NotPersonal] public string Number { get; private init; } = number;

    /// <summary>Who.</summary>
    [NotPersonal] public Guid PersonId { get; private set; } = personId;

    /// <summary>Where.</summary>
    [NotPersonal] public Guid HouseholdId { get; private set; } = householdId;

    /// <summary>The relation to the head, as the list says.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string? Relation { get; private set; }

    /// <summary>How the member lives here.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Indicators, Retention.ResidenceAndFiveYears)]
    public ResidenceKind Residence { get; private set; } = residence;

    /// <summary>The first day; it counts.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Indicators, Retention.ResidenceAndFiveYears)]
    public DateOnly JoinedOn { get; private set; } = joinedOn;

    /// <summary>Why it began.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Indicators, Retention.ResidenceAndFiveYears)]
    public JoinReason JoinReason { get; private set; } = joinReason;

    /// <summary>The day of leaving; it does not count. Null while it lasts.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Indicators, Retention.ResidenceAndFiveYears)]
    public DateOnly? LeftOn { get; private set; }

    /// <summary>Why it ended.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Indicators, Retention.ResidenceAndFiveYears)]
    public LeaveReason? LeftReason { get; private set; }

    /// <summary>Since when the end is known, where it was entered by hand; null for an end from a list, known since its own day.</summary>
    [NotPersonal] public DateOnly? LeftKnownOn { get; private set; }

    /// <summary>Since when it is known: a list's fact since its own day, one entered by hand since the day of entry.</summary>
    [NotPersonal] public DateOnly KnownOn { get; private set; } = knownOn;

    /// <summary>The import that brought the row last; null for one entered by hand.</summary>
    [NotPersonal] public Guid? BatchId { get; private set; } = batchId;

    /// <summary>Whether it lasts on this day: the day of leaving does not count.</summary>
    public bool Holds(DateOnly day) => JoinedOn <= day && !(LeftOn <= day);

    /// <summary>How the member stands to the head, and lives here.</summary>
    public void Describe(string? relation, ResidenceKind residence) => (Relation, Residence) = (relation, residence);

    /// <summary>The person is no longer of the household from this day on; known since the other. Refused before the first day, and for a second time.</summary>
    public void Leave(DateOnly day, LeaveReason reason, DateOnly knownOn)
    {
        Require(LeftOn is null, HouseholdRule.OnlyAMemberLeaves);
        Require(day >= JoinedOn, HouseholdRule.NothingEndsBeforeItBegins);
        (LeftOn, LeftReason, LeftKnownOn) = (day, reason, knownOn);
    }

    /// <summary>The relation of a household's head (户主), as every list has it.</summary>
    public const string HeadRelation = "\u6237\u4e3b";

    /// <summary>Whether this member is the head.</summary>
    public bool IsHead => Relation == HeadRelation;

    /// <summary>Whether it never was: it left on the day on which it began.</summary>
    public bool IsVoid => LeftReason == LeaveReason.Error;

    /// <summary>Entered in error: from what is known from this day on, the person never belonged here. Refused for one who has left.</summary>
    public void NeverWas(DateOnly knownOn)
    {
        Require(LeftOn is null, HouseholdRule.OnlyAMemberLeaves);
        (LeftOn, LeftReason, LeftKnownOn) = (JoinedOn, LeaveReason.Error, knownOn);
    }

    /// <summary>Takes the leaving back.</summary>
    public void Stay() => (LeftOn, LeftReason, LeftKnownOn) = (null, null, null);

    /// <summary>Seen where the household lies now.</summary>
    public void SeenAt(Guid villageId, Guid? groupId) => (VillageId, GroupId) = (villageId, groupId);
}
