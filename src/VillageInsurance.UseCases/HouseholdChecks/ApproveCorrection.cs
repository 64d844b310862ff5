using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.LifeEvents;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.HouseholdChecks;

/// <summary>The office allows what an agent asked for, and with that it is done: the values change, the event is taken back, or the move takes place.</summary>
public sealed class ApproveCorrection(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>The correction as it was seen; the opinion may be empty.</summary>
    public sealed record Input(Guid CorrectionId, int SeenVersion, string Opinion);

    /// <summary>At most 500 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Opinion).MaximumLength(500);
    }

    /// <summary>Approves and carries out, all or nothing. Refused when the old value, or the household, is no longer what it was, and when the consent that a value needs no longer holds.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DecideCorrections, async db =>
    {
        input.MustMeet(new InputRules());
        var correction = await db.Corrections.FindAsSeenAsync(input.CorrectionId, input.SeenVersion);
        var household = await db.Households.FindOrRefuseAsync(correction.HouseholdId);
        correction.Approve(db.Actor.StaffId, input.Opinion, clock.GetUtcNow());
        await CarryOutAsync(db, correction, household);
        await db.ClearQueueOfAsync(correction.Id);
        db.Add(QueueItem.For(correction.AskedById, QueueKind.CorrectionDecided, correction.HouseholdId, clock.GetUtcNow(), correction.VillageId));
    });

    private async Task CarryOutAsync(AppDb db, Correction correction, Household household)
    {
        switch (correction.Kind)
        {
            case CorrectionKind.Fields:
                await db.RequireAtRestAsync(household);
                var values = await FileValues.LoadAsync(db, household);
                // The family may have taken its consent back since the agent asked.
                (await DeskConsents.OfAsync(db, household.Id, clock.Today())).RequireForCorrection(correction.Fields.Select(f => (f.PersonId, f.Field, f.New)), values);
                foreach (var ask in correction.Fields) values.Write(ask, vault, correction.Id);
                db.NoteFieldChanges(household, correction);
                break;
            case CorrectionKind.Undo:
                var life = await db.LifeEvents.FindOrRefuseAsync(correction.EventId!.Value);
                life.Correct(db.Actor.StaffId, clock.GetUtcNow());
                await db.TakeBackAsync(life, clock.Today());
                break;
            case CorrectionKind.Event:
                await db.RecordAsync(vault, Guid.CreateVersion7(), household, correction.Facts!, null, DataScope.WholeCounty, clock.GetUtcNow());
                break;
            default:
                await MoveHereAsync(db, correction, household);
                break;
        }
    }

    // From wherever he is registered; one who lives nowhere any more simply arrives.
    private async Task MoveHereAsync(AppDb db, Correction correction, Household household)
    {
        _ = IdNumber.TryParse(vault.Open(AskCorrection.Cell, correction.Id, new Sealed(correction.IdNumber!, [])), testRegionAllowed: true, out var number);
        var (index, facts) = (vault.IndexOf(number.Text), correction.Facts!);
        var person = await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.IdNumberIndex == index);
        var member = person is null ? null : await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.PersonId == person.Id && m.LeftOn == null);
        if (member is null)
        {
            await db.RecordAsync(vault, Guid.CreateVersion7(), household, facts, new(Guid.CreateVersion7(), correction.Name!, number.Text, number.Sex, number.BirthDate), DataScope.WholeCounty, clock.GetUtcNow());
            return;
        }
        if (member.HouseholdId == household.Id) throw CorrectionRule.TheMoverIsFound.Broken();
        var from = await db.Households.FindOrRefuseAsync(member.HouseholdId);
        var next = await db.Memberships.AsNoTracking().Where(m => m.HouseholdId == from.Id && m.LeftOn == null && m.PersonId != person!.Id).OrderBy(m => m.Number).Select(m => (Guid?)m.PersonId).FirstOrDefaultAsync();
        // The last member takes the household's end with him.
        var move = next is null ? new LifeEventFacts(LifeEventKind.Merged, facts.On, [], household.Id, Relation: facts.Relation)
            : new LifeEventFacts(LifeEventKind.MovedWithin, facts.On, [person!.Id], household.Id, HeadId: next, Relation: facts.Relation);
        await db.RecordAsync(vault, Guid.CreateVersion7(), from, move, null, DataScope.WholeCounty, clock.GetUtcNow());
    }
}
