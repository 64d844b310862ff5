using FluentValidation;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Households;

/// <summary>What a form of the desk must hold; each text says what to do.</summary>
internal sealed class DeskRules : AbstractValidator<SaveHousehold.Input>
{
    public const int MostMembers = 30, MostRows = 50;

    public DeskRules(TimeProvider clock, ImportRules imports)
    {
        RuleFor(i => i.Id).NotEmpty();
        RuleFor(i => i.VillageId).NotEmpty();
        RuleFor(i => i.Phone).Must(p => string.IsNullOrEmpty(p) || Household.IsPhone(p));
        RuleFor(i => i.Facts).NotNull();
        RuleFor(i => i.Facts.Address).MaximumLength(200);
        RuleFor(i => i.Facts.MainIncome).MaximumLength(40);
        RuleFor(i => i.Facts.IncomeBand).MaximumLength(20);
        RuleFor(i => i.Facts.Machines).MaximumLength(200);
        RuleFor(i => i.Members).NotEmpty().Must(m => m.Count <= MostMembers);
        RuleForEach(i => i.Members).SetValidator(new MemberRules(clock, imports));
        RuleFor(i => i.Policies).Must(p => p is { Count: <= MostRows });
        RuleForEach(i => i.Policies).SetValidator(new PolicyRules(clock));
        RuleFor(i => i.Consents).Must(c => c is { Count: <= MostRows });
        RuleForEach(i => i.Consents).Must(c => c.Id != Guid.Empty && c.TextId != Guid.Empty && !string.IsNullOrWhiteSpace(c.GivenBy) && c.GivenBy.Length <= 100 && Enum.IsDefined(c.Kind) && Enum.IsDefined(c.Form));
        RuleFor(i => i.Risks).Must(r => r is { Count: <= MostRows });
        RuleForEach(i => i.Risks).Must(r => r.Id != Guid.Empty && Enum.IsDefined(r.Kind) && r.LossFen is >= 0 and <= 100_000_000_00 && r.On <= clock.Today() && !(r.PaidBy?.Length > 100));
        RuleFor(i => i.Covers).Must(c => c is { Count: <= MostRows });
        RuleForEach(i => i.Covers).Must(c => c.Id != Guid.Empty && !string.IsNullOrWhiteSpace(c.Insurer) && c.Insurer.Length <= 60 && !string.IsNullOrWhiteSpace(c.Kind) && c.Kind.Length <= 60
            && c.SumFen is >= 0 and <= 100_000_000_00 && c.PremiumFen is >= 0 and <= 100_000_000_00 && Enum.IsDefined(c.PayMode) && c.DueMonth is null or (>= 1 and <= 12));
        RuleFor(i => i.Visit!).SetValidator(new VisitRules(clock)).When(i => i.Visit is not null);
    }

    private sealed class MemberRules : AbstractValidator<MemberEntry>
    {
        public MemberRules(TimeProvider clock, ImportRules imports)
        {
            RuleFor(m => m.PersonId).NotEmpty();
            RuleFor(m => m.Name).NotEmpty().MaximumLength(100);
            RuleFor(m => m.IdNumber).Must(n => n is null || IdNumber.TryParse(n, imports.TestRegionAllowed, out _));
            RuleFor(m => m.Sex).Must(s => s is null || Enum.IsDefined(s.Value)).NotNull().When(m => m is { IsNew: true, IdNumber: null });
            RuleFor(m => m.BirthDate).NotNull().LessThanOrEqualTo(_ => clock.Today()).GreaterThan(new DateOnly(1850, 1, 1)).When(m => m is { IsNew: true, IdNumber: null });
            RuleFor(m => m.Relation).NotEmpty().MaximumLength(40);
            RuleFor(m => m.Residence).IsInEnum();
            RuleFor(m => m.Reason).IsInEnum();
            RuleFor(m => m.Health).MaximumLength(500);
            RuleFor(m => m.Facts).Must(f => f is null || !(f.Ethnicity?.Length > 40) && !(f.Occupation?.Length > 40));
            RuleFor(m => m.School).Must(s => s is null || s.Id != Guid.Empty && !string.IsNullOrWhiteSpace(s.School) && s.School.Length <= 100 && Enum.IsDefined(s.Stage));
        }
    }

    private sealed class PolicyRules : AbstractValidator<PolicyEntry>
    {
        public PolicyRules(TimeProvider clock)
        {
            RuleFor(p => p.Id).NotEmpty();
            RuleFor(p => p.Product).NotEmpty().MaximumLength(40);
            RuleFor(p => p.Receipt).NotEmpty().When(p => p.Customer != CustomerDecision.DoesNot);
            RuleFor(p => p.Receipt).NotNull().MaximumLength(36);
            RuleFor(p => p.Customer).IsInEnum();
            RuleFor(p => p.PremiumFen).InclusiveBetween(1, 100_000_000_00);
            RuleFor(p => p.IssuedOn).InclusiveBetween(clock.Today().AddYears(-80), clock.Today());
            RuleFor(p => p.EffectiveOn).Must((p, day) => day >= p.IssuedOn && day <= p.IssuedOn.AddYears(1));
            RuleFor(p => p.Method).IsInEnum();
        }
    }

    private sealed class VisitRules : AbstractValidator<VisitEntry>
    {
        public VisitRules(TimeProvider clock)
        {
            RuleFor(v => v.Id).NotEmpty();
            RuleFor(v => v.On).InclusiveBetween(clock.Today().AddYears(-1), clock.Today());
            RuleFor(v => v.Answers).NotNull();
            RuleFor(v => v.Answers.AnsweredBy).NotEmpty().MaximumLength(100);
            RuleFor(v => v.Answers.Minutes).InclusiveBetween(1, 600);
            RuleFor(v => v.Answers.AffordableFen).InclusiveBetween(0, 100_000_000_00);
            RuleFor(v => v.Answers.NextOn).LessThanOrEqualTo(_ => clock.Today().AddYears(2));
            RuleFor(v => v.Answers.Note).MaximumLength(500);
            RuleFor(v => v.Answers.Explained).Must(e => e is { Count: <= 20 } && e.All(Enum.IsDefined));
            RuleFor(v => v.Answers.Needs).Must(n => n is { Count: <= 20 } && n.All(x => Enum.IsDefined(x.Kind) && Enum.IsDefined(x.Wish) && !(x.Note?.Length > 200)));
            RuleFor(v => v.Answers.Recommended).Must(r => r is { Count: <= 20 } && r.All(x => x.Product is { Length: > 0 and <= 100 } && x.Reason is { Length: <= 300 } && Enum.IsDefined(x.Decision)));
        }
    }
}
