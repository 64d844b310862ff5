using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.HouseholdChecks;

namespace VillageInsurance.UseCases.LifeEvents;

/// <summary>The agent enters what happened in a household. What leads into a village that he does not keep is asked of the office instead.</summary>
public sealed class RecordLifeEvent(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>The event's id, made by the page; the household as it was seen; what happened; and who came, if somebody did.</summary>
    public sealed record Input(Guid Id, Guid HouseholdId, int SeenVersion, LifeEventFacts Facts, Newcomer? Newcomer = null);

    /// <summary>Whether it can have happened is the domain's rule.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Facts.Kind).IsInEnum();
            RuleFor(i => i.Facts.PersonIds).NotNull().Must(p => p is { Count: <= 50 });
            RuleFor(i => i.Facts.Relation).MaximumLength(40);
            RuleFor(i => i.Facts.School).MaximumLength(100);
            RuleFor(i => i.Facts.Stage).IsInEnum();
            RuleFor(i => i.Facts.Residence).IsInEnum();
            RuleFor(i => i.Newcomer!).SetValidator(new NewcomerRules()).When(i => i.Newcomer is not null);
        }
    }

    /// <summary>Records it. A repeat of the same changes nothing.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.KeepHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.LifeEvents.AsNoTracking().SingleOrDefaultAsync(e => e.Id == input.Id) is { } first)
        {
            if ((first.HouseholdId, first.Kind, first.On, first.RecordedById) != (input.HouseholdId, input.Facts.Kind, input.Facts.On, db.Actor.StaffId)) throw new AlreadyCreated(input.Id);
            return;
        }
        var household = await db.Households.FindAsSeenAsync(input.HouseholdId, input.SeenVersion);
        // That somebody never belonged to a checked household is a correction.
        if (input.Facts.Kind == LifeEventKind.EnteredInError) await db.RequireEditableAsync(household);
        await db.RecordAsync(vault, input.Id, household, input.Facts, input.Newcomer, db.Actor.ScopeOf(Permission.KeepHouseholds)!, clock.GetUtcNow());
    });
}
