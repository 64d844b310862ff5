using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Agreements;

/// <summary>Something that an agent did against the rules, and what followed.</summary>
[PersonTable]
public sealed class AgentViolation(Guid id, Guid villageId, Guid? groupId, Guid serviceId, DateOnly happenedOn, string facts, string measure, Guid recordedById, DateTimeOffset at) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private init; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private init; } = groupId;

    /// <summary>The service in which it happened.</summary>
    [NotPersonal] public Guid ServiceId { get; private init; } = serviceId;

    /// <summary>The day.</summary>
    [NotPersonal] public DateOnly HappenedOn { get; private init; } = happenedOn;

    /// <summary>What happened.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public string Facts { get; private init; } = facts;

    /// <summary>What was done about it.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public string Measure { get; private init; } = measure;

    /// <summary>Who recorded it.</summary>
    [NotPersonal] public Guid RecordedById { get; private init; } = recordedById;

    /// <summary>When.</summary>
    [NotPersonal] public DateTimeOffset At { get; private init; } = at;
}
