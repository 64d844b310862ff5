using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Worklists;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Worklists;

/// <summary>The agent puts households on the plan of a day, or takes them off it.</summary>
public sealed class PlanDay(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The day, who comes onto the plan, and who leaves it.</summary>
    public sealed record Input(DateOnly Day, IReadOnlyList<Guid> Add, IReadOnlyList<Guid> Remove);

    /// <summary>A day between today and the end of next month.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules(TimeProvider clock)
        {
            RuleFor(i => i.Day).InclusiveBetween(clock.Today(), clock.Today().AddDays(60));
            RuleFor(i => i.Add).NotNull().Must(a => a is { Count: <= 100 });
            RuleFor(i => i.Remove).NotNull().Must(r => r is { Count: <= 100 });
        }
    }

    /// <summary>Changes the plan and says how many stand on it. Refused beyond a day's work, and for households outside the agent's area.</summary>
    public Task<int> RunAsync(Input input) => gate.ChangeAsync(Permission.KeepHouseholds, async db =>
    {
        input.MustMeet(new InputRules(clock));
        var me = db.Actor.StaffId;
        await db.LockAsync($"day plan {me} {input.Day:yyyy-MM-dd}");
        var known = await db.Households.Where(h => input.Add.Contains(h.Id)).Select(h => h.Id).ToListAsync();
        if (input.Add.Except(known).FirstOrDefault() is var foreign && foreign != Guid.Empty) throw new NotFound("Household", foreign);
        var plan = await db.DayPlans.SingleOrDefaultAsync(p => p.StaffId == me && p.Day == input.Day);
        if (plan is null) db.Add(plan = new DayPlan(Guid.CreateVersion7(), me, input.Day));
        plan.Choose([.. plan.Households.Concat(input.Add).Except(input.Remove)]);
        return plan.Households.Count;
    });
}
