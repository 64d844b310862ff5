using FluentValidation;
using VillageInsurance.Domain.Products;

namespace VillageInsurance.UseCases.Products;

/// <summary>Terms of a product keep to what a page can show.</summary>
internal sealed class ProductTermsRules : AbstractValidator<ProductTerms>
{
    public ProductTermsRules()
    {
        RuleFor(t => t.Insurer).MaximumLength(20);
        RuleFor(t => t.Name).NotEmpty().MaximumLength(100);
        RuleFor(t => t.Kind).NotEmpty().MaximumLength(40);
        RuleFor(t => t.PayModes).Must(m => m is { Count: <= 5 } && m.All(Enum.IsDefined) && m.Distinct().Count() == m.Count);
        RuleFor(t => t.ValidFrom).GreaterThan(new DateOnly(1949, 1, 1));
    }
}
