using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Households;

/// <summary>Two entries of one family made into one: which household stays, which gave way, and what it takes to undo that exactly.</summary>
[PersonTable]
public sealed class HouseholdMerge(Guid id, Guid villageId, Guid? groupId, Guid keptId, Guid otherId, DateOnly on, MergeTrace trace, Guid byId, DateTimeOffset at) : Entity(id), IGroupOwned
{
    /// <summary>The village of the household that stays.</summary>
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The household that stays.</summary>
    [NotPersonal] public Guid KeptId { get; private init; } = keptId;

    /// <summary>The household that gave way.</summary>
    [NotPersonal] public Guid OtherId { get; private init; } = otherId;

    /// <summary>The day.</summary>
    [NotPersonal] public DateOnly On { get; private init; } = on;

    /// <summary>What was, before.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public MergeTrace Trace { get; private init; } = trace;

    /// <summary>Who merged.</summary>
    [NotPersonal] public Guid ById { get; private init; } = byId;

    /// <summary>When.</summary>
    [NotPersonal] public DateTimeOffset At { get; private init; } = at;

    /// <summary>Who undid it; null while it holds.</summary>
    [NotPersonal] public Guid? UndoneById { get; private set; }

    /// <summary>When it was undone.</summary>
    [NotPersonal] public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Refused: two that are one already, one that has ended, a family with a collective household.</summary>
    public static void Allow(Household kept, Household other)
    {
        Require(kept.Id != other.Id, MergeRule.TwoHouseholdsAreNeeded);
        Require(kept.LeftOn is null && other.LeftOn is null, HouseholdRule.OnlyALivingHouseholdChanges);
        Require(kept.Kind == other.Kind, MergeRule.BothAreOfOneKind);
    }

    /// <summary>Two rows are one person: the one without ID number gives way. Refused where that one has a number, and where nothing says that they are the same.</summary>
    public static void AllowOne(Person stays, Person givesWay)
    {
        Require(givesWay.IdNumberIndex is null && stays.Id != givesWay.Id, MergeRule.WhoHasANumberStays);
        Require(stays.Name == givesWay.Name || stays.BirthDate == givesWay.BirthDate, MergeRule.OnePersonHasOneNameOrBirthDate);
    }

    /// <summary>It is undone. Refused for a second time, and once either household or a member that moved was changed since.</summary>
    public void Undo(IReadOnlyDictionary<Guid, int> versions, Guid byId, DateTimeOffset at)
    {
        Require(UndoneAt is null, MergeRule.AMergeIsUndoneOnce);
        Require(Trace.Stamps.All(s => versions.GetValueOrDefault(s.Id, -1) == s.Version), MergeRule.NobodyEditedSince);
        (UndoneById, UndoneAt) = (byId, at);
    }

    /// <summary>The household that stays has moved.</summary>
    public void SeenAt(Guid villageId, Guid? groupId) => (VillageId, GroupId) = (villageId, groupId);
}

/// <summary>What was before a merge.</summary>
/// <param name="Facts">What the household that stays had told.</param>
/// <param name="Phone">Its sealed phone.</param>
/// <param name="Members">Members who left their household, and the membership that began instead.</param>
/// <param name="Places">Places that ended.</param>
/// <param name="Followed">Visits, consents, risks and cover elsewhere that came along.</param>
/// <param name="Joined">Persons who were one.</param>
/// <param name="Stamps">The version of each record as the merge left it.</param>
/// <param name="ChargeId">The agent's charge of the household that gave way, ended with it; null when nobody had it.</param>
public sealed record MergeTrace(HouseholdFacts Facts, Sealed? Phone, IReadOnlyList<MovedMember> Members, IReadOnlyList<Guid> Places, IReadOnlyList<Guid> Followed, IReadOnlyList<JoinedPerson> Joined, IReadOnlyList<MergeStamp> Stamps, Guid? ChargeId = null);

/// <summary>A member who left on the day of the merge, the new membership if there is one, and where the person was seen before.</summary>
public sealed record MovedMember(Guid PersonId, Guid LeftId, Guid? BegunId, Guid SeenIn, Guid? SeenInGroup);

/// <summary>Somebody without ID number who gave way to another row, and what followed that one.</summary>
public sealed record JoinedPerson(Guid StaysId, Guid GaveWayId, IReadOnlyList<Guid> Insured, IReadOnlyList<Guid> Held, IReadOnlyList<Guid> Enrolments);

/// <summary>A record's version.</summary>
public sealed record MergeStamp(Guid Id, int Version);

/// <summary>What is taken over from the household that gives way; the rest stays as the other one had it.</summary>
public enum MergeField { Phone = 1, Address = 2, MainIncome = 3, IncomeBand = 4, Housing = 5, DebtBand = 6, Relief = 7, Machines = 8 }

/// <summary>What a merge holds to.</summary>
public enum MergeRule
{
    /// <summary>A household is not merged with itself.</summary>
    TwoHouseholdsAreNeeded,

    /// <summary>A family is not merged with a dormitory.</summary>
    BothAreOfOneKind,

    /// <summary>Of two rows the one without ID number gives way; two numbers are two persons.</summary>
    WhoHasANumberStays,

    /// <summary>Rows that agree in neither name nor birth date are two persons.</summary>
    OnePersonHasOneNameOrBirthDate,

    /// <summary>What a policy counted for last year stays: whose policy it is does not change by a merge.</summary>
    LastYearsPoliciesStay,

    /// <summary>What was undone is not undone again.</summary>
    AMergeIsUndoneOnce,

    /// <summary>Undoing would lose what somebody entered since.</summary>
    NobodyEditedSince,
}
