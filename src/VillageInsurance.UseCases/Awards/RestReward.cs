using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Awards;

/// <summary>The office adds to a person's reward what it rests on: the committee's resolution and the public notice.</summary>
public sealed class RestReward(AppDbGate gate)
{
    /// <summary>The line as it was seen.</summary>
    public sealed record Input(Guid LineId, int SeenVersion, string Resolution, Guid? NoticeId);

    /// <summary>A resolution of usual length.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Resolution).NotEmpty().MaximumLength(200);
    }

    /// <summary>Writes it down.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.PrepareRewards, async db =>
    {
        input.MustMeet(new InputRules());
        (await db.RewardLines.FindAsSeenAsync(input.LineId, input.SeenVersion)).RestOn(input.Resolution.Trim(), input.NoticeId);
    });
}
