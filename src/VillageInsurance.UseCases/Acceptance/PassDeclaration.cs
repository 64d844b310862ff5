using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The reviewing body passes a declaration on the signed score forms; the figures are counted again at what is known by then.</summary>
public sealed class PassDeclaration(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The declaration as it was seen, and the opinion of the first review, which may be empty.</summary>
    public sealed record Input(Guid DeclarationId, int SeenVersion, string Opinion);

    /// <summary>At most 500 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Opinion).NotNull().MaximumLength(500);
    }

    /// <summary>Passes it. Refused while too few passed it, one did not, or the figures fall short.</summary>
    public async Task RunAsync(Input input)
    {
        input.MustMeet(new InputRules());
        var counted = await gate.RecountAsync(Permission.ReviewDeclarations, input.DeclarationId, input.SeenVersion, clock);
        await gate.ChangeAsync(Permission.ReviewDeclarations, async db =>
        {
            var (declaration, rules) = await db.DeclarationAsSeenAsync(input.DeclarationId, input.SeenVersion);
            var snapshot = db.Keep(counted, declaration, SnapshotPurpose.Review, clock);
            var sheets = await db.ReviewSheets.AsNoTracking().Where(s => s.DeclarationId == declaration.Id).ToListAsync();
            declaration.Pass(db.Actor, input.Opinion, rules, sheets, snapshot, await db.TakeNumberAsync(NumberKind.Review, clock.Today().Year), clock.GetUtcNow());
            await db.MoveAsync(await db.CycleAsync(declaration.CycleId), CycleMove.Pass, clock, input.Opinion, snapshot.Id, CycleRule.TheReviewIsPassed);
            await db.ClearQueueOfAsync(declaration.Id);
            if (rules.Chain.Forwarded) return;
            // Without a list the county's own review and its group's word come next.
            foreach (var kind in new[] { QueueKind.DeclarationToReview, QueueKind.ReplyToRecord })
                db.Add(QueueItem.ForWhoever(Role.CountyOffice, declaration.VillageId, kind, declaration.Id, clock.GetUtcNow(), rules.ReviewDay(declaration.Year)));
        });
    }
}
