using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Claims;

/// <summary>The supervisor rates how fast and how well a claim was handled.</summary>
public sealed class RateClaim(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    public sealed record Input(Guid Id, Guid ClaimId, int Speed, int Quality, string Text);

    /// <summary>1 to 5 each; a remark may be empty.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Speed).InclusiveBetween(1, 5);
            RuleFor(i => i.Quality).InclusiveBetween(1, 5);
            RuleFor(i => i.Text).MaximumLength(500);
        }
    }

    /// <summary>Keeps the rating.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.WatchClaims, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.ClaimNotes.AnyAsync(n => n.Id == input.Id)) return;
        var claim = await db.Claims.FindOrRefuseAsync(input.ClaimId);
        db.Add(ClaimNote.Rating(input.Id, claim, input.Speed, input.Quality, input.Text, db.Actor.StaffId, clock.GetUtcNow()));
        await db.ClearQueueOfAsync(claim.Id, QueueKind.ClaimPicked);
    });
}
