using VillageInsurance.Domain.Agreements;
using VillageInsurance.Web.Shared;

namespace VillageInsurance.Web.Agreements;

/// <summary>How states of agreements and people are marked.</summary>
internal static class StateKinds
{
    public static MarkKind Of(AgreementStatus status) => status switch
    {
        AgreementStatus.Submitted => MarkKind.Info,
        AgreementStatus.Returned => MarkKind.Gap,
        AgreementStatus.InForce => MarkKind.Met,
        _ => MarkKind.Idle,
    };

    public static MarkKind Of(SupervisorStatus status, bool inOffice) => status switch
    {
        SupervisorStatus.Nominated => MarkKind.Info,
        SupervisorStatus.Appointed => inOffice ? MarkKind.Met : MarkKind.Gap,
        _ => MarkKind.Idle,
    };

    public static MarkKind Of(AgentStatus status, bool ready) => status switch
    {
        AgentStatus.Assigned => ready ? MarkKind.Met : MarkKind.Gap,
        AgentStatus.Suspended => MarkKind.Gap,
        AgentStatus.Left or AgentStatus.TurnedDown => MarkKind.Idle,
        _ => MarkKind.Info,
    };
}
