using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.CheckSlips;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.CheckSlips;

/// <summary>Gives a household's check slip its number, and keeps that it was given out.</summary>
public sealed class PrintSlip(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request takes no second number.</param>
    public sealed record Input(Guid Id, Guid HouseholdId);

    /// <summary>Ids.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.HouseholdId).NotEmpty();
        }
    }

    /// <summary>Numbers it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.PrintSlips, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.CheckSlips.AsNoTracking().SingleOrDefaultAsync(s => s.Id == input.Id) is { } first)
        {
            if (first.HouseholdId != input.HouseholdId) throw new AlreadyCreated(input.Id);
            return;
        }
        var (household, today) = (await db.Households.AsNoTracking().FindOrRefuseAsync(input.HouseholdId), clock.Today());
        var lines = await SlipLines.OfAsync(db, household, today);
        db.Add(new CheckSlip(input.Id, household.VillageId, household.GroupId, household.Id, await db.TakeNumberAsync(NumberKind.CheckSlip, today.Year), today, lines.Count, SlipLines.HashOf(lines),
            db.Actor.StaffId, clock.GetUtcNow()));
    });
}
