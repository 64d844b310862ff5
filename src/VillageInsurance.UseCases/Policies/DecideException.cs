using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Policies;

/// <summary>Closes a payment that the rule of no cash asks about.</summary>
public sealed class DecideException(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The exception as it was seen, how it ends and why.</summary>
    public sealed record Input(Guid Id, int SeenVersion, ExceptionDecision Decision, string Opinion);

    /// <summary>One is named, and words are of a length that can be read.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Decision).IsInEnum();
            RuleFor(i => i.Opinion).NotEmpty().MaximumLength(1000);
        }
    }

    /// <summary>Decides. Refused before the customer was called, to who recorded or explained it, on a page that somebody overtook.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.FollowUpExceptions, async db =>
    {
        input.MustMeet(new InputRules());
        var exception = await db.PremiumExceptions.FindAsSeenAsync(input.Id, input.SeenVersion);
        exception.Decide(input.Decision, input.Opinion, db.Actor.StaffId, clock.GetUtcNow());
        await db.ClearQueueOfAsync(exception.Id);
        await PremiumExceptions.ClearTogetherAsync(db, exception);
    });
}
