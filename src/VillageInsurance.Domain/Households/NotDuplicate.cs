using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Households;

/// <summary>Somebody compared two households and found two families: the pair is not shown again.</summary>
public sealed class NotDuplicate(Guid id, Guid villageId, Guid? groupId, Guid firstId, Guid secondId, Guid byId, DateTimeOffset at) : Entity(id), IGroupOwned
{
    /// <summary>The village of the first household.</summary>
    public Guid VillageId { get; private init; } = villageId;

    /// <inheritdoc />
    public Guid? GroupId { get; private init; } = groupId;

    /// <summary>The household with the smaller number.</summary>
    public Guid FirstId { get; private init; } = firstId;

    /// <summary>The other one.</summary>
    public Guid SecondId { get; private init; } = secondId;

    /// <summary>Who says so.</summary>
    public Guid ById { get; private init; } = byId;

    /// <summary>Since when.</summary>
    public DateTimeOffset At { get; private init; } = at;
}

/// <summary>Why two entries may be one family.</summary>
public enum DuplicateReason { IdNumber = 1, Phone = 2, NameAndBirth = 3, Head = 4 }
