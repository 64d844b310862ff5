using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.LifeEvents;

/// <summary>The household that members go to, by its number, among those that the agent keeps.</summary>
public sealed class HouseholdByNumber(AppDbGate gate)
{
    /// <summary>The whole number.</summary>
    public sealed record Input(string Number);

    /// <summary>Short.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Number).NotEmpty().MaximumLength(40);
    }

    /// <summary>The household.</summary>
    public sealed record View(Guid Id, string Number, string Head, PlaceName? Place);

    /// <summary>Finds it; null when there is none, has ended, or is not the agent's.</summary>
    public Task<View?> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.KeepHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        var number = input.Number.Trim();
        return await db.Households.AsNoTracking().SingleOrDefaultAsync(h => h.Number == number && h.LeftOn == null, cancel) is not { } found ? null
            : new View(found.Id, found.Number, NamesInClear.Shown(db.Actor, found, found.HeadName), (await db.PlaceNamesAsync([found.VillageId], cancel)).GetValueOrDefault(found.VillageId));
    }, cancel);
}
