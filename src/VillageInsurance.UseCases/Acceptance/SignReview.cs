using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>A reviewer signs his score form; for one on paper, who entered it signs that it says what the scan says. Then the next reviewer, or the verdict, waits.</summary>
public sealed class SignReview(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The form as it was seen.</summary>
    public sealed record Input(Guid SheetId, int SeenVersion);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.SheetId).NotEmpty();
    }

    /// <summary>Signs it. Refused while an item, the site visit or the verdict is missing, and on paper without the scan.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ReviewDeclarations, async db =>
    {
        input.MustMeet(new InputRules());
        var sheet = await db.ReviewSheets.FindAsSeenAsync(input.SheetId, input.SeenVersion);
        await db.LockAsync($"review {sheet.DeclarationId}");
        var declaration = await db.Declarations.AsNoTracking().SingleAsync(d => d.Id == sheet.DeclarationId);
        var rules = (await db.SchemeAsync(declaration.SchemeId)).Rules;
        var frozen = await db.Snapshots.Where(s => s.Id == declaration.SnapshotId).Select(s => s.Frozen).SingleAsync();
        sheet.Sign(db.Actor, declaration, rules, frozen, await db.HasScanAsync(sheet.Id, EvidenceKind.Review), clock.GetUtcNow(), clock.Today());
        await TellNextAsync(db, sheet, declaration, rules);
    });

    private async Task TellNextAsync(AppDb db, ReviewSheet sheet, Declaration declaration, SchemeRules rules)
    {
        // The county's second track ends in the county group's minutes, which wait already.
        if (sheet.Track != ReviewSheet.FirstTrack(rules.Chain)) return;
        var signed = 1 + await db.ReviewSheets.CountAsync(s => s.DeclarationId == declaration.Id && s.Track == sheet.Track && s.SignedAt != null && s.Id != sheet.Id);
        await db.ClearQueueOfAsync(declaration.Id);
        db.Add(QueueItem.ForWhoever(rules.Chain.Reviewer, declaration.VillageId, signed < rules.ScoreForm.Reviewers ? QueueKind.ReviewToSignSecond : QueueKind.ReviewToDecide,
            declaration.Id, clock.GetUtcNow(), rules.ReviewDay(declaration.Year)));
    }
}
