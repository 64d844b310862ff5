using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Policies;

/// <summary>Advice that a customer got before a policy was entered, and his own decision (Sales Conduct Rules art. 28). Written once; it stays where the policy was proposed.</summary>
[PersonTable]
public sealed class GivenAdvice(Guid id, Guid villageId, Guid? groupId, Guid householdId, Guid productId, Guid? policyId, CustomerDecision decision, Guid recordedById, DateTimeOffset recordedAt) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private init; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private init; } = groupId;

    /// <summary>The household to which it was proposed.</summary>
    [NotPersonal] public Guid HouseholdId { get; private init; } = householdId;

    /// <summary>The product.</summary>
    [NotPersonal] public Guid ProductId { get; private init; } = productId;

    /// <summary>The policy that was entered all the same; null where the customer did not go on.</summary>
    [NotPersonal] public Guid? PolicyId { get; private init; } = policyId;

    /// <summary>What spoke against it. Two of the three come from what a visit found out.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public IReadOnlyList<AdviceFinding> Findings { get; private init; } = [];

    /// <summary>The customer's own decision.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public CustomerDecision Decision { get; private init; } = decision;

    /// <summary>Who gave the advice.</summary>
    [NotPersonal] public Guid RecordedById { get; private init; } = recordedById;

    /// <summary>When it was recorded.</summary>
    [NotPersonal] public DateTimeOffset RecordedAt { get; private init; } = recordedAt;

    /// <summary>Advice on a policy that was entered, or was not.</summary>
    public static GivenAdvice On(Guid id, Household household, Guid productId, Guid? policyId, IReadOnlyList<AdviceFinding> findings, CustomerDecision decision, Guid byId, DateTimeOffset at) =>
        new(id, household.VillageId, household.GroupId, household.Id, productId, policyId, decision, byId, at) { Findings = findings };
}
