using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Agreements;

/// <summary>A training or exchange of supervisors or agents, of the whole county or a township. Who attended stands in <see cref="TrainingAttendance"/>.</summary>
public sealed class TrainingEvent(Guid id, TrainingAudience audience, TrainingKind kind, Guid areaId, DateOnly heldOn, int hours, string place, string topic, Guid recordedById) : Entity(id)
{
    /// <summary>For whom.</summary>
    public TrainingAudience Audience { get; private init; } = audience;

    /// <summary>Training or exchange.</summary>
    public TrainingKind Kind { get; private init; } = kind;

    /// <summary>The county or township for which it was held.</summary>
    public Guid AreaId { get; private init; } = areaId;

    /// <summary>The day.</summary>
    public DateOnly HeldOn { get; private init; } = heldOn;

    /// <summary>How long, in hours.</summary>
    public int Hours { get; private init; } = hours;

    /// <summary>Where.</summary>
    public string Place { get; private init; } = place;

    /// <summary>What about.</summary>
    public string Topic { get; private init; } = topic;

    /// <summary>Who recorded it.</summary>
    public Guid RecordedById { get; private init; } = recordedById;

    /// <summary>The right that records one.</summary>
    public static Permission NeededFor(TrainingAudience audience) => audience == TrainingAudience.Supervisors ? Permission.AppointSupervisors : Permission.RegisterAgents;

    /// <summary>Notes whether somebody came.</summary>
    public TrainingAttendance Note(Guid villageId, Guid? groupId, Guid staffId, bool attended) => new(Guid.CreateVersion7(), villageId, groupId, Id, staffId, attended);
}

/// <summary>That somebody who was expected at a training came, or did not.</summary>
public sealed class TrainingAttendance(Guid id, Guid villageId, Guid? groupId, Guid trainingId, Guid staffId, bool attended) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <inheritdoc />
    public Guid? GroupId { get; private init; } = groupId;

    /// <summary>The training.</summary>
    public Guid TrainingId { get; private init; } = trainingId;

    /// <summary>Who was expected.</summary>
    public Guid StaffId { get; private init; } = staffId;

    /// <summary>Whether the person came.</summary>
    public bool Attended { get; private init; } = attended;
}

/// <summary>Who is trained.</summary>
public enum TrainingAudience { Supervisors, Agents }

/// <summary>学习培训 or 交流.</summary>
public enum TrainingKind { Training, Exchange }
