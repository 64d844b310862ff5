using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Agreements;

/// <summary>A member of a village committee, with post and term; one of them is the cadre in charge of insurance (分管村干部).</summary>
[PersonTable]
public sealed class CommitteeMember(Guid id, Guid villageId, string name, string post, bool inCharge, DateOnly? resolvedOn, DateOnly from, Guid recordedById) : Entity(id), IVillageOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private init; } = villageId;

    /// <summary>The name: somebody on duty.</summary>
    [PersonalInfo(PersonalInfoClass.OnDuty, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public string Name { get; private init; } = name;

    /// <summary>The post in the committee.</summary>
    [PersonalInfo(PersonalInfoClass.OnDuty, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public string Post { get; private init; } = post;

    /// <summary>Whether this is the cadre in charge of insurance.</summary>
    [NotPersonal] public bool InCharge { get; private init; } = inCharge;

    /// <summary>The day of the committee's resolution on it.</summary>
    [NotPersonal] public DateOnly? ResolvedOn { get; private init; } = resolvedOn;

    /// <summary>The first day.</summary>
    [NotPersonal] public DateOnly From { get; private init; } = from;

    /// <summary>The last day; null while the person is in office.</summary>
    [NotPersonal] public DateOnly? To { get; private set; }

    /// <summary>Who recorded it.</summary>
    [NotPersonal] public Guid RecordedById { get; private init; } = recordedById;

    /// <summary>Ends with this day.</summary>
    public void End(DateOnly lastDay)
    {
        Require(To is null && lastDay >= From.AddDays(-1), SeatRule.ASeatEndsAfterItStarts);
        To = lastDay;
    }
}

/// <summary>Rules of committees, leading groups and departments.</summary>
public enum SeatRule { OneCadreInCharge, ASeatEndsAfterItStarts, AGroupIsTheCountysOrATownships, OnlyTheOwnTownshipsGroup, ANameIsNewToTheDepartment }
