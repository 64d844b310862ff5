using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.UseCases.Documents;

/// <summary>What a photo or scan proves. The kind says who may attach and who may see it.</summary>
public enum EvidenceKind
{
    /// <summary>A field of a site application.</summary>
    Application,

    /// <summary>The hung site plaque.</summary>
    SitePlaque,

    /// <summary>A filed plan or set-up paper of the launch.</summary>
    LaunchPaper,

    /// <summary>The agreement with both seals.</summary>
    Agreement,

    /// <summary>A supervisor's appointment, training or assessment.</summary>
    Supervisor,

    /// <summary>An agent's recommendation, training or registration.</summary>
    Agent,

    /// <summary>A signed commitment letter.</summary>
    CommitmentLetter,

    /// <summary>What belongs to a declaration's pack.</summary>
    Declaration,

    /// <summary>A signed score sheet, a site visit's photo, minutes of a meeting.</summary>
    Review,

    /// <summary>A public notice as it hung.</summary>
    Notice,

    /// <summary>The letter with the superior company's reply, or the county group's.</summary>
    Reply,

    /// <summary>The ceremony, the award plaque, the stone monument.</summary>
    Award,

    /// <summary>The proof that a reward was paid.</summary>
    Payment,

    /// <summary>The proof of what a reward was used for.</summary>
    RewardUse,

    /// <summary>The yearly check of a title, or the ground of its revocation.</summary>
    TitleCheck,

    /// <summary>A document that a scheme rests on.</summary>
    LegalBasis,

    /// <summary>The papers of a claim.</summary>
    ClaimPapers,

    /// <summary>What a supervisor saw on the spot of a claim.</summary>
    ClaimNote,
}

/// <summary>Who may attach and who may see what. One line for each kind.</summary>
public static class EvidenceRights
{
    /// <summary>The right to attach.</summary>
    public static Permission ToAttach(this EvidenceKind kind) => Of(kind).Attach;

    /// <summary>The right to see.</summary>
    public static Permission ToSee(this EvidenceKind kind) => Of(kind).See;

    private static (Permission Attach, Permission See) Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Application => (Permission.DraftApplications, Permission.ViewApplications),
        EvidenceKind.SitePlaque => (Permission.RecordPlaques, Permission.ViewCycles),
        EvidenceKind.LaunchPaper => (Permission.ReportLaunch, Permission.ViewCycles),
        EvidenceKind.Agreement => (Permission.DraftAgreements, Permission.ViewAgreements),
        EvidenceKind.Supervisor => (Permission.AppointSupervisors, Permission.ViewSupervisors),
        EvidenceKind.Agent => (Permission.RegisterAgents, Permission.ViewAgents),
        EvidenceKind.CommitmentLetter => (Permission.SignCommitmentLetters, Permission.ViewAgents),
        EvidenceKind.Declaration => (Permission.DeclareVillages, Permission.ViewDeclarations),
        EvidenceKind.Review => (Permission.ReviewDeclarations, Permission.ViewDeclarations),
        EvidenceKind.Notice => (Permission.PublishNotices, Permission.ViewDeclarations),
        EvidenceKind.Reply => (Permission.RecordReplies, Permission.ViewDeclarations),
        EvidenceKind.Award => (Permission.PrepareRewards, Permission.ViewRewards),
        EvidenceKind.Payment => (Permission.RecordPayments, Permission.ViewRewards),
        EvidenceKind.LegalBasis => (Permission.EditSchemes, Permission.ViewSchemes),
        EvidenceKind.RewardUse => (Permission.PrepareRewards, Permission.ViewRewards),
        EvidenceKind.ClaimPapers => (Permission.RegisterClaims, Permission.ViewClaims),
        EvidenceKind.ClaimNote => (Permission.WatchClaims, Permission.ViewClaims),
        _ => (Permission.KeepTitles, Permission.ViewRewards),
    };
}
