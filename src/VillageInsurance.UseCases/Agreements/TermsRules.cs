using FluentValidation;
using VillageInsurance.Domain.Agreements;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>What an agreement may hold at most; an unfinished one may hold less.</summary>
internal sealed class TermsRules : AbstractValidator<AgreementTerms>
{
    public TermsRules()
    {
        RuleFor(t => t.Committee).MaximumLength(100);
        RuleFor(t => t.Branch).MaximumLength(100);
        RuleFor(t => t.CommitteeSigner).MaximumLength(60);
        RuleFor(t => t.BranchSigner).MaximumLength(60);
        RuleFor(t => t.Clauses).Must(clauses => clauses.Count <= 20 && clauses.Select(c => c.Key).Distinct().Count() == clauses.Count);
        RuleForEach(t => t.Clauses).ChildRules(clause =>
        {
            clause.RuleFor(c => c.Key).NotEmpty().MaximumLength(40);
            clause.RuleFor(c => c.Text).MaximumLength(4000);
        });
    }
}
