using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Claims;

/// <summary>A step of a claim as it was told: its day, who recorded it, when and by which way. Written once; a corrected day is another step.</summary>
[PersonTable]
public sealed class ClaimStep(Guid id, Guid villageId, Guid? groupId, Guid claimId, ClaimMilestone milestone, DateOnly on, ClaimWay way, Guid recordedById, DateTimeOffset at, long? amountFen = null, string? text = null) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The claim.</summary>
    [NotPersonal] public Guid ClaimId { get; private init; } = claimId;

    /// <summary>Which step.</summary>
    [NotPersonal] public ClaimMilestone Milestone { get; private init; } = milestone;

    /// <summary>Its day.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly On { get; private init; } = on;

    /// <summary>By which way it came.</summary>
    [NotPersonal] public ClaimWay Way { get; private init; } = way;

    /// <summary>Who recorded it.</summary>
    [NotPersonal] public Guid RecordedById { get; private init; } = recordedById;

    /// <summary>When.</summary>
    [NotPersonal] public DateTimeOffset At { get; private init; } = at;

    /// <summary>The sum that belongs to it, in fen; null for none.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public long? AmountFen { get; private init; } = amountFen;

    /// <summary>The papers asked for, or the reasons; null for none.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string? Text { get; private init; } = text;
}
