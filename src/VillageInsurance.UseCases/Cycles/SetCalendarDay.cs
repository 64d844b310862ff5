using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Cycles;

/// <summary>The office writes a day of the yearly holiday notice into the working-day calendar, or takes a wrong entry back.</summary>
public sealed class SetCalendarDay(AppDbGate gate)
{
    /// <summary>The day, what it is, and the holiday's name.</summary>
    public sealed record Input(DateOnly Day, CalendarDayKind Kind, string Name);

    /// <summary>A holiday has a name; a make-up day is a Saturday or Sunday.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Day).InclusiveBetween(new DateOnly(2000, 1, 1), new DateOnly(2099, 12, 31));
            RuleFor(i => i.Kind).IsInEnum();
            RuleFor(i => i.Name).MaximumLength(40);
            RuleFor(i => i.Name).NotEmpty().When(i => i.Kind != CalendarDayKind.Ordinary);
            RuleFor(i => i.Day).Must(d => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday).When(i => i.Kind == CalendarDayKind.MakeUpDay);
        }
    }

    /// <summary>Writes it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ManageProgramme, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync("calendar");
        if (await db.CalendarDays.SingleOrDefaultAsync(d => d.Day == input.Day) is { } known) known.Describe(input.Kind, input.Name);
        else if (input.Kind != CalendarDayKind.Ordinary) db.Add(new CalendarDay(Guid.CreateVersion7(), input.Day, input.Kind, input.Name));
    });
}
