using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The office takes a submitted declaration in; it waits for the reviewers.</summary>
public sealed class TakeInDeclaration(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The declaration as it was seen.</summary>
    public sealed record Input(Guid DeclarationId, int SeenVersion);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.DeclarationId).NotEmpty();
    }

    /// <summary>Takes it in.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.TakeInDeclarations, async db =>
    {
        input.MustMeet(new InputRules());
        var (declaration, rules) = await db.DeclarationAsSeenAsync(input.DeclarationId, input.SeenVersion);
        declaration.TakeIn(db.Actor, clock.GetUtcNow());
        await db.ClearQueueOfAsync(declaration.Id);
        db.Add(QueueItem.ForWhoever(rules.Chain.Reviewer, declaration.VillageId, QueueKind.DeclarationToReview, declaration.Id, clock.GetUtcNow(), rules.ReviewDay(declaration.Year)));
    });
}
