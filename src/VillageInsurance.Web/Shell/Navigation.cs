using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.Web.Shell;

/// <summary>Every entry of the navigation, in its order. A role sees those that it has the permission for.</summary>
public static class Navigation
{
    /// <summary>The table; a new page adds its line here and its word to ShellTexts.</summary>
    public static readonly IReadOnlyList<NavEntry> All =
    [
        new("Home", "home", "/", NavGroup.Work),
        new("Board", "board", "/board", NavGroup.Work, Permission.ViewFigures),
        new("Applications", "flag", "/applications", NavGroup.Work, Permission.ViewApplications),
        new("Book", "shield", "/book", NavGroup.Work, Permission.WatchClaims),
        new("Claims", "paper", "/claims", NavGroup.Work, Permission.ViewClaims),
        new("ClaimBoard", "clock", "/claim-board", NavGroup.Work, Permission.ViewClaimProgress),
        new("Candidates", "flag", "/candidates", NavGroup.Work, Permission.DecideApplications),
        new("Declarations", "inbox", "/declarations", NavGroup.Work, Permission.ViewDeclarations),
        new("Worklists", "place", "/worklists", NavGroup.Work, Permission.KeepHouseholds),
        new("Renewals", "clock", "/renewals", NavGroup.Work, Permission.ViewPolicies),
        new("PremiumExceptions", "shield", "/premium-exceptions", NavGroup.Work, Permission.ViewPolicyBook),
        new("Reconciliations", "check", "/reconciliations", NavGroup.Work, Permission.ReconcilePremiums),
        new("Checks", "check", "/checks", NavGroup.Work, Permission.CheckHouseholds),
        new("Corrections", "edit", "/corrections", NavGroup.Work, Permission.DecideCorrections),
        new("ExportRequests", "shield", "/export-requests", NavGroup.Work, Permission.DecideExports),
        new("CommitmentLetter", "edit", "/commitment-letter", NavGroup.Work, Permission.SignCommitmentLetters),
        new("Sharing", "people", "/sharing", NavGroup.Work, Permission.UseOwnQueue),
        new("Calendar", "clock", "/calendar", NavGroup.Programme, Permission.ViewCycles),
        new("Launch", "check", "/launch", NavGroup.Programme, Permission.ViewCycles),
        new("Plan", "board", "/plan", NavGroup.Programme, Permission.ViewCycles),
        new("Titles", "flag", "/titles", NavGroup.Programme, Permission.ViewRewards),
        new("Rewards", "paper", "/rewards", NavGroup.Programme, Permission.ViewRewards),
        new("Summaries", "edit", "/summaries", NavGroup.Programme, Permission.ViewCycles),
        new("LeadingGroups", "people", "/leading-groups", NavGroup.Programme, Permission.ViewCycles),
        new("Households", "house", "/households", NavGroup.Villages, Permission.ViewHouseholds),
        new("PolicyBook", "paper", "/policies", NavGroup.Villages, Permission.ViewPolicyBook),
        new("ConsentedSurveys", "shield", "/consented-surveys", NavGroup.Villages, Permission.ViewConsentedSurveys),
        new("Completeness", "check", "/completeness", NavGroup.Villages, Permission.ViewFigures),
        new("Feedback", "inbox", "/feedback", NavGroup.Villages, Permission.ViewCycles),
        new("Duplicates", "search", "/duplicates", NavGroup.Villages, Permission.MergeHouseholds),
        new("Agreements", "paper", "/agreements", NavGroup.Villages, Permission.ViewAgreements),
        new("Agents", "people", "/agents", NavGroup.Villages, Permission.ViewAgents),
        new("Supervisors", "shield", "/supervisors", NavGroup.Supervision, Permission.ViewSupervisors),
        new("Complaints", "flag", "/complaints", NavGroup.Supervision, Permission.RecordComplaints),
        new("CallBacks", "check", "/call-backs", NavGroup.Supervision, Permission.MakeCallBacks),
        new("Schemes", "scheme", "/schemes", NavGroup.Material, Permission.ViewSchemes),
        new("Products", "paper", "/products", NavGroup.Material, Permission.ViewProducts),
        new("Papers", "print", "/papers", NavGroup.Material, Permission.ManagePapers),
        new("Rosters", "upload", "/rosters", NavGroup.Material, Permission.ImportRosters),
        new("PolicyLists", "upload", "/policy-lists", NavGroup.Material, Permission.BringInsurerLists),
        new("Imports", "upload", "/imports", NavGroup.Material, Permission.ImportCountyData),
        new("Accounts", "key", "/accounts", NavGroup.Administration, Permission.ManageAccounts),
        new("Grants", "key", "/grants", NavGroup.Administration, Permission.ManageGrants),
        new("DeliveryKeys", "key", "/delivery-keys", NavGroup.Administration, Permission.ManageDeliveryKeys),
        new("Sessions", "clock", "/sessions", NavGroup.Administration, Permission.EndSessions),
        new("Audit", "log", "/audit", NavGroup.Administration, Permission.ViewAudit),
    ];

    /// <summary>What this person sees.</summary>
    public static ILookup<NavGroup, NavEntry> For(Actor actor) =>
        All.Where(e => e.Needed is not { } needed || actor.ScopeOf(needed) is not null).ToLookup(e => e.Group);
}
