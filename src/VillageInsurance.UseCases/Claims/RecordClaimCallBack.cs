using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Claims;

/// <summary>The insurer asks the claimant: was the family told, was money asked for. A bad answer waits in the queue until another call has gone well.</summary>
public sealed class RecordClaimCallBack(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    public sealed record Input(Guid Id, Guid ClaimId, DateOnly On, ClaimAnswers Answers);

    /// <summary>Answers of whoever was reached, and of nobody else; no day to come.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules(TimeProvider clock)
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.On).LessThanOrEqualTo(clock.Today());
            RuleFor(i => i.Answers).Must(a => a.Reached == a.FamilyTold.HasValue && a.Reached == a.MoneyAskedFor.HasValue);
            RuleFor(i => i.Answers.Remark).MaximumLength(300);
        }
    }

    /// <summary>Records it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.CallBackClaimants, async db =>
    {
        input.MustMeet(new InputRules(clock));
        if (await db.ClaimCallBacks.AnyAsync(c => c.Id == input.Id)) return;
        var claim = await db.Claims.FindOrRefuseAsync(input.ClaimId);
        db.Add(new ClaimCallBack(input.Id, claim.VillageId, claim.GroupId, claim.Id, input.On, input.Answers, db.Actor.StaffId, clock.GetUtcNow()));
        if (input.Answers.IsBad) db.Add(QueueItem.ForWhoever(Role.InsurerReviewer, claim.VillageId, QueueKind.ClaimCallBackBad, claim.Id, clock.GetUtcNow()));
        else if (input.Answers.Reached) await db.ClearQueueOfAsync(claim.Id, QueueKind.ClaimCallBackBad);
    });
}
