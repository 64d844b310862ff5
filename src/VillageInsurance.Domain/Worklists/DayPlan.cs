using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Worklists;

/// <summary>The households that an agent means to visit on a day, in the order of the way.</summary>
public sealed class DayPlan(Guid id, Guid staffId, DateOnly day) : Entity(id)
{
    /// <summary>More is no day's work.</summary>
    public const int Most = 40;

    /// <summary>Who walks.</summary>
    public Guid StaffId { get; private init; } = staffId;

    /// <summary>When.</summary>
    public DateOnly Day { get; private init; } = day;

    /// <summary>Whom.</summary>
    public IReadOnlyList<Guid> Households { get; private set; } = [];

    /// <summary>Another choice. Refused for more than a day's work.</summary>
    public void Choose(IReadOnlyList<Guid> households)
    {
        Require(households.Count <= Most, DayPlanRule.ADayHasFortyVisitsAtMost);
        Households = [.. households.Distinct()];
    }
}

/// <summary>What a day's plan holds to.</summary>
public enum DayPlanRule { ADayHasFortyVisitsAtMost }
