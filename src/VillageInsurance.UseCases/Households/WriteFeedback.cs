using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>The agent writes the feedback of a month: the plan, and the talk once it was held.</summary>
public sealed class WriteFeedback(AppDbGate gate, TimeProvider clock)
{
    /// <param name="SeenVersion">As it was seen; null for none yet.</param>
    public sealed record Input(Guid VillageId, DateOnly Month, int? SeenVersion, string Plan, DateOnly? TalkOn, string TalkWith, string Minutes);

    /// <summary>Texts of a page's length.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.VillageId).NotEmpty();
            RuleFor(i => i.Plan).NotEmpty().MaximumLength(1000);
            RuleFor(i => i.TalkWith).MaximumLength(100);
            RuleFor(i => i.Minutes).MaximumLength(2000);
        }
    }

    /// <summary>Writes it. Refused when somebody else wrote first, and once it was given.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.GiveFeedback, async db =>
    {
        input.MustMeet(new InputRules());
        if (!db.Actor.May(Permission.GiveFeedback, input.VillageId)) throw new NotFound(nameof(Area), input.VillageId);
        await db.LockAsync($"feedback {input.VillageId} {input.Month:yyyy-MM}");
        var feedback = await db.CommitteeFeedback.SingleOrDefaultAsync(f => f.VillageId == input.VillageId && f.Month == input.Month);
        if (feedback?.Version != input.SeenVersion) throw new ChangedMeanwhile();
        if (feedback is null) db.Add(feedback = CommitteeFeedback.Begin(Guid.CreateVersion7(), input.VillageId, input.Month, db.Actor.StaffId, clock.Today()));
        feedback.Write(input.Plan.Trim(), input.TalkOn, input.TalkWith.Trim(), input.Minutes.Trim(), db.Actor.StaffId, clock.Today());
    });
}
