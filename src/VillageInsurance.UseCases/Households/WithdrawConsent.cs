using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>A family takes a consent back (PIPL art. 15): from today on the use ends.</summary>
public sealed class WithdrawConsent(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The household, the question, and the child that it is about.</summary>
    public sealed record Input(Guid HouseholdId, ConsentKind Kind, Guid? PersonId);

    /// <summary>A known question.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Kind).IsInEnum();
    }

    /// <summary>Withdraws it. Refused when none holds.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.KeepHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        var household = await db.Households.AsNoTracking().FindOrRefuseAsync(input.HouseholdId);
        var newest = await db.Consents.Where(c => c.HouseholdId == household.Id && c.Kind == input.Kind && c.PersonId == input.PersonId)
            .OrderByDescending(c => c.RecordedAt).FirstOrDefaultAsync() ?? throw new NotFound(nameof(Consent), household.Id);
        newest.Withdraw(clock.Today());
    });
}
