namespace VillageInsurance.UseCases.Rosters;

/// <summary>What a column of a roster holds. The numbers are stored in remembered recipes.</summary>
public enum RosterField
{
    /// <summary>The number of the row on paper; not read.</summary>
    Ordinal = 1,

    /// <summary>The household's number.</summary>
    HouseholdNo = 2,

    /// <summary>The village group.</summary>
    Group = 3,

    /// <summary>The name of the household's head.</summary>
    HeadName = 4,

    /// <summary>The person's name; in a policy list the insured's.</summary>
    Name = 5,

    /// <summary>Man or woman.</summary>
    Sex = 6,

    /// <summary>The ID number.</summary>
    IdNumber = 7,

    /// <summary>The birth date.</summary>
    BirthDate = 8,

    /// <summary>What the person is to the head.</summary>
    Relation = 9,

    /// <summary>The ethnicity.</summary>
    Ethnicity = 10,

    /// <summary>Where to reach the household.</summary>
    Phone = 11,

    /// <summary>What else is said.</summary>
    Remark = 12,

    /// <summary>The village by its name.</summary>
    Village = 13,

    /// <summary>The township by its name; not read.</summary>
    Township = 14,

    /// <summary>The number of the membership, as our own lists write it; a row that names one may leave the rest as it was.</summary>
    MemberNo = 15,

    /// <summary>The policy's number.</summary>
    PolicyNo = 20,

    /// <summary>The product by its code.</summary>
    Product = 21,

    /// <summary>The day on which the policy was issued.</summary>
    IssueDate = 22,

    /// <summary>How the premium is paid.</summary>
    PayMode = 23,

    /// <summary>The premium in yuan; in a list of payments the amount.</summary>
    Premium = 24,

    /// <summary>The policyholder's name.</summary>
    HolderName = 25,

    /// <summary>The policyholder's ID number.</summary>
    HolderIdNumber = 26,

    /// <summary>The first day of cover.</summary>
    EffectiveDate = 27,

    /// <summary>The last day of cover.</summary>
    EndDate = 28,

    /// <summary>For how many years the premium is paid.</summary>
    PayYears = 29,

    /// <summary>The sum insured in yuan.</summary>
    SumInsured = 30,

    /// <summary>Cancelled within the hesitation period.</summary>
    HesitationCancelledOn = 31,

    /// <summary>Surrendered.</summary>
    SurrenderedOn = 32,

    /// <summary>Suspended.</summary>
    SuspendedOn = 33,

    /// <summary>Reinstated.</summary>
    ReinstatedOn = 34,

    /// <summary>Ended by a claim.</summary>
    ClaimEndedOn = 35,

    /// <summary>The selling agent's code.</summary>
    AgentCode = 36,

    /// <summary>The number of the group policy.</summary>
    GroupPolicyNo = 37,

    /// <summary>The school of a group policy of pupils.</summary>
    School = 38,

    /// <summary>The village by its code.</summary>
    VillageCode = 39,

    /// <summary>The number of the receipt or payment.</summary>
    PaymentNo = 40,

    /// <summary>The day of booking.</summary>
    BookedOn = 41,

    /// <summary>Receipt, refund or cash value.</summary>
    PaymentKind = 42,

    /// <summary>The policy year that is paid.</summary>
    PolicyYear = 43,

    /// <summary>How it was paid.</summary>
    PaymentMethod = 44,

    /// <summary>Who paid.</summary>
    PayerName = 45,

    /// <summary>Whose account it was.</summary>
    AccountOwner = 46,

    /// <summary>To whom a premium went.</summary>
    PaidTo = 47,

    /// <summary>What was given for it.</summary>
    ReceiptForm = 48,

    /// <summary>How long a premium may be overdue.</summary>
    GraceTerm = 49,

    /// <summary>When an overdue premium was demanded.</summary>
    DemandedOn = 50,

    /// <summary>The insurer's code.</summary>
    Insurer = 51,

    /// <summary>The claim's number.</summary>
    ClaimNo = 60,

    /// <summary>The day of the insured event.</summary>
    AccidentOn = 61,

    /// <summary>The day of report.</summary>
    ReportedOn = 62,

    /// <summary>Request and papers received.</summary>
    PapersReceivedOn = 63,

    /// <summary>Missing papers asked for.</summary>
    SupplementAskedOn = 64,

    /// <summary>The papers asked for received.</summary>
    SupplementReceivedOn = 65,

    /// <summary>The case looked into.</summary>
    SurveyedOn = 66,

    /// <summary>The loss assessed.</summary>
    AssessedOn = 67,

    /// <summary>The day of the insurer's decision.</summary>
    DeterminedOn = 68,

    /// <summary>Pay, part or refuse.</summary>
    ClaimDecision = 69,

    /// <summary>Agreement reached on the payment.</summary>
    AgreedOn = 70,

    /// <summary>The claim paid.</summary>
    PaidOn = 71,

    /// <summary>The refusal told.</summary>
    RefusalNotifiedOn = 72,

    /// <summary>What is certain paid in advance.</summary>
    InterimPaidOn = 73,

    /// <summary>The claim closed.</summary>
    ClosedOn = 74,

    /// <summary>Withdrawn by the claimant.</summary>
    WithdrawnOn = 75,

    /// <summary>Claimed, in yuan.</summary>
    ClaimedAmount = 76,

    /// <summary>Granted, in yuan.</summary>
    DecidedAmount = 77,

    /// <summary>Paid on the claim, in yuan.</summary>
    PaidAmount = 78,

    /// <summary>Paid in advance, in yuan.</summary>
    InterimAmount = 79,
}

/// <summary>What a sheet is a list of.</summary>
public enum RosterKind
{
    /// <summary>Households and their members (花名册).</summary>
    VillageRoster = 1,

    /// <summary>Policies (承保清单).</summary>
    PolicyList = 2,

    /// <summary>Premiums and other payments on policies.</summary>
    PaymentList = 3,

    /// <summary>Claims with their steps.</summary>
    ClaimList = 4,
}

/// <summary>What becomes of a cell or row.</summary>
public enum RosterHandling
{
    /// <summary>It is taken as it stands.</summary>
    Clean = 0,

    /// <summary>Its own text was rewritten.</summary>
    Fix = 1,

    /// <summary>Somebody has to decide.</summary>
    Ask = 2,

    /// <summary>It cannot be taken.</summary>
    Reject = 3,

    /// <summary>The register says something else, which it replaces.</summary>
    Change = 4,
}
