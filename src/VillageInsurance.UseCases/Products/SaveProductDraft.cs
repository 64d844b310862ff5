using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Products;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Products;

/// <summary>The drafter writes a product's draft anew.</summary>
public sealed class SaveProductDraft(AppDbGate gate)
{
    /// <summary>The draft as it was seen, and what it is to say.</summary>
    public sealed record Input(Guid Id, int SeenVersion, ProductTerms Terms);

    /// <summary>Sound terms.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Terms).NotNull().SetValidator(new ProductTermsRules());
        }
    }

    /// <summary>Saves it. Refused to anybody but its drafter, once it is published or discarded, and when it changed meanwhile.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.EditProducts, async db =>
    {
        input.MustMeet(new InputRules());
        var draft = await db.ProductVersions.FindAsSeenAsync(input.Id, input.SeenVersion);
        draft.Edit(input.Terms, (await db.ProductOfAsync(draft.ProductId))?.Terms, db.Actor.StaffId);
    });
}
