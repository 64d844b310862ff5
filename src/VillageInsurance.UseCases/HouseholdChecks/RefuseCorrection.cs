using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.HouseholdChecks;

/// <summary>The office does not allow what an agent asked for, and says why.</summary>
public sealed class RefuseCorrection(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The correction as it was seen, and why not.</summary>
    public sealed record Input(Guid CorrectionId, int SeenVersion, string Opinion);

    /// <summary>A reason of at most 500 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Opinion).NotEmpty().MaximumLength(500);
    }

    /// <summary>Refuses it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DecideCorrections, async db =>
    {
        input.MustMeet(new InputRules());
        var correction = await db.Corrections.FindAsSeenAsync(input.CorrectionId, input.SeenVersion);
        correction.Refuse(db.Actor.StaffId, input.Opinion, clock.GetUtcNow());
        await db.ClearQueueOfAsync(correction.Id);
        db.Add(QueueItem.For(correction.AskedById, QueueKind.CorrectionDecided, correction.HouseholdId, clock.GetUtcNow(), correction.VillageId));
    });
}
