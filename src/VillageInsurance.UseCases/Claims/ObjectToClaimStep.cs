using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Claims;

/// <summary>The supervisor objects to a step of a claim; the insurer must answer.</summary>
public sealed class ObjectToClaimStep(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Days in which an objection is answered.</summary>
    public const int DaysToAnswer = 15;

    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    public sealed record Input(Guid Id, Guid ClaimId, ClaimMilestone Step, string Text);

    /// <summary>An objection says why.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Step).IsInEnum();
            RuleFor(i => i.Text).NotEmpty().MaximumLength(500);
        }
    }

    /// <summary>Raises it. Refused against a step that was not taken.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.WatchClaims, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.ClaimNotes.AnyAsync(n => n.Id == input.Id)) return;
        var claim = await db.Claims.FindOrRefuseAsync(input.ClaimId);
        db.Add(ClaimNote.Objection(input.Id, claim, input.Step, input.Text, db.Actor.StaffId, clock.GetUtcNow()));
        db.Add(QueueItem.ForWhoever(Role.InsurerReviewer, claim.VillageId, QueueKind.ClaimObjected, claim.Id, clock.GetUtcNow(), clock.Today().AddDays(DaysToAnswer), $"{input.Id:N}"));
    });
}
