using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>Remembers that two households are two families.</summary>
public sealed class SetApart(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The two, in any order.</summary>
    public sealed record Input(Guid OneId, Guid OtherId);

    /// <summary>Two different ones.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.OneId).NotEmpty();
            RuleFor(i => i.OtherId).NotEmpty().NotEqual(i => i.OneId);
        }
    }

    /// <summary>Keeps it; said twice it is kept once. Not found outside the actor's villages.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.MergeHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        Household[] both = [await db.Households.AsNoTracking().FindOrRefuseAsync(input.OneId), await db.Households.AsNoTracking().FindOrRefuseAsync(input.OtherId)];
        var (first, second) = string.CompareOrdinal(both[0].Number, both[1].Number) < 0 ? (both[0], both[1]) : (both[1], both[0]);
        if (await db.NotDuplicates.AnyAsync(p => p.FirstId == first.Id && p.SecondId == second.Id)) return;
        db.Add(new NotDuplicate(Guid.CreateVersion7(), first.VillageId, first.GroupId, first.Id, second.Id, db.Actor.StaffId, clock.GetUtcNow()));
    });
}
