using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.CheckSlips;

/// <summary>A household check slip (保单核对单): what the insurer really has for a family, on one page. That it was given out is kept, with what stood on it as a hash.</summary>
public sealed class CheckSlip(Guid id, Guid villageId, Guid? groupId, Guid householdId, string number, DateOnly on, int policies, string hash, Guid printedById, DateTimeOffset printedAt) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <inheritdoc />
    public Guid? GroupId { get; private init; } = groupId;

    /// <summary>The family.</summary>
    public Guid HouseholdId { get; private init; } = householdId;

    /// <summary>The slip's number, gap-free in its year.</summary>
    public string Number { get; private init; } = number;

    /// <summary>The day as of which it speaks.</summary>
    public DateOnly On { get; private init; } = on;

    /// <summary>How many policies stand on it.</summary>
    public int Policies { get; private init; } = policies;

    /// <summary>SHA-256 of the lines on it.</summary>
    public string Hash { get; private init; } = hash;

    /// <summary>Who printed it.</summary>
    public Guid PrintedById { get; private init; } = printedById;

    /// <summary>When.</summary>
    public DateTimeOffset PrintedAt { get; private init; } = printedAt;
}
