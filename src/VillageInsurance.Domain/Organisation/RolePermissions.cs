using static VillageInsurance.Domain.Organisation.Permission;

namespace VillageInsurance.Domain.Organisation;

/// <summary>The one table of what each role may do; docs/authz-matrix.csv says the same and a test compares them.</summary>
public static class RolePermissions
{
    private static readonly Permission[] Everyone = [UseOwnQueue, ViewAreas, ViewSchemes, ViewFigures];

    // Who leads, runs, proposes or pays sees the whole way of a village.
    private static readonly Permission[] Programme = [ViewCycles, ViewAgreements, ViewSupervisors, ViewDeclarations, ViewRewards];

    private static readonly Dictionary<Role, Permission[]> Table = new()
    {
        [Role.SystemAdministrator] = [ManageAccounts, EndSessions],
        [Role.SecurityAdministrator] = [ManageGrants, EndSessions, ManageDeliveryKeys],
        [Role.Auditor] = [ViewAudit],
        [Role.CountyOffice] =
        [
            .. Everyone, .. Programme, ViewApplications, DecideApplications, ImportCountyData, ManageProgramme, RecordPlaques, EditSchemes, PublishSchemes,
            ViewProducts, EditProducts, PublishProducts,
            DecideAgreements, AppointSupervisors, AssessSupervisors, ViewAgents, AssignAgents, TakeInDeclarations, ReviewDeclarations, ForwardDeclarations,
            RecordReplies, PublishNotices, PrepareRewards, KeepTitles, ManagePapers, DecideCorrections, MergeHouseholds, DecideExports, ImportRosters,
            RecordComplaints, ViewComplaints, ViewClaimProgress,
        ],
        [Role.CountyLeader] = [.. Everyone, .. Programme, ViewApplications, SignForwardingLists, ApproveRewards, ViewClaimProgress],
        [Role.TownshipOfficial] =
        [
            .. Everyone, .. Programme, ViewApplications, DraftApplications, DecideApplications, ReportLaunch, RecordPlaques, NominateSupervisors, ViewAgents,
            DeclareVillages, ReviewDeclarations, PublishNotices, CheckHouseholds, ViewClaimProgress,
        ],
        [Role.VillageCadre] =
        [
            .. Everyone, .. Programme, ViewApplications, DraftApplications, ReportLaunch, WithdrawVillages, NominateSupervisors, ViewAgents, RecommendAgents, ViewClaimProgress,
        ],
        [Role.Supervisor] = [.. Everyone, ViewHouseholds, ViewCycles, ViewAgreements, ViewSupervisors, ViewAgents, ViewRewards, SpotCheckVisits, RecordComplaints, ViewComplaints, ViewClaims, WatchClaims],
        [Role.ResidentAgent] =
        [
            .. Everyone, ViewHouseholds, ViewPolicies, RevealPersonalInfo, ViewCycles, ViewAgents, SignCommitmentLetters, ViewRewards,
            KeepHouseholds, RecordPolicies, MergeHouseholds, ExportHouseholds, ImportRosters, GiveFeedback, RecordComplaints, PrintSlips, ViewPolicyBook, ViewClaims, RegisterClaims,
        ],
        [Role.InsurerReviewer] =
        [
            .. Everyone, .. Programme, ViewApplications, WithdrawVillages, DraftAgreements, AssessSupervisors, ViewAgents, RegisterAgents, DeclareVillages,
            RecordReplies, RecordPayments, ViewProducts, ViewConsentedSurveys, RecordComplaints, ViewComplaints, DecideComplaints, MakeCallBacks, ViewPolicyBook, BringInsurerLists, ReconcilePremiums, FollowUpExceptions, ViewClaims, UpdateClaims, AnswerClaimObjections, CallBackClaimants,
        ],
    };

    // Hard rules of the authorisation matrix: the three administrators exclude each other and every business role;
    // who sells does not watch, decide or review; who leads does not edit.
    private static readonly Role[] Administrators = [Role.SystemAdministrator, Role.SecurityAdministrator, Role.Auditor];

    private static readonly (Role One, Role Other)[] Pairs =
    [
        (Role.ResidentAgent, Role.Supervisor), (Role.ResidentAgent, Role.TownshipOfficial), (Role.ResidentAgent, Role.InsurerReviewer),
        (Role.Supervisor, Role.TownshipOfficial), (Role.Supervisor, Role.CountyOffice), (Role.Supervisor, Role.InsurerReviewer),
        (Role.CountyOffice, Role.InsurerReviewer), (Role.TownshipOfficial, Role.InsurerReviewer),
        (Role.CountyLeader, Role.CountyOffice), (Role.CountyLeader, Role.TownshipOfficial), (Role.CountyLeader, Role.VillageCadre),
        (Role.CountyLeader, Role.Supervisor), (Role.CountyLeader, Role.ResidentAgent), (Role.CountyLeader, Role.InsurerReviewer),
    ];

    /// <summary>What the role may do.</summary>
    public static IReadOnlyList<Permission> Of(Role role) => Table[role];

    /// <summary>Whether nobody may hold both roles at the same time, anywhere in the county.</summary>
    public static bool Exclude(Role one, Role other) => one != other
        && (Administrators.Contains(one) || Administrators.Contains(other)
            || Pairs.Any(p => p == (one, other) || p == (other, one)));

    /// <summary>Whether the role is held for the whole county or not at all.</summary>
    public static bool IsCountyWide(Role role) =>
        Administrators.Contains(role) || role is Role.CountyOffice or Role.CountyLeader or Role.InsurerReviewer;
}
