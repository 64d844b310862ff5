using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Policies;

/// <summary>The agent says how a payment came about that the rule of no cash asks about.</summary>
public sealed class ExplainException(AppDbGate gate)
{
    /// <summary>The exception as it was seen, and what happened.</summary>
    public sealed record Input(Guid Id, int SeenVersion, string Explanation);

    /// <summary>One is named, and words are of a length that can be read.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Explanation).NotEmpty().MaximumLength(1000);
        }
    }

    /// <summary>Keeps the explanation. Refused once it is decided, in a foreign village, on a page that somebody overtook.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.RecordPolicies, async db =>
    {
        input.MustMeet(new InputRules());
        var exception = await db.PremiumExceptions.FindAsSeenAsync(input.Id, input.SeenVersion);
        exception.Explain(input.Explanation, db.Actor.StaffId);
        await db.ClearQueueOfAsync(exception.Id, QueueKind.ExceptionToExplain);
        await PremiumExceptions.ClearTogetherAsync(db, exception);
    });
}
