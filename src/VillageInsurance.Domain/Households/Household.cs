using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Households;

/// <summary>A household of the register. Where it lies and of what kind it is stands in its dated <see cref="HouseholdPlace"/>s; village and group here are for sight.</summary>
[PersonTable]
public sealed class Household(Guid id, Guid villageId, Guid? groupId, string number, HouseholdKind kind, DateOnly joinedOn, Guid batchId) : Entity(id), IGroupOwned
{
    /// <summary>The village whose people see it now; never used by a figure.</summary>
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <summary>The group whose people see it now; never used by a figure.</summary>
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The number that lists know it by; unique in the county.</summary>
    [NotPersonal] public string Number { get; private init; } = number;

    /// <summary>Family or collective.</summary>
    [NotPersonal] public HouseholdKind Kind { get; private set; } = kind;

    /// <summary>The head's name.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string HeadName { get; private set; } = "";

    /// <summary>Where to reach the household; null when unknown.</summary>
    [PersonalInfo(PersonalInfoClass.Contact, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public Sealed? Phone { get; private set; }

    /// <summary>What it lives from, as the list says.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string? MainIncome { get; private set; }

    /// <summary>The income band, as the list says.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string? IncomeBand { get; private set; }

    /// <summary>The first day.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Indicators, Retention.ResidenceAndFiveYears)]
    public DateOnly JoinedOn { get; private set; } = joinedOn;

    /// <summary>The day from which it is no longer a household here; null while it is.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Indicators, Retention.ResidenceAndFiveYears)]
    public DateOnly? LeftOn { get; private set; }

    /// <summary>Why it ended.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Indicators, Retention.ResidenceAndFiveYears)]
    public HouseholdEnd? LeftReason { get; private set; }

    /// <summary>The import that brought the row last.</summary>
    [NotPersonal] public Guid BatchId { get; private set; } = batchId;
}
