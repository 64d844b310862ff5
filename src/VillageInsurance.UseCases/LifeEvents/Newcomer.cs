using FluentValidation;
using VillageInsurance.Domain.Households;

namespace VillageInsurance.UseCases.LifeEvents;

/// <summary>Somebody who enters a household: born, or come from elsewhere. The ID number says sex and birth date; without one they are told.</summary>
public sealed record Newcomer(Guid Id, string Name, string? IdNumber, Sex Sex, DateOnly BirthDate);

/// <summary>What is told of an event keeps its limits; whether it can have happened is the domain's rule.</summary>
internal sealed class NewcomerRules : AbstractValidator<Newcomer>
{
    public NewcomerRules()
    {
        RuleFor(n => n.Id).NotEmpty();
        RuleFor(n => n.Name).NotEmpty().MaximumLength(100);
        RuleFor(n => n.Sex).IsInEnum();
        RuleFor(n => n.IdNumber).Must(n => n is null || IdNumber.TryParse(n, testRegionAllowed: true, out _));
    }
}
