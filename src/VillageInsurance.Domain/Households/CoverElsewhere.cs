using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Households;

/// <summary>Cover that the family says it holds with another insurer (同业保障). In the file for advice, in no figure.</summary>
[PersonTable]
public sealed class CoverElsewhere(Guid id, Guid villageId, Guid? groupId, Guid householdId, Guid? personId, string insurer, string kind, long sumFen, long premiumFen, PayMode payMode, int? dueMonth, Guid recordedById)
    : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The household.</summary>
    [NotPersonal] public Guid HouseholdId { get; private set; } = householdId;

    /// <summary>Who is covered; null for the whole family.</summary>
    [NotPersonal] public Guid? PersonId { get; private init; } = personId;

    /// <summary>The other insurer, by name.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string Insurer { get; private init; } = insurer;

    /// <summary>What kind of cover, as told.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string Kind { get; private init; } = kind;

    /// <summary>The sum insured, in fen; 0 when not known.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public long SumFen { get; private init; } = sumFen;

    /// <summary>One instalment, in fen; 0 when not known.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public long PremiumFen { get; private init; } = premiumFen;

    /// <summary>How it is paid.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public PayMode PayMode { get; private init; } = payMode;

    /// <summary>The month in which it falls due, 1 to 12; null when not known.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public int? DueMonth { get; private init; } = dueMonth;

    /// <summary>Who entered it.</summary>
    [NotPersonal] public Guid RecordedById { get; private init; } = recordedById;

    /// <summary>The day from which it no longer holds; null while it does.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public DateOnly? EndedOn { get; private set; }

    /// <summary>It no longer holds.</summary>
    public void End(DateOnly on) => EndedOn = on;

    /// <summary>The household moved or was merged into another.</summary>
    public void SeenAt(Guid villageId, Guid? groupId) => (VillageId, GroupId) = (villageId, groupId);

    /// <summary>Belongs to another household: the two were one family.</summary>
    public void GoTo(Household household) => (HouseholdId, VillageId, GroupId) = (household.Id, household.VillageId, household.GroupId);
}
