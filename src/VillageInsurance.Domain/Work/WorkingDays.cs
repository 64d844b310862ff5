using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Work;

/// <summary>Which days are worked: weekdays without public holidays, and the weekend days that make up for them (Civil Code art. 203).</summary>
public sealed class WorkingDays(IEnumerable<CalendarDay> days)
{
    private readonly Dictionary<DateOnly, CalendarDayKind> _days = days.Where(d => d.Kind != CalendarDayKind.Ordinary).ToDictionary(d => d.Day, d => d.Kind);

    /// <summary>Whether this day is worked.</summary>
    public bool IsWorked(DateOnly day) => _days.TryGetValue(day, out var kind) ? kind == CalendarDayKind.MakeUpDay
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>This day, or the next one that is worked: where a last day on a rest day moves to.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorked(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The last day of a period of so many working days; the first day is not counted (Civil Code art. 201).</summary>
    public DateOnly After(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0; left--) day = OnOrAfter(day.AddDays(1));
        return day;
    }
}

/// <summary>A day that is not what its weekday says.</summary>
public sealed class CalendarDay(Guid id, DateOnly day, CalendarDayKind kind, string name) : Entity(id)
{
    /// <summary>The day.</summary>
    public DateOnly Day { get; private init; } = day;

    /// <summary>Free or worked.</summary>
    public CalendarDayKind Kind { get; private set; } = kind;

    /// <summary>The holiday that it belongs to.</summary>
    public string Name { get; private set; } = name;

    /// <summary>Takes what the year's notice says.</summary>
    public void Describe(CalendarDayKind kind, string name) => (Kind, Name) = (kind, name);
}

/// <summary>What a day is in the working-day calendar.</summary>
public enum CalendarDayKind
{
    /// <summary>Free, whatever the weekday.</summary>
    Holiday,

    /// <summary>Worked, though a Saturday or Sunday.</summary>
    MakeUpDay,

    /// <summary>As its weekday says: a day that was entered wrongly before.</summary>
    Ordinary,
}
