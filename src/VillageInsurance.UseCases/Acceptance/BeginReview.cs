using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>A reviewer begins his score form of a declaration, or the office that of a reviewer without an account, from the sheet that he signed.</summary>
public sealed class BeginReview(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="Track">In which body's name.</param>
    /// <param name="ReviewerId">Whose judgement it is; null for one's own.</param>
    public sealed record Input(Guid Id, Guid DeclarationId, ReviewTrack Track, Guid? ReviewerId);

    /// <summary>Ids and a track are needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.DeclarationId).NotEmpty();
            RuleFor(i => i.Track).IsInEnum();
        }
    }

    /// <summary>Begins it. Refused to a reviewer with an interest in the village.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ReviewDeclarations, async db =>
    {
        input.MustMeet(new InputRules());
        var reviewerId = input.ReviewerId ?? db.Actor.StaffId;
        if (await db.ReviewSheets.SingleOrDefaultAsync(s => s.Id == input.Id) is { } first)
        {
            if (first.DeclarationId != input.DeclarationId || first.ReviewerId != reviewerId || first.EnteredById != db.Actor.StaffId) throw new AlreadyCreated(input.Id);
            return;
        }
        await db.LockAsync($"review {input.DeclarationId}");
        var declaration = await db.Declarations.AsNoTracking().FindOrRefuseAsync(input.DeclarationId);
        if (await db.ReviewSheets.AnyAsync(s => s.DeclarationId == declaration.Id && s.ReviewerId == reviewerId)) throw ReviewRule.OneSheetPerReviewer.Broken();
        var reviewer = reviewerId == db.Actor.StaffId ? db.Actor
            : await ActorLoader.ReadAsync(db, reviewerId, clock.Today(), default) ?? throw new NotFound(nameof(StaffMember), reviewerId);
        var groups = await db.Areas.Where(g => g.ParentId == declaration.VillageId).Select(g => g.Id).ToListAsync();
        db.Add(ReviewSheet.Begin(input.Id, declaration, input.Track, reviewer, reviewer.IsOfTheLeadingGroup(declaration.VillageId), db.Actor,
            (await db.SchemeAsync(declaration.SchemeId)).Rules, await db.ProposersAsync(declaration), groups));
    });
}
