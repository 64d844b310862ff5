using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Households;

/// <summary>A list with more than a thousand rows in clear that somebody wants to take out: a second person decides, and what was approved is good for a day.</summary>
[PersonTable]
public sealed class ExportRequest(Guid id, Guid villageId, Guid? groupId, string order, string usedFor, int rows, Guid askedById, DateTimeOffset askedAt) : Entity(id), IGroupOwned
{
    /// <summary>How long after its approval the file is taken out.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>The village of the list; of several, the first.</summary>
    [NotPersonal] public Guid VillageId { get; private init; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private init; } = groupId;

    /// <summary>What was ordered, whole; the search in it may be a name.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string Order { get; private init; } = order;

    /// <summary>For what.</summary>
    [NotPersonal] public string UsedFor { get; private init; } = usedFor;

    /// <summary>How many rows it had when it was asked for.</summary>
    [NotPersonal] public int Rows { get; private init; } = rows;

    /// <summary>Who asks.</summary>
    [NotPersonal] public Guid AskedById { get; private init; } = askedById;

    /// <summary>When.</summary>
    [NotPersonal] public DateTimeOffset AskedAt { get; private init; } = askedAt;

    /// <summary>Where it stands.</summary>
    [NotPersonal] public ExportStatus Status { get; private set; } = ExportStatus.Asked;

    /// <summary>Who decided.</summary>
    [NotPersonal] public Guid? DecidedById { get; private set; }

    /// <summary>When.</summary>
    [NotPersonal] public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>What the second person said.</summary>
    [NotPersonal] public string? Opinion { get; private set; }

    /// <summary>Until when an approved one is taken out; null for one that is not approved.</summary>
    public DateTimeOffset? Until => Status == ExportStatus.Approved ? DecidedAt + Life : null;

    /// <summary>The second person allows it. Refused to who asked, and a second time.</summary>
    public void Approve(Guid officialId, string opinion, DateTimeOffset at) => Decide(ExportStatus.Approved, officialId, opinion, at);

    /// <summary>The second person says no, and why.</summary>
    public void Refuse(Guid officialId, string opinion, DateTimeOffset at)
    {
        Require(!string.IsNullOrWhiteSpace(opinion), ExportRequestRule.ANoSaysWhy);
        Decide(ExportStatus.Refused, officialId, opinion, at);
    }

    /// <summary>Whether this person may take it out now: nobody but who asked, and within the day.</summary>
    public bool Allows(Guid staffId, DateTimeOffset now) => AskedById == staffId && now < Until;

    private void Decide(ExportStatus status, Guid officialId, string opinion, DateTimeOffset at)
    {
        Require(Status == ExportStatus.Asked, ExportRequestRule.OnlyAnOpenOneIsDecided);
        Require(officialId != AskedById, ExportRequestRule.NobodyDecidesTheirOwn);
        (Status, DecidedById, Opinion, DecidedAt) = (status, officialId, opinion, at);
    }
}

/// <summary>Where a request stands.</summary>
public enum ExportStatus { Asked = 1, Approved = 2, Refused = 3 }

/// <summary>What requests for a list hold to.</summary>
public enum ExportRequestRule { OnlyAnOpenOneIsDecided, NobodyDecidesTheirOwn, ANoSaysWhy }
