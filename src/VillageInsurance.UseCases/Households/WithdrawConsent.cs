using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>A family takes a consent back (PIPL art. 15): from today on the use ends, and what was noted on health or money because of it is deleted.</summary>
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
        var household = await db.Households.FindOrRefuseAsync(input.HouseholdId);
        var newest = await db.Consents.Where(c => c.HouseholdId == household.Id && c.Kind == input.Kind && c.PersonId == input.PersonId)
            .OrderByDescending(c => c.RecordedAt).FirstOrDefaultAsync() ?? throw new NotFound(nameof(Consent), household.Id);
        newest.Withdraw(clock.Today());
        if (input.Kind is ConsentKind.Health or ConsentKind.Child) await ForgetHealthAsync(db, household.Id, input.PersonId);
        if (input.Kind is ConsentKind.Money) await ForgetMoneyAsync(db, household);
    });

    // What was noted with the consent goes with it (PIPL art. 47).
    private static async Task ForgetHealthAsync(AppDb db, Guid householdId, Guid? personId)
    {
        var members = db.Memberships.Where(m => m.HouseholdId == householdId && (personId == null || m.PersonId == personId)).Select(m => m.PersonId);
        foreach (var person in await db.Persons.Where(p => members.Contains(p.Id) && p.HealthNote != null).ToListAsync()) person.NoteHealth(null);
    }

    private static async Task ForgetMoneyAsync(AppDb db, Household household)
    {
        household.ForgetMoney();
        foreach (var visit in await db.Visits.Where(v => v.HouseholdId == household.Id).ToListAsync())
            if (visit.Answers.AffordableFen is not null) visit.ForgetMoney();
        foreach (var risk in await db.RiskRecords.Where(r => r.HouseholdId == household.Id && r.LossFen > 0).ToListAsync()) risk.ForgetMoney();
    }
}
