using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.UseCases.HouseholdChecks;

/// <summary>The agent asks the office: for other values in a checked file, for an event to be taken back, for a move to another village, or for somebody who is registered elsewhere. Exactly one of them.</summary>
public sealed class AskCorrection(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>The name of the sealed cell of a new value; never changes.</summary>
    internal const string Cell = "corrections.value";

    /// <summary>The correction's id, made by the page; the household as it was seen; why; and what.</summary>
    public sealed record Input(Guid Id, Guid HouseholdId, int SeenVersion, string Reason, IReadOnlyList<Change>? Fields = null, Guid? EventId = null, LifeEventFacts? Facts = null, Incomer? Incomer = null);

    /// <summary>A value as it is to be.</summary>
    public sealed record Change(Guid? PersonId, CorrectedField Field, string? New);

    /// <summary>Who lives here now and is registered elsewhere.</summary>
    public sealed record Incomer(string Name, string IdNumber, DateOnly On, string? Relation);

    /// <summary>A reason, and values of a length.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Reason).NotEmpty().MinimumLength(2).MaximumLength(500);
            RuleFor(i => i.Fields).Must((i, _) => new object?[] { i.Fields, i.EventId, i.Facts, i.Incomer }.Count(o => o is not null) == 1);
            RuleForEach(i => i.Fields).Must(f => f.New is not { Length: > 100 } && Enum.IsDefined(f.Field) && f.Field.IsOfMember() == f.PersonId is not null);
            RuleForEach(i => i.Fields).Must(f => FileValues.Fits(f.Field, f.New?.Trim()));
            RuleFor(i => i.Fields).Must(f => f is null || f.DistinctBy(c => (c.PersonId, c.Field)).Count() == f.Count);
            RuleFor(i => i.Incomer).Must(n => n is null || (n.Name is { Length: > 0 and <= 100 } && IdNumber.TryParse(n.IdNumber, testRegionAllowed: true, out _)));
        }
    }

    /// <summary>Asks. A repeat of the same id changes nothing.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.KeepHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.Corrections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == input.Id) is { } first)
        {
            if (first.HouseholdId != input.HouseholdId || first.AskedById != db.Actor.StaffId || first.Reason != input.Reason) throw new AlreadyCreated(input.Id);
            return;
        }
        var household = await db.Households.FindAsSeenAsync(input.HouseholdId, input.SeenVersion);
        var correction = await OfAsync(db, household, input);
        db.Add(correction);
        db.Add(QueueItem.ForWhoever(Role.CountyOffice, household.VillageId, QueueKind.CorrectionToDecide, correction.Id, clock.GetUtcNow()));
    });

    private async Task<Correction> OfAsync(AppDb db, Household household, Input input)
    {
        var (me, at) = (db.Actor.StaffId, clock.GetUtcNow());
        if (input.Fields is { } changes)
        {
            var values = await FileValues.LoadAsync(db, household);
            (await DeskConsents.OfAsync(db, household.Id, clock.Today())).RequireForCorrection(changes.Select(c => (c.PersonId, c.Field, c.New)), values);
            return Correction.OfFields(input.Id, household, [.. changes.Select(c => FileValues.IsSealed(c.Field)
                ? new FieldAsk(c.PersonId, c.Field, null, null, Convert.ToBase64String(vault.Seal(Cell, input.Id, c.New?.Trim() ?? "").Cipher))
                : new FieldAsk(c.PersonId, c.Field, values.Of(c.PersonId, c.Field), string.IsNullOrWhiteSpace(c.New) ? null : c.New.Trim()))], input.Reason, me, at);
        }
        if (input.EventId is { } id)
        {
            var life = await db.LifeEvents.AsNoTracking().Where(e => e.HouseholdId == household.Id || e.OtherHouseholdId == household.Id).FindOrRefuseAsync(id);
            return Correction.OfUndo(input.Id, household, life, input.Reason, me, at);
        }
        if (input.Facts is { } facts)
        {
            facts.Check(household, await db.Memberships.AsNoTracking().Where(m => m.HouseholdId == household.Id && m.LeftOn == null).ToListAsync(), clock.Today());
            return Correction.OfEvent(input.Id, household, facts, input.Reason, me, at);
        }
        var incomer = input.Incomer!;
        _ = IdNumber.TryParse(incomer.IdNumber, testRegionAllowed: true, out var number);
        return Correction.OfMoveHere(input.Id, household, new(LifeEventKind.Arrived, incomer.On, [], Relation: incomer.Relation), incomer.Name.Trim(), vault.Seal(Cell, input.Id, number.Text).Cipher, input.Reason, me, at);
    }
}
