using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Claims;

/// <summary>A claim (理赔案件) as the insurer tells it. The insurer decides, nobody interferes (Insurance Law art. 23); here its days are kept and its clocks shown. Belongs to the village where the insured lived on the day of report, else to the policy's.</summary>
[PersonTable]
public sealed class Claim(Guid id, Guid villageId, Guid? groupId, string number, Guid policyId, Guid insuredId, DateOnly accidentOn, DateOnly reportedOn, DateOnly knownOn, Guid? batchId) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>How a number begins that stands until the insurer gives one.</summary>
    public const string ProvisionalStart = "BA";

    /// <summary>The insurer's number, or the agent's own until the insurer gives one; unique.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string Number { get; private set; } = number;

    /// <summary>The policy.</summary>
    [NotPersonal] public Guid PolicyId { get; private set; } = policyId;

    /// <summary>Who is insured.</summary>
    [NotPersonal] public Guid InsuredId { get; private set; } = insuredId;

    /// <summary>The day of the insured event.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly AccidentOn { get; private set; } = accidentOn;

    /// <summary>The day of report.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly ReportedOn { get; private set; } = reportedOn;

    /// <summary>Request and papers received.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? PapersReceivedOn { get; private set; }

    /// <summary>Missing papers asked for.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? SupplementAskedOn { get; private set; }

    /// <summary>The papers asked for received.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? SupplementReceivedOn { get; private set; }

    /// <summary>The case looked into.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? SurveyedOn { get; private set; }

    /// <summary>The loss assessed.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? AssessedOn { get; private set; }

    /// <summary>Determined.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? DeterminedOn { get; private set; }

    /// <summary>Agreement reached on the payment.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? AgreedOn { get; private set; }

    /// <summary>Paid.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? PaidOn { get; private set; }

    /// <summary>The refusal told.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? RefusalNotifiedOn { get; private set; }

    /// <summary>What is certain paid in advance.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? InterimPaidOn { get; private set; }

    /// <summary>Closed.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Withdrawn by the claimant.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>Opened again.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public DateOnly? ReopenedOn { get; private set; }

    /// <summary>Pay, part or refuse; null before.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public ClaimDecision? Decision { get; private set; }

    /// <summary>Claimed, in fen.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public long? ClaimedFen { get; private set; }

    /// <summary>Granted, in fen.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public long? DecidedFen { get; private set; }

    /// <summary>Paid, in fen.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public long? PaidFen { get; private set; }

    /// <summary>Paid in advance, in fen.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public long? InterimFen { get; private set; }

    /// <summary>Why it was refused, as the insurer told the claimant (art. 24).</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string? RefusalReason { get; private set; }

    /// <summary>The complete list of papers that were asked for, once (art. 22).</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string? MissingPapers { get; private set; }

    /// <summary>What happened, as reported; null from lists.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string? Event { get; private set; }

    /// <summary>Whether the insurer holds it to be complex: then 30 days to determine bind by law.</summary>
    [NotPersonal] public bool IsComplex { get; private set; }

    /// <summary>Days to determine by the contract; null where the law's hold.</summary>
    [NotPersonal] public int? DetermineDays { get; private set; }

    /// <summary>Days to pay by the contract; null where the law's hold.</summary>
    [NotPersonal] public int? PayDays { get; private set; }

    /// <summary>Whether somebody has worked on it by hand: a list then takes nothing away from it.</summary>
    [NotPersonal] public bool ByHand { get; private set; }

    /// <summary>The agent who registered it; null from lists.</summary>
    [NotPersonal] public Guid? RegisteredById { get; private init; }

    /// <summary>Whether the agent registered it before the insurer had given a number.</summary>
    public bool IsProvisional => RegisteredById is not null && Number.StartsWith(ProvisionalStart, StringComparison.Ordinal);

    /// <summary>Since when it is known: a list's fact since the day of report, one entered by hand since the day of entry.</summary>
    [NotPersonal] public DateOnly KnownOn { get; private set; } = knownOn;

    /// <summary>The import that brought the row last; null for one entered by hand.</summary>
    [NotPersonal] public Guid? BatchId { get; private set; } = batchId;

    /// <summary>What its clocks go by.</summary>
    public ClaimTerms Terms() => new(IsComplex, DetermineDays, PayDays);

    /// <summary>Its days, decision and sums.</summary>
    public ClaimFacts Facts() => new(AccidentOn, ReportedOn)
    {
        PapersReceivedOn = PapersReceivedOn,
        SupplementAskedOn = SupplementAskedOn,
        SupplementReceivedOn = SupplementReceivedOn,
        SurveyedOn = SurveyedOn,
        AssessedOn = AssessedOn,
        DeterminedOn = DeterminedOn,
        AgreedOn = AgreedOn,
        PaidOn = PaidOn,
        RefusalNotifiedOn = RefusalNotifiedOn,
        InterimPaidOn = InterimPaidOn,
        ClosedOn = ClosedOn,
        WithdrawnOn = WithdrawnOn,
        ReopenedOn = ReopenedOn,
        Decision = Decision,
        ClaimedFen = ClaimedFen,
        DecidedFen = DecidedFen,
        PaidFen = PaidFen,
        InterimFen = InterimFen,
    };

    /// <summary>Registers a claim by the agent who helps the family. Refused: reported before it happened or on a day to come, a policy that gave no cover that day.</summary>
    public static (Claim Claim, ClaimStep Step) Register(Guid id, ClaimPlace place, string number, Guid policyId, Guid insuredId, ClaimReport report, bool wasInForce, Guid agentId, DateTimeOffset at, DateOnly today)
    {
        Require(report.ReportedOn <= today, ClaimRule.NotOfADayToCome);
        Require(report.AccidentOn <= report.ReportedOn, ClaimRule.ReportedAfterTheAccident);
        Require(wasInForce, ClaimRule.ThePolicyWasInForce);
        var claim = new Claim(id, place.VillageId, place.GroupId, number, policyId, insuredId, report.AccidentOn, report.ReportedOn, today, null)
        {
            ClaimedFen = report.ClaimedFen,
            Event = report.Event,
            ByHand = true,
            RegisteredById = agentId,
        };
        return (claim, claim.StepOf(ClaimMilestone.Reported, report.ReportedOn, ClaimWay.Page, agentId, at));
    }

    /// <summary>Records the insurer's next step. Refused: of a day to come, out of order, asked for papers a second time or without their list, a decision without what belongs to it.</summary>
    public ClaimStep Record(ClaimMilestone step, DateOnly on, ClaimWords words, Guid byId, DateTimeOffset at, DateOnly today)
    {
        var facts = Facts();
        Require(on <= today, ClaimRule.NotOfADayToCome);
        Require(step != ClaimMilestone.SupplementAsked || facts.SupplementAskedOn is null, ClaimRule.PapersAreAskedOnce);
        Require(step != ClaimMilestone.Reopened || facts.State is ClaimState.Closed or ClaimState.Withdrawn, ClaimRule.OnlyAClosedClaimIsReopened);
        Require(step == ClaimMilestone.Reopened || facts.State is not (ClaimState.Closed or ClaimState.Withdrawn), ClaimRule.OnlyAnOpenClaim);
        Require(step != ClaimMilestone.SupplementAsked || !string.IsNullOrWhiteSpace(words.Text), ClaimRule.AskedPapersAreListed);
        if (step == ClaimMilestone.Determined)
        {
            Require(words.Decision is not null, ClaimRule.ADecisionIsNamed);
            Require(words.Decision != ClaimDecision.Refuse || !string.IsNullOrWhiteSpace(words.Text), ClaimRule.ARefusalGivesReasons);
            Require((words.Decision == ClaimDecision.Refuse) == (words.AmountFen is null or 0), ClaimRule.AmountsFitTheDecision);
        }
        // A reopening is not before the end that it undoes.
        Require(step != ClaimMilestone.Reopened || on >= (facts.ClosedOn ?? facts.WithdrawnOn), ClaimRule.NotBeforeItsPredecessor);
        var told = facts.With(step, on);
        told = step switch
        {
            ClaimMilestone.Determined => told with { Decision = words.Decision, DecidedFen = words.AmountFen ?? 0 },
            ClaimMilestone.Paid => told with { PaidFen = words.AmountFen ?? facts.DecidedFen - (facts.InterimFen ?? 0) },
            ClaimMilestone.InterimPaid => told with { InterimFen = words.AmountFen },
            _ => told,
        };
        if (told.Fault() is { } fault) throw fault.Rule.Broken();
        // Since a claim was opened again nothing is of a day before.
        Require(step == ClaimMilestone.Reopened || !(on < facts.ReopenedOn), ClaimRule.NotBeforeItsPredecessor);
        Apply(told);
        ByHand = true;
        if (step == ClaimMilestone.SupplementAsked) MissingPapers = words.Text;
        if (told.Decision == ClaimDecision.Refuse && step == ClaimMilestone.Determined) RefusalReason = words.Text;
        if (step == ClaimMilestone.Reopened) (MissingPapers, RefusalReason) = (null, null);
        return StepOf(step, on, ClaimWay.Page, byId, at, words);
    }

    /// <summary>A claim that the insurer tells of first. Refused: a policy that gave no cover that day, facts out of order.</summary>
    public static (Claim Claim, IReadOnlyList<ClaimStep> Steps) OfInsurer(Guid id, ClaimPlace place, string number, Guid policyId, Guid insuredId, ClaimFacts told, bool wasInForce, ClaimWay way, Guid byId, DateTimeOffset at, Guid batchId)
    {
        Require(wasInForce, ClaimRule.ThePolicyWasInForce);
        if (told.Fault() is { } fault) throw fault.Rule.Broken();
        var claim = new Claim(id, place.VillageId, place.GroupId, number, policyId, insuredId, told.AccidentOn, told.ReportedOn, told.ReportedOn, batchId);
        claim.Apply(told);
        return (claim, [.. Enum.GetValues<ClaimMilestone>().Where(s => told.On(s) is not null).Select(s => claim.StepOf(s, told.On(s)!.Value, way, byId, at))]);
    }

    /// <summary>Takes what the insurer tells of the claim, in whatever order and however often; gives the steps that are new or corrected. What was worked on by hand keeps what is told to be open. Refused: facts out of order.</summary>
    public IReadOnlyList<ClaimStep> Take(ClaimFacts told, ClaimWay way, Guid byId, DateTimeOffset at, Guid? batchId)
    {
        var before = Facts();
        var merged = ByHand ? told.Over(before) : told;
        if (merged.Fault() is { } fault) throw fault.Rule.Broken();
        if (merged == before) return [];
        Apply(merged);
        BatchId = batchId;
        return [.. Enum.GetValues<ClaimMilestone>().Where(s => merged.On(s) is { } day && day != before.On(s)).Select(s => StepOf(s, merged.On(s)!.Value, way, byId, at))];
    }

    /// <summary>Gives it the insurer's number in place of the one under which the agent registered it while there was none.</summary>
    public void TakeNumber(string number) => Number = number;

    /// <summary>The insured is another row of the same person.</summary>
    public void Insures(Guid personId) => InsuredId = personId;

    /// <summary>Gives it the insurer's number, and says whether it is complex and what the contract's own terms are.</summary>
    public void Describe(string number, ClaimTerms terms) => (Number, IsComplex, DetermineDays, PayDays, ByHand) = (number, terms.IsComplex, terms.DetermineDays, terms.PayDays, true);

    private ClaimStep StepOf(ClaimMilestone step, DateOnly on, ClaimWay way, Guid byId, DateTimeOffset at, ClaimWords? words = null) =>
        new(Guid.CreateVersion7(), VillageId, GroupId, Id, step, on, way, byId, at, words?.AmountFen, words?.Text);

    private void Apply(ClaimFacts f)
    {
        (AccidentOn, ReportedOn, PapersReceivedOn, SupplementAskedOn, SupplementReceivedOn) = (f.AccidentOn, f.ReportedOn, f.PapersReceivedOn, f.SupplementAskedOn, f.SupplementReceivedOn);
        (SurveyedOn, AssessedOn, DeterminedOn, AgreedOn, PaidOn, RefusalNotifiedOn) = (f.SurveyedOn, f.AssessedOn, f.DeterminedOn, f.AgreedOn, f.PaidOn, f.RefusalNotifiedOn);
        (InterimPaidOn, ClosedOn, WithdrawnOn, ReopenedOn) = (f.InterimPaidOn, f.ClosedOn, f.WithdrawnOn, f.ReopenedOn);
        (Decision, ClaimedFen, DecidedFen, PaidFen, InterimFen) = (f.Decision, f.ClaimedFen, f.DecidedFen, f.PaidFen, f.InterimFen);
    }
}

/// <summary>The village, and the group or null, that a claim belongs to.</summary>
public sealed record ClaimPlace(Guid VillageId, Guid? GroupId) : IGroupOwned;

/// <summary>What a family reports: the days, what happened, and what it claims, in fen, or null when it does not know yet.</summary>
public sealed record ClaimReport(DateOnly AccidentOn, DateOnly ReportedOn, string Event, long? ClaimedFen);

/// <summary>What belongs to a step: a sum in fen, the decision, the papers asked for or the reasons; null where it has none.</summary>
public sealed record ClaimWords(long? AmountFen = null, ClaimDecision? Decision = null, string? Text = null);
