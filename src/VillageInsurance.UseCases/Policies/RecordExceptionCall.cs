using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Policies;

/// <summary>Somebody of the insurer called the customer about such a payment.</summary>
public sealed class RecordExceptionCall(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The exception as it was seen, what the customer said, and what else.</summary>
    public sealed record Input(Guid Id, int SeenVersion, CallBackAnswer Answer, string Note);

    /// <summary>One is named, and words are of a length that can be read.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Answer).IsInEnum();
            RuleFor(i => i.Note).NotNull().MaximumLength(1000);
        }
    }

    /// <summary>Keeps the call. Refused once it is decided, on a page that somebody overtook.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.FollowUpExceptions, async db =>
    {
        input.MustMeet(new InputRules());
        var exception = await db.PremiumExceptions.FindAsSeenAsync(input.Id, input.SeenVersion);
        exception.Call(input.Answer, input.Note, db.Actor.StaffId, clock.GetUtcNow());
    });
}
