using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.UseCases.Papers;

/// <summary>What papers about people and acceptance say beside their layouts: offices with their duties, opinions, and the names of rewards and of the pack's items.</summary>
internal sealed record PaperActs(
    string Supervisor, string Agent, IReadOnlyList<string> SupervisorDuties, IReadOnlyList<string> AgentDuties, string SupervisorLimits, string AgentLimits, string Since, string Between,
    string Copies, IReadOnlyList<string> Points, string Recommended, string Vetted, string Assigned, string Declared, string Refused, string FirstTraining, string Attended, string Absent, string Nothing,
    string WholeVillage, string Version, string Passed, string SentBack, string Agrees, string Disagrees, string Visit, string Places, string Noticed,
    IReadOnlyDictionary<RewardKind, string> Rewards, IReadOnlyDictionary<string, string> Pack);
