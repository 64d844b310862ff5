using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Agreements;

/// <summary>An agent's commitment letter of a year (诚信承诺书) for one service: each point of one version of the text ticked, signed on the screen or on paper.</summary>
[PersonTable]
public sealed class CommitmentLetter(Guid id, Guid villageId, Guid? groupId, Guid serviceId, Guid staffId, int year, Guid textId, string signedName, bool onPaper, string number, DateTimeOffset signedAt)
    : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private init; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private init; } = groupId;

    /// <summary>The service.</summary>
    [NotPersonal] public Guid ServiceId { get; private init; } = serviceId;

    /// <summary>Who commits.</summary>
    [NotPersonal] public Guid StaffId { get; private init; } = staffId;

    /// <summary>The year for which it holds.</summary>
    [NotPersonal] public int Year { get; private init; } = year;

    /// <summary>The version of the text.</summary>
    [NotPersonal] public Guid TextId { get; private init; } = textId;

    /// <summary>The name as it was signed.</summary>
    [PersonalInfo(PersonalInfoClass.OnDuty, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public string SignedName { get; private init; } = signedName;

    /// <summary>Whether it was signed on paper; the scan is attached.</summary>
    [NotPersonal] public bool OnPaper { get; private init; } = onPaper;

    /// <summary>Its number from the register.</summary>
    [NotPersonal] public string Number { get; private init; } = number;

    /// <summary>When it was signed, or the paper recorded.</summary>
    [NotPersonal] public DateTimeOffset SignedAt { get; private init; } = signedAt;

    /// <summary>Signs for this year. Refused while a point is not ticked, and when the name is not the agent's own.</summary>
    public static CommitmentLetter Sign(Guid id, AgentService service, StaffMember agent, ProgrammeText text, IReadOnlyCollection<string> ticked, string name, bool onPaper, string number, int year, DateTimeOffset at)
    {
        Require(text.Points.All(p => ticked.Contains(p.Key)), LetterRule.EveryPointIsTicked);
        Require(name.Trim() == agent.Name, LetterRule.TheNameIsTheAgents);
        return new CommitmentLetter(id, service.VillageId, service.GroupId, service.Id, agent.Id, year, text.Id, name.Trim(), onPaper, number, at);
    }
}

/// <summary>Rules of commitment letters and the programme's texts.</summary>
public enum LetterRule { EveryPointIsTicked, TheNameIsTheAgents, TheTextIsTheNewest, OnlyAnAgentSigns, OneLetterAYear, ThePaperIsAttached, TheFivePointsStay }
