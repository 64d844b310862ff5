using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Cycles;

/// <summary>A programme year's dates by its scheme, the working-day calendar, and how many of the actor's villages each date concerns.</summary>
public sealed class YearCalendar(AppDbGate gate)
{
    /// <summary>The programme year.</summary>
    public sealed record Input(int Year);

    /// <summary>A year of this century.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Year).InclusiveBetween(2000, 2099);
    }

    /// <param name="Dates">The scheme's dates in their order; the review lies in the year after.</param>
    /// <param name="Days">The days that are not what their weekday says.</param>
    /// <param name="MayEdit">Whether the actor keeps the calendar.</param>
    public sealed record View(int Year, Wording Scheme, IReadOnlyList<Date> Dates, IReadOnlyList<Day> Days, bool MayEdit);

    /// <param name="Moved">The next worked day, when the last day is a rest day.</param>
    /// <param name="Done">How many villages have done it.</param>
    /// <param name="Open">How many have it before them.</param>
    public sealed record Date(YearDateKind Kind, DateOnly On, DateOnly Moved, int? Done, int? Open);

    /// <summary>A holiday or make-up day.</summary>
    public sealed record Day(DateOnly On, CalendarDayKind Kind, string Name);

    /// <summary>Reads it.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewCycles, async db =>
    {
        input.MustMeet(new InputRules());
        var scheme = await db.SchemeOfAsync(input.Year, cancel);
        var (from, to) = (new DateOnly(input.Year, 1, 1), new DateOnly(input.Year + 1, 2, 28));
        var days = await db.CalendarDays.AsNoTracking().Where(d => d.Day >= from && d.Day <= to).OrderBy(d => d.Day).ToListAsync(cancel);
        var states = (await db.Cycles.AsNoTracking().Where(c => c.Year == input.Year).GroupBy(c => c.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel))
            .ToDictionary(g => g.Key, g => g.Count);
        return new View(input.Year, scheme.Name, DatesOf(scheme.Rules.Deadlines, input.Year, new WorkingDays(days), states),
            [.. days.Select(d => new Day(d.Day, d.Kind, d.Name))], db.Actor.ScopeOf(Permission.ManageProgramme) is not null);
    }, cancel);

    private static IReadOnlyList<Date> DatesOf(Deadlines deadlines, int year, WorkingDays worked, Dictionary<CycleState, int> states)
    {
        return
        [
            On(YearDateKind.Launch, deadlines.Launch.In(year)),
            On(YearDateKind.Implementation, deadlines.Implementation.In(year)),
            Counted(YearDateKind.Declaration, deadlines.Declaration.In(year), CycleState.Declared),
            On(YearDateKind.AsOf, new DateOnly(year, 12, 31)),
            Counted(YearDateKind.Review, deadlines.Review.In(year + 1), CycleState.Reviewed),
        ];

        Date On(YearDateKind kind, DateOnly day) => new(kind, day, worked.OnOrAfter(day), null, null);

        // Who stands there or beyond has done it; who builds or waits before it has it to do.
        Date Counted(YearDateKind kind, DateOnly day, CycleState reached) => On(kind, day) with
        {
            Done = states.Where(s => Beyond(s.Key) >= Beyond(reached)).Sum(s => s.Value),
            Open = states.Where(s => Beyond(s.Key) < Beyond(reached) && Beyond(s.Key) >= 0).Sum(s => s.Value),
        };
    }

    private static int Beyond(CycleState state) => state switch
    {
        CycleState.Withdrawn or CycleState.Revoked => -1,
        CycleState.Returned => (int)CycleState.Building,
        _ => (int)state,
    };
}

/// <summary>The dates of a programme year.</summary>
public enum YearDateKind { Launch, Implementation, Declaration, AsOf, Review }
