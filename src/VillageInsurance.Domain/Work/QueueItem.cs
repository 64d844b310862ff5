using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Work;

/// <summary>One thing that waits for a person, or for whoever may do it in that village: what, for whom, by when, and by whom it was done.</summary>
public sealed class QueueItem(Guid id, QueueKind kind, Guid recordId, DateTimeOffset at) : Entity(id)
{
    /// <summary>What is to be done.</summary>
    public QueueKind Kind { get; private init; } = kind;

    /// <summary>The record that it is about; together with the kind it gives the address of the page.</summary>
    public Guid RecordId { get; private init; } = recordId;

    /// <summary>When it began to wait.</summary>
    public DateTimeOffset At { get; private init; } = at;

    /// <summary>The one person it waits for; null when anybody in <see cref="Role"/> may do it.</summary>
    public Guid? StaffId { get; private init; }

    /// <summary>The role whose holders in the village may do it, when it waits for no person by name.</summary>
    public Role? Role { get; private init; }

    /// <summary>The village that it concerns; null for something outside the villages.</summary>
    public Guid? VillageId { get; private init; }

    /// <summary>The last day on which it is in time; null for no deadline.</summary>
    public DateOnly? Due { get; private init; }

    /// <summary>What tells two items of one kind and record apart, such as the days before a deadline at which they remind; empty otherwise.</summary>
    public string Detail { get; private init; } = "";

    /// <summary>Who did it, or saw it; null while it waits.</summary>
    public Guid? DoneById { get; private set; }

    /// <summary>When it stopped waiting; null while it waits.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>It waits no longer, because of what this person did.</summary>
    public void Finish(Guid byId, DateTimeOffset at) => (DoneById, DoneAt) = (byId, at);

    /// <summary>For one person.</summary>
    public static QueueItem For(Guid staffId, QueueKind kind, Guid recordId, DateTimeOffset at, Guid? villageId = null, DateOnly? due = null, string detail = "") =>
        new(Guid.CreateVersion7(), kind, recordId, at) { StaffId = staffId, VillageId = villageId, Due = due, Detail = detail };

    /// <summary>For whoever holds the role in the village.</summary>
    public static QueueItem ForWhoever(Role role, Guid villageId, QueueKind kind, Guid recordId, DateTimeOffset at, DateOnly? due = null, string detail = "") =>
        new(Guid.CreateVersion7(), kind, recordId, at) { Role = role, VillageId = villageId, Due = due, Detail = detail };

    /// <summary>For whoever holds the role over the whole county.</summary>
    public static QueueItem ForRole(Role role, QueueKind kind, Guid recordId, DateTimeOffset at, DateOnly? due = null, string detail = "") =>
        new(Guid.CreateVersion7(), kind, recordId, at) { Role = role, Due = due, Detail = detail };
}

/// <summary>What waits.</summary>
public enum QueueKind
{
    /// <summary>A submitted application is to be decided.</summary>
    ApplicationToDecide,

    /// <summary>An application came back and is to be corrected.</summary>
    ApplicationReturned,

    /// <summary>An application was approved: for information.</summary>
    ApplicationApproved,

    /// <summary>An import has ended: its result is to be looked at.</summary>
    ImportEnded,

    /// <summary>The last day of a village's next step comes near.</summary>
    DeadlineNear,

    /// <summary>The last day of the launch comes near, and something of the checklist is open.</summary>
    LaunchOpen,

    /// <summary>A reward is to be approved.</summary>
    RewardToApprove,

    /// <summary>An approved reward is to be paid.</summary>
    RewardToPay,

    /// <summary>A reward was refused: for information.</summary>
    RewardRefused,

    /// <summary>What a paid village reward was used for is to be proved.</summary>
    UseToProve,

    /// <summary>A title is to be checked this year.</summary>
    TitleToCheck,

    /// <summary>A submitted agreement is to be put in force or returned.</summary>
    AgreementToDecide,

    /// <summary>An agreement came back and is to be corrected.</summary>
    AgreementReturned,

    /// <summary>A nominated supervisor is to be appointed or turned down.</summary>
    SupervisorToAppoint,

    /// <summary>A recommended agent is to be vetted.</summary>
    AgentToVet,

    /// <summary>A registered agent is to be assigned.</summary>
    AgentToAssign,

    /// <summary>Holders of long policies are to be told that their agent has left.</summary>
    CustomersToTell,

    /// <summary>An agreement's term runs out.</summary>
    AgreementExpires,

    /// <summary>An agent's registration runs out.</summary>
    RegistrationExpires,

    /// <summary>An agent's commitment letter of the year is missing.</summary>
    LetterToSign,

    /// <summary>A supervisor is to be assessed for the year.</summary>
    AssessmentDue,

    /// <summary>A submitted declaration is to be taken in.</summary>
    DeclarationToTakeIn,

    /// <summary>A declaration is to be reviewed.</summary>
    DeclarationToReview,

    /// <summary>A first reviewer signed; a second one is to.</summary>
    ReviewToSignSecond,

    /// <summary>Enough reviewers signed; the verdict is to be given.</summary>
    ReviewToDecide,

    /// <summary>A declaration came back.</summary>
    DeclarationReturned,

    /// <summary>A forwarding list is to be signed.</summary>
    ListToSign,

    /// <summary>A forwarding list was signed and is to be sent, or came back to its preparer.</summary>
    ListToSend,

    /// <summary>The last word on a declaration is to be recorded.</summary>
    ReplyToRecord,

    /// <summary>An objection to a notice is to be answered.</summary>
    ObjectionToAnswer,

    /// <summary>A notice runs; after its last day it has ended.</summary>
    NoticeRunning,

    /// <summary>The last word is yes: the title is to be awarded once the notice has ended.</summary>
    TitleToAward,

    /// <summary>A roster was checked or stored: its questions are to be looked at.</summary>
    RosterReady,

    /// <summary>The certificates of a year are printed into one document, or could not be.</summary>
    CertificatesReady,

    /// <summary>The agent gave the month's feedback to the committee: for information.</summary>
    FeedbackGiven,

    /// <summary>A household's file came back from the township and is to be put right.</summary>
    HouseholdReturned,

    /// <summary>A correction, or a move between villages, is to be decided.</summary>
    CorrectionToDecide,

    /// <summary>A correction was decided: for information.</summary>
    CorrectionDecided,

    /// <summary>A long list in clear is to be allowed or not.</summary>
    ExportToApprove,

    /// <summary>A long list in clear was allowed, for a day, or not.</summary>
    ExportDecided,

    /// <summary>A complaint is to be decided within 15 days.</summary>
    ComplaintToDecide,

    /// <summary>A complainant is to be told of the decision.</summary>
    ComplainantToTell,

    /// <summary>A complaint that one took in was decided: for information.</summary>
    ComplaintDecided,

    /// <summary>A list of the insurer was checked or taken: its questions are to be looked at.</summary>
    InsurerListReady,

    /// <summary>A payment that the rule of no cash asks about is to be explained.</summary>
    ExceptionToExplain,

    /// <summary>The customer is to be called about such a payment, and it is to be decided.</summary>
    CustomerToCall,

    /// <summary>A family reported a claim: the insurer takes it on.</summary>
    ClaimReported,

    /// <summary>A limit of a claim comes near or is passed.</summary>
    ClaimDue,

    /// <summary>Papers of a claim are missing: the agent helps the family.</summary>
    ClaimPapersAsked,

    /// <summary>A claim was picked for the supervisor's look.</summary>
    ClaimPicked,

    /// <summary>An objection to a step of a claim is to be answered.</summary>
    ClaimObjected,

    /// <summary>Fraud is suspected in a claim.</summary>
    ClaimFraudSuspected,

    /// <summary>A claimant was not told, or was asked for money: to be looked into.</summary>
    ClaimCallBackBad,

    /// <summary>An objection or suspicion of one's own was answered: for information.</summary>
    ClaimAnswered,

    /// <summary>A long export was written, and its file is kept for a day, or it could not be.</summary>
    ExportReady,

    /// <summary>A product's version that somebody else drafted is to be published or discarded.</summary>
    ProductToPublish,

    /// <summary>A bank's or insurer's file was compared with what is recorded, or could not be.</summary>
    ReconciliationReady,

    /// <summary>All differences of a reconciliation are explained: somebody who did neither bring nor explain closes it.</summary>
    ReconciliationToClose,

    /// <summary>A list brought several payments that the rule of no cash asks about: they are to be explained.</summary>
    ExceptionsToExplain,

    /// <summary>A list or import brought several such payments: customers are to be called.</summary>
    CustomersToCall,
}
