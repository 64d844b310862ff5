using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Products;

/// <summary>Somebody of the office puts a product's draft aside; it stays among the versions as discarded.</summary>
public sealed class DiscardProductDraft(AppDbGate gate)
{
    /// <summary>The draft as it was seen.</summary>
    public sealed record Input(Guid Id, int SeenVersion);

    /// <summary>A draft is named.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Id).NotEmpty();
    }

    /// <summary>Discards it. Refused once it is published, and when it changed meanwhile.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.EditProducts, async db =>
    {
        input.MustMeet(new InputRules());
        var draft = await db.ProductVersions.FindAsSeenAsync(input.Id, input.SeenVersion);
        draft.Discard();
        await db.ClearQueueOfAsync(draft.ProductId, QueueKind.ProductToPublish);
    });
}
