using FluentValidation;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Awards;

/// <summary>The office records what a village used its reward for, with the proof.</summary>
public sealed class RecordRewardUse(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The line as it was seen, the purpose, what exactly, and the day.</summary>
    public sealed record Input(Guid LineId, int SeenVersion, RewardPurpose Purpose, string Note, DateOnly On);

    /// <summary>What exactly, in at most 500 characters and without anybody's numbers.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules(DateOnly today)
        {
            RuleFor(i => i.Purpose).IsInEnum();
            RuleFor(i => i.Note).NotEmpty().MaximumLength(500);
            RuleFor(i => i.On).LessThanOrEqualTo(today);
        }
    }

    /// <summary>Records it. Refused without a proof.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.PrepareRewards, async db =>
    {
        input.MustMeet(new InputRules(clock.Today()));
        await db.LockAsync($"reward {input.LineId}");
        var line = await db.RewardLines.FindAsSeenAsync(input.LineId, input.SeenVersion);
        await db.RequireEvidenceAsync(line.Id, EvidenceKind.RewardUse);
        line.Use(input.Purpose, input.Note.Trim(), input.On);
        await db.ClearQueueOfAsync(line.Id);
    });
}
