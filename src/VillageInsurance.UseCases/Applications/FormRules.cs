using FluentValidation;
using VillageInsurance.Domain.Applications;

namespace VillageInsurance.UseCases.Applications;

/// <summary>What a form may hold at most; an unfinished one may hold less.</summary>
internal sealed class FormRules : AbstractValidator<ApplicationForm>
{
    public FormRules()
    {
        RuleFor(f => f.Households).InclusiveBetween(0, 100_000);
        RuleFor(f => f.People).InclusiveBetween(0, 1_000_000);
        RuleFor(f => f.ResolutionNumber).MaximumLength(60);
        RuleFor(f => f.Cadre).MaximumLength(60);
        RuleFor(f => f.Conditions).Must(answers => answers.Select(a => a.Key).Distinct().Count() == answers.Count);
        RuleForEach(f => f.Conditions).ChildRules(answer =>
        {
            answer.RuleFor(a => a.Key).NotEmpty().MaximumLength(40);
            answer.RuleFor(a => a.Fact).MaximumLength(200);
            answer.RuleFor(a => a.Remark).MaximumLength(500);
        });
    }
}
