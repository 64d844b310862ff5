using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Households;

/// <summary>An accident, illness or disaster that struck the household, what it cost and who paid (风险记录).</summary>
[PersonTable]
public sealed class RiskRecord(Guid id, Guid villageId, Guid? groupId, Guid householdId, RiskKind kind, DateOnly on, long lossFen, string? paidBy, Guid recordedById) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The household.</summary>
    [NotPersonal] public Guid HouseholdId { get; private set; } = householdId;

    /// <summary>What it was.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public RiskKind Kind { get; private init; } = kind;

    /// <summary>When.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public DateOnly On { get; private init; } = on;

    /// <summary>The loss, in fen, as told; zero when not told, or no longer kept.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public long LossFen { get; private set; } = lossFen;

    /// <summary>Who paid; null for nobody.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string? PaidBy { get; private init; } = paidBy;

    /// <summary>Who entered it.</summary>
    [NotPersonal] public Guid RecordedById { get; private init; } = recordedById;

    /// <summary>The family no longer allows questions of money: the loss goes, that it was struck stays (PIPL art. 47).</summary>
    public void ForgetMoney() => LossFen = 0;

    /// <summary>The household moved or was merged into another.</summary>
    public void SeenAt(Guid villageId, Guid? groupId) => (VillageId, GroupId) = (villageId, groupId);

    /// <summary>Belongs to another household: the two were one family.</summary>
    public void GoTo(Household household) => (HouseholdId, VillageId, GroupId) = (household.Id, household.VillageId, household.GroupId);
}

/// <summary>What strikes a household.</summary>
public enum RiskKind { Accident = 1, Illness = 2, Disaster = 3 }
