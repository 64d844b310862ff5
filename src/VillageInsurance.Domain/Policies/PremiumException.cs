using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Policies;

/// <summary>A payment that is asked about (零现金): opened by the rule whenever a payment is recorded, explained by the agent, checked by a call to the customer, decided by somebody of the insurer who did neither.</summary>
[PersonTable]
public sealed class PremiumException(Guid id, Guid villageId, Guid? groupId, Guid paymentId, Guid policyId, PremiumExceptionKind kind, DateOnly openedOn, Guid recordedById) : Entity(id), IGroupOwned
{
    /// <summary>Days in which it should be decided. Of our own choosing: as long as a complaint may take.</summary>
    public const int Days = 15;

    /// <summary>The payment's village.</summary>
    [NotPersonal] public Guid VillageId { get; private init; } = villageId;

    /// <summary>The payment's group, for sight.</summary>
    [NotPersonal] public Guid? GroupId { get; private init; } = groupId;

    /// <summary>The payment.</summary>
    [NotPersonal] public Guid PaymentId { get; private init; } = paymentId;

    /// <summary>Its policy.</summary>
    [NotPersonal] public Guid PolicyId { get; private init; } = policyId;

    /// <summary>Why it is asked about; each reason once for a payment.</summary>
    [NotPersonal] public PremiumExceptionKind Kind { get; private init; } = kind;

    /// <summary>The day on which the payment was recorded.</summary>
    [NotPersonal] public DateOnly OpenedOn { get; private init; } = openedOn;

    /// <summary>The last day on which it is decided in time.</summary>
    public DateOnly Due => OpenedOn.AddDays(Days);

    /// <summary>Who recorded the payment, or brought the list that did.</summary>
    [NotPersonal] public Guid RecordedById { get; private init; } = recordedById;

    /// <summary>How the agent explains it; empty while he has not.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string Explanation { get; private set; } = "";

    /// <summary>Who explained; null while nobody did.</summary>
    [NotPersonal] public Guid? ExplainedById { get; private set; }

    /// <summary>What the customer said on the telephone; null while nobody has called.</summary>
    [NotPersonal] public CallBackAnswer? Answer { get; private set; }

    /// <summary>What else was said in the call.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string CallNote { get; private set; } = "";

    /// <summary>Who called; null while nobody did.</summary>
    [NotPersonal] public Guid? CalledById { get; private set; }

    /// <summary>When; null while nobody did.</summary>
    [NotPersonal] public DateTimeOffset? CalledAt { get; private set; }

    /// <summary>What became of it; null while it is open.</summary>
    [NotPersonal] public ExceptionDecision? Decision { get; private set; }

    /// <summary>Why it was decided so.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string Opinion { get; private set; } = "";

    /// <summary>Who decided; null while it is open.</summary>
    [NotPersonal] public Guid? DecidedById { get; private set; }

    /// <summary>When; null while it is open.</summary>
    [NotPersonal] public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>How far it is.</summary>
    public ExceptionStep Step => Decision is not null ? ExceptionStep.Decided : ExplainedById is null ? ExceptionStep.ToExplain : CalledById is null ? ExceptionStep.ToCall : ExceptionStep.ToDecide;

    /// <summary>The agent says how it came about; he may say it better until somebody has decided. Refused without words, and once decided.</summary>
    public void Explain(string words, Guid byId)
    {
        Require(Decision is null, PremiumExceptionRule.WhatIsDecidedStays);
        Require(words.Trim().Length > 0, PremiumExceptionRule.AnExplanationSaysSomething);
        (Explanation, ExplainedById) = (words.Trim(), byId);
    }

    /// <summary>Somebody of the insurer called the customer. Refused once decided.</summary>
    public void Call(CallBackAnswer answer, string note, Guid byId, DateTimeOffset at)
    {
        Require(Decision is null, PremiumExceptionRule.WhatIsDecidedStays);
        (Answer, CallNote, CalledById, CalledAt) = (answer, note.Trim(), byId, at);
    }

    /// <summary>Closes it. Refused before the customer was called, without an opinion, by who recorded or explained it, and for cleared what the customer denies.</summary>
    public void Decide(ExceptionDecision decision, string opinion, Guid byId, DateTimeOffset at)
    {
        Require(Decision is null, PremiumExceptionRule.WhatIsDecidedStays);
        Require(CalledById is not null, PremiumExceptionRule.TheCustomerIsCalledFirst);
        Require(byId != RecordedById && byId != ExplainedById, PremiumExceptionRule.NobodyDecidesTheirOwn);
        Require(opinion.Trim().Length > 0, PremiumExceptionRule.ADecisionSaysWhy);
        Require(decision != ExceptionDecision.Cleared || Answer != CallBackAnswer.Denies, PremiumExceptionRule.WhatTheCustomerDeniesIsNotCleared);
        (Decision, Opinion, DecidedById, DecidedAt) = (decision, opinion.Trim(), byId, at);
    }
}

/// <summary>How far an exception is.</summary>
public enum ExceptionStep { ToExplain, ToCall, ToDecide, Decided }

/// <summary>What the customer said of the payment. The numbers are stored.</summary>
public enum CallBackAnswer
{
    /// <summary>It was as it is recorded.</summary>
    Confirms = 1,

    /// <summary>It was otherwise, or he knows of none.</summary>
    Denies = 2,

    /// <summary>He could not be reached.</summary>
    NotReached = 3,
}

/// <summary>How an exception ends. The numbers are stored.</summary>
public enum ExceptionDecision
{
    /// <summary>Explained; nothing was wrong.</summary>
    Cleared = 1,

    /// <summary>To be put right: money given back, paid again properly.</summary>
    PutRight = 2,

    /// <summary>The agent broke the rules.</summary>
    Violation = 3,
}

/// <summary>What exceptions hold to.</summary>
public enum PremiumExceptionRule
{
    /// <summary>A decided one stays as it is.</summary>
    WhatIsDecidedStays,

    /// <summary>An explanation has words.</summary>
    AnExplanationSaysSomething,

    /// <summary>Somebody spoke with the customer before it is decided, or tried to.</summary>
    TheCustomerIsCalledFirst,

    /// <summary>Who recorded the payment or explained it does not decide.</summary>
    NobodyDecidesTheirOwn,

    /// <summary>An opinion is needed.</summary>
    ADecisionSaysWhy,

    /// <summary>What the customer denies is put right or a violation, never cleared.</summary>
    WhatTheCustomerDeniesIsNotCleared,
}
