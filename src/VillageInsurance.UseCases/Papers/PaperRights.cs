using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Who may see and print which paper: whoever may see its record.</summary>
public static class PaperRights
{
    /// <summary>The right to see and print.</summary>
    public static Permission ToSee(this PaperKind kind) => kind switch
    {
        PaperKind.SiteApplication => Permission.ViewApplications,
        PaperKind.Agreement => Permission.ViewAgreements,
        PaperKind.AppointmentLetter => Permission.ViewSupervisors,
        PaperKind.AgentRegistration or PaperKind.CommitmentLetter => Permission.ViewAgents,
        PaperKind.Declaration or PaperKind.ScoreForm or PaperKind.ReviewOpinion or PaperKind.ForwardingList => Permission.ViewDeclarations,
        PaperKind.RewardSheet => Permission.ViewRewards,
        _ => Permission.ViewCycles,
    };
}
