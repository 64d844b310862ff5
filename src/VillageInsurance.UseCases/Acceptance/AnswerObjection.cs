using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>Answers an objection, by somebody else than who took it down: rejected, or upheld, which keeps the village from its title.</summary>
public sealed class AnswerObjection(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The objection as it was seen, the answer and how it ends.</summary>
    public sealed record Input(Guid ObjectionId, int SeenVersion, string Answer, ObjectionOutcome Outcome);

    /// <summary>An answer of at most 1,000 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Answer).NotEmpty().MaximumLength(1000);
            RuleFor(i => i.Outcome).IsInEnum();
        }
    }

    /// <summary>Answers it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.PublishNotices, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"objection {input.ObjectionId}");
        var objection = await db.Objections.FindAsSeenAsync(input.ObjectionId, input.SeenVersion);
        objection.Reply(db.Actor, input.Answer, input.Outcome, clock.GetUtcNow());
        var mark = $"{objection.Id:N}";
        foreach (var item in await db.QueueItems.Where(q => q.RecordId == objection.NoticeId && q.Detail == mark && q.DoneAt == null).ToListAsync())
            item.Finish(db.Actor.StaffId, clock.GetUtcNow());
    });
}
