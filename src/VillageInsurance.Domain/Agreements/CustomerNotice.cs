using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Agreements;

/// <summary>A holder of long policies who is to be told that the agent has left, within 30 days (Sales Conduct Rules art. 36).</summary>
public sealed class CustomerNotice(Guid id, Guid villageId, Guid? groupId, Guid serviceId, Guid personId, int policies, DateOnly due) : Entity(id), IGroupOwned
{
    /// <summary>Days from the agent's last one in which the customer is told.</summary>
    public const int Days = 30;

    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <inheritdoc />
    public Guid? GroupId { get; private init; } = groupId;

    /// <summary>The service that ended.</summary>
    public Guid ServiceId { get; private init; } = serviceId;

    /// <summary>Who is to be told.</summary>
    public Guid PersonId { get; private init; } = personId;

    /// <summary>How many long policies the person holds from this agent.</summary>
    public int Policies { get; private init; } = policies;

    /// <summary>The last day in time.</summary>
    public DateOnly Due { get; private init; } = due;

    /// <summary>When the person was told; null until then.</summary>
    public DateOnly? ToldOn { get; private set; }

    /// <summary>How: visit, telephone, letter, message.</summary>
    public ToldBy? How { get; private set; }

    /// <summary>Who recorded it.</summary>
    public Guid? RecordedById { get; private set; }

    /// <summary>Records that the person was told.</summary>
    public void Tell(Actor by, DateOnly on, ToldBy how)
    {
        Require(ToldOn is null, AgentRule.TheCustomerIsToldOnce);
        (ToldOn, How, RecordedById) = (on, how, by.StaffId);
    }
}

/// <summary>How a customer was told.</summary>
public enum ToldBy { Visit, Telephone, Letter, Message }
