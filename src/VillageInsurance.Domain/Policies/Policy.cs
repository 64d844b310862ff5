using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Policies;

/// <summary>A policy, or one certificate of a group policy. Every event has its day; whether it is in force follows from the days alone.</summary>
[PersonTable]
public sealed class Policy(
    Guid id, Guid villageId, Guid? groupId, string number, string insurer, Guid productId, Guid insuredId, DateOnly issueDate, DateOnly effectiveDate, DateOnly endDate, PayMode payMode, DateOnly knownOn, Guid? batchId)
    : Entity(id), IGroupOwned
{
    /// <summary>The village printed on the policy at issue. It stays there when people move.</summary>
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <summary>For sight: the group of that village in which the insured lived at issue; null when in none.</summary>
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The policy number; unique.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string Number { get; private init; } = number;

    /// <summary>The insurer's code; whether it is the programme's own one says the scheme.</summary>
    [NotPersonal] public string Insurer { get; private set; } = insurer;

    /// <summary>The product.</summary>
    [NotPersonal] public Guid ProductId { get; private set; } = productId;

    /// <summary>Who pays; null where the list names nobody.</summary>
    [NotPersonal] public Guid? HolderId { get; private set; }

    /// <summary>Who is covered.</summary>
    [NotPersonal] public Guid InsuredId { get; private set; } = insuredId;

    /// <summary>Who sold it; null where the list names nobody.</summary>
    [NotPersonal] public Guid? AgentId { get; private set; }

    /// <summary>Flagged, not refused: its agent was not registered on the day of issue.</summary>
    [NotPersonal] public bool AgentWasUnregistered { get; private set; }

    /// <summary>The day of issue.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly IssueDate { get; private set; } = issueDate;

    /// <summary>The first day of cover.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly EffectiveDate { get; private set; } = effectiveDate;

    /// <summary>The last day of cover.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly EndDate { get; private set; } = endDate;

    /// <summary>How the premium is paid.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public PayMode PayMode { get; private set; } = payMode;

    /// <summary>For how many years it is paid.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public int PayYears { get; private set; }

    /// <summary>One instalment, in fen.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public long PremiumFen { get; private set; }

    /// <summary>The sum insured, in fen.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public long SumInsuredFen { get; private set; }

    /// <summary>Cancelled within the hesitation period: as if never written (犹豫期撤单).</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? HesitationCancelOn { get; private set; }

    /// <summary>Surrendered (退保): out of force on that day.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? SurrenderedOn { get; private set; }

    /// <summary>Suspended by the insurer (效力中止): a recorded fact, never derived.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? SuspendedOn { get; private set; }

    /// <summary>Reinstated (复效); on or after the suspension it cures it.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? ReinstatedOn { get; private set; }

    /// <summary>Ended by a claim.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? ClaimEndedOn { get; private set; }

    /// <summary>How long a premium may be overdue, as the contract says.</summary>
    [NotPersonal] public GraceTerm GraceTerm { get; private set; } = GraceTerm.SixtyDaysFromDue;

    /// <summary>When the insurer demanded the overdue premium last; null for never.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? DemandedOn { get; private set; }

    /// <summary>The number of the group policy whose certificate this is; null for a policy of its own.</summary>
    [NotPersonal] public string? GroupNumber { get; private set; }

    /// <summary>The school that a group policy of pupils names; it never collects the premium.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string? School { get; private set; }

    /// <summary>Since when it is known: a list's fact since its own day, one entered by hand since the day of entry.</summary>
    [NotPersonal] public DateOnly KnownOn { get; private set; } = knownOn;

    /// <summary>The import that brought the row last; null for one entered by hand.</summary>
    [NotPersonal] public Guid? BatchId { get; private set; } = batchId;

    /// <summary>A policy as its holder shows it: the product's usual terms, the day of issue and the premium as they stand on it. Where the family lives is where it is printed for.</summary>
    public static Policy AsShown(Guid id, Household household, string number, string insurer, Product product, ProductTariff tariff, Guid holderId, Guid insuredId, Guid agentId, ShownTerms shown, DateOnly knownOn) =>
        new(id, household.VillageId, household.GroupId, number, insurer, product.Id, insuredId, shown.IssuedOn, shown.EffectiveOn, shown.EffectiveOn.AddMonths(tariff.TermMonths).AddDays(-1), tariff.PayMode, knownOn, null)
        {
            HolderId = holderId,
            AgentId = agentId,
            PayYears = tariff.PayYears,
            PremiumFen = shown.PremiumFen,
            SumInsuredFen = tariff.SumInsuredFen,
        };

    /// <summary>Its days as they stand, for the rules of their order.</summary>
    public PolicyDates Dates => new(IssueDate, EffectiveDate, EndDate, HesitationCancelOn, SurrenderedOn, SuspendedOn, ReinstatedOn, ClaimEndedOn);

    /// <summary>The insured is another row of the same person.</summary>
    public void Insures(Guid personId) => InsuredId = personId;

    /// <summary>The holder is another row of the same person.</summary>
    public void IsHeldBy(Guid? personId) => HolderId = personId;

    /// <summary>Whether it gives cover on this day, as the end of the day finds it.</summary>
    public bool IsInForce(DateOnly day) =>
        EffectiveDate <= day && day <= EndDate && !(HesitationCancelOn <= day) && !(SurrenderedOn <= day) && !(ClaimEndedOn <= day)
        && (!(SuspendedOn <= day) || (ReinstatedOn >= SuspendedOn && ReinstatedOn <= day));
}

/// <summary>What stands on a policy that is shown: the days of issue and of effect, and one instalment in fen.</summary>
public sealed record ShownTerms(DateOnly IssuedOn, DateOnly EffectiveOn, long PremiumFen);
