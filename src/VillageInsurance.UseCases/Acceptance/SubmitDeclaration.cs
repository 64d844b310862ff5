using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The declaring body sends the declaration: the figures are counted and frozen, it gets its number, and the village is declared.</summary>
public sealed class SubmitDeclaration(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The declaration as it was seen.</summary>
    public sealed record Input(Guid DeclarationId, int SeenVersion);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.DeclarationId).NotEmpty();
    }

    private sealed record Asked(FigurePlace Place, FigurePeriod Period, FigurePeriod Counted, CountedPolicies Policies);

    /// <summary>Sends it, all or nothing. Refused after the scheme's last day.</summary>
    public async Task RunAsync(Input input)
    {
        input.MustMeet(new InputRules());
        var asked = await AskedAsync(input);
        var records = await gate.CountRecordsAsync(asked.Place, asked.Counted, asked.Policies);
        await gate.ChangeAsync(Permission.DeclareVillages, db => SubmitAsync(db, input, asked, records));
    }

    private Task<Asked> AskedAsync(Input input) => gate.ReadAsync(Permission.DeclareVillages, async db =>
    {
        var declaration = await db.Declarations.AsNoTracking().FindAsSeenAsync(input.DeclarationId, input.SeenVersion);
        var rules = (await db.SchemeAsync(declaration.SchemeId)).Rules;
        var (today, period) = (clock.Today(), declaration.PeriodOn(clock.Today(), rules));
        return new Asked(new(declaration.VillageId, declaration.SiteGroupId), period, period with { KnownAt = today < period.KnownAt ? today : period.KnownAt }, rules.Policies);
    }, CancellationToken.None);

    private async Task SubmitAsync(AppDb db, Input input, Asked asked, CountedRecords records)
    {
        var (declaration, rules) = await db.DeclarationAsSeenAsync(input.DeclarationId, input.SeenVersion);
        var cycle = await db.CycleAsync(declaration.CycleId);
        var snapshot = FigureSnapshot.Take(Guid.CreateVersion7(), declaration.VillageId, declaration.SiteGroupId, cycle.Id, SnapshotPurpose.Declaration, asked.Counted,
            await db.SchemeAsync(declaration.SchemeId), records, db.Actor.StaffId, clock.GetUtcNow());
        db.Add(snapshot);
        await db.MoveAsync(cycle, CycleMove.Declare, clock, snapshotId: snapshot.Id, proven: CycleRule.TheFiguresAreFrozen);
        declaration.Submit(db.Actor, rules, asked.Period, snapshot.Id, await db.TakeNumberAsync(NumberKind.Declaration, declaration.Year), clock.GetUtcNow());
        await db.ClearQueueOfAsync(declaration.Id);
        db.Add(QueueItem.ForWhoever(Role.CountyOffice, declaration.VillageId, QueueKind.DeclarationToTakeIn, declaration.Id, clock.GetUtcNow(), rules.ReviewDay(declaration.Year)));
    }
}
