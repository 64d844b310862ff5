using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Organisation;

/// <summary>A seat in the leading group (领导小组) of the county or a township, with department, post and term.</summary>
[PersonTable]
public sealed class LeadershipSeat(Guid id, Guid areaId, Guid? departmentId, string name, string title, LeadershipPost post, DateOnly from, Guid recordedById) : Entity(id)
{
    /// <summary>The county or township whose group it is.</summary>
    [NotPersonal] public Guid AreaId { get; private init; } = areaId;

    /// <summary>The department that the person stands for; null for none.</summary>
    [NotPersonal] public Guid? DepartmentId { get; private init; } = departmentId;

    /// <summary>The name: somebody on duty.</summary>
    [PersonalInfo(PersonalInfoClass.OnDuty, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public string Name { get; private init; } = name;

    /// <summary>The person's own office, such as deputy mayor.</summary>
    [PersonalInfo(PersonalInfoClass.OnDuty, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public string Title { get; private init; } = title;

    /// <summary>The post in the group.</summary>
    [NotPersonal] public LeadershipPost Post { get; private init; } = post;

    /// <summary>The first day.</summary>
    [NotPersonal] public DateOnly From { get; private init; } = from;

    /// <summary>The last day; null while it lasts.</summary>
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

/// <summary>组长, 副组长, 成员, 办公室主任, 办公室成员.</summary>
public enum LeadershipPost { Head, Deputy, Member, OfficeDirector, OfficeMember }
