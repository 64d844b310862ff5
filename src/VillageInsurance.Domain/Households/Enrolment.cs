using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Households;

/// <summary>A person's time at a school, both days included. It belongs to the person, not to the membership that a list names it by.</summary>
[PersonTable]
public sealed class Enrolment(
    Guid id, Guid villageId, Guid? groupId, Guid personId, string listedUnder, string school, SchoolStage stage, DateOnly from, DateOnly? to, DateOnly knownOn, Guid? batchId)
    : Entity(id), IGroupOwned
{
    /// <summary>The person's village, for sight.</summary>
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <summary>The person's group, for sight.</summary>
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>Who.</summary>
    [NotPersonal] public Guid PersonId { get; private set; } = personId;

    /// <summary>The number of the membership that the list names; with stage and first day it is the row's key.</summary>
    [NotPersonal] public string ListedUnder { get; private init; } = listedUnder;

    /// <summary>The school, wherever it lies.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.Indicators, Retention.ResidenceAndFiveYears)]
    public string School { get; private set; } = school;

    /// <summary>The stage.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.Indicators, Retention.ResidenceAndFiveYears)]
    public SchoolStage Stage { get; private init; } = stage;

    /// <summary>The first day.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.Indicators, Retention.ResidenceAndFiveYears)]
    public DateOnly From { get; private init; } = from;

    /// <summary>The last day; null for no end known.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.Indicators, Retention.ResidenceAndFiveYears)]
    public DateOnly? To { get; private set; } = to;

    /// <summary>Since when the end is known, where it was entered by hand; null for an end from a list, known since its own day.</summary>
    [NotPersonal] public DateOnly? ToKnownOn { get; private set; }

    /// <summary>Since when it is known: a list's fact since its own day, one entered by hand since the day of entry.</summary>
    [NotPersonal] public DateOnly KnownOn { get; private set; } = knownOn;

    /// <summary>The import that brought the row last; null for one entered by hand.</summary>
    [NotPersonal] public Guid? BatchId { get; private set; } = batchId;

    /// <summary>Left the school: this is the last day at it, known since the other. Refused before the first.</summary>
    public void End(DateOnly last, DateOnly knownOn)
    {
        Require(last >= From, HouseholdRule.NothingEndsBeforeItBegins);
        (To, ToKnownOn) = (last, knownOn);
    }

    /// <summary>Entered in error: it has no day, from what is known from this day on.</summary>
    public void NeverWas(DateOnly knownOn) => (To, ToKnownOn) = (From.AddDays(-1), knownOn);

    /// <summary>Takes the last day back.</summary>
    public void Reopen() => (To, ToKnownOn) = (null, null);

    /// <summary>Seen where the person lives now.</summary>
    public void SeenAt(Guid villageId, Guid? groupId) => (VillageId, GroupId) = (villageId, groupId);

    /// <summary>Belongs to another row of the same person.</summary>
    public void BelongsTo(Guid personId) => PersonId = personId;
}
