using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Claims;

/// <summary>The insurer asks the claimant how the claim went (理赔回访): was the family told, was money asked for.</summary>
[PersonTable]
public sealed class ClaimCallBack(Guid id, Guid villageId, Guid? groupId, Guid claimId, DateOnly on, ClaimAnswers answers, Guid byId, DateTimeOffset at) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The claim.</summary>
    [NotPersonal] public Guid ClaimId { get; private init; } = claimId;

    /// <summary>The day.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly On { get; private init; } = on;

    /// <summary>What was answered.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public ClaimAnswers Answers { get; private init; } = answers;

    /// <summary>Who asked.</summary>
    [NotPersonal] public Guid ById { get; private init; } = byId;

    /// <summary>When it was recorded.</summary>
    [NotPersonal] public DateTimeOffset At { get; private init; } = at;
}

/// <summary>The answers. Null where nobody was reached.</summary>
public sealed record ClaimAnswers(bool Reached, bool? FamilyTold, bool? MoneyAskedFor, string? Remark)
{
    /// <summary>Whether something is to be looked into: the family was not told, or somebody asked for money.</summary>
    public bool IsBad => FamilyTold == false || MoneyAskedFor == true;
}
