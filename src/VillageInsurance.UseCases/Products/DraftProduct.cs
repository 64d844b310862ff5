using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Products;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Products;

/// <summary>The office drafts the next version of a product, or the first one of a new product. Nothing changes until somebody else publishes it.</summary>
public sealed class DraftProduct(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">The version's, made by the page, so that a repeated request is recognised.</param>
    /// <param name="ProductId">The product; made by the page for a new one.</param>
    /// <param name="SeenVersion">The product's version that the page showed; null for a new product.</param>
    /// <param name="Code">The code of a new product; a known one keeps its own.</param>
    public sealed record Input(Guid Id, Guid ProductId, int? SeenVersion, string Code, ProductTerms Terms);

    /// <summary>A code without blanks, and sound terms.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.ProductId).NotEmpty();
            RuleFor(i => i.Code).NotEmpty().MaximumLength(40).Must(c => c is null || !c.Any(char.IsWhiteSpace));
            RuleFor(i => i.Terms).NotNull().SetValidator(new ProductTermsRules());
        }
    }

    /// <summary>Drafts it. Refused while the product has another draft, when it says what holds already, for a code that is taken, and when the product changed meanwhile.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.EditProducts, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.ProductVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == input.Id) is { } first)
        {
            if (first.ProductId == input.ProductId && first.DraftedById == db.Actor.StaffId) return;
            throw new AlreadyCreated(input.Id);
        }
        var product = await db.ProductOfAsync(input.ProductId);
        if (product?.Version != input.SeenVersion) throw new ChangedMeanwhile();
        await db.DraftVersionAsync(input.Id, input.ProductId, product?.Code ?? input.Code, input.Terms, product?.Terms, clock.Today());
    });
}
