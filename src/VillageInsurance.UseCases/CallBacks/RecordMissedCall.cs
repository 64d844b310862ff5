using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.CallBacks;

/// <summary>Nobody was reached; the call-back stays open.</summary>
public sealed class RecordMissedCall(AppDbGate gate, TimeProvider clock)
{
    /// <summary>As it was seen.</summary>
    public sealed record Input(Guid Id, int SeenVersion);

    /// <summary>An id.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Id).NotEmpty();
    }

    /// <summary>Records it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.MakeCallBacks, async db =>
    {
        input.MustMeet(new InputRules());
        (await db.CallBacks.FindAsSeenAsync(input.Id, input.SeenVersion)).Miss(db.Actor.StaffId, clock.Today());
    });
}
