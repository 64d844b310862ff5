using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Agreements;

/// <summary>Which agent is in charge of a household, from one day to another: one at a time.</summary>
public sealed class HouseholdCharge(Guid id, Guid villageId, Guid? groupId, Guid householdId, Guid serviceId, DateOnly from) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <inheritdoc />
    public Guid? GroupId { get; private init; } = groupId;

    /// <summary>The household.</summary>
    public Guid HouseholdId { get; private init; } = householdId;

    /// <summary>The agent's service.</summary>
    public Guid ServiceId { get; private init; } = serviceId;

    /// <summary>The first day.</summary>
    public DateOnly From { get; private init; } = from;

    /// <summary>The last day; null while it lasts. The day before the first one when it never began.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Nobody is in charge from this day on.</summary>
    public void End(DateOnly from) => To = from > From ? from.AddDays(-1) : From.AddDays(-1);

    /// <summary>Takes the end back.</summary>
    public void Reopen() => To = null;

    /// <summary>Hands the household over: the other agent begins on this day.</summary>
    public HouseholdCharge HandOver(Guid serviceId, DateOnly from)
    {
        End(from);
        return new HouseholdCharge(Guid.CreateVersion7(), VillageId, GroupId, HouseholdId, serviceId, from);
    }
}
