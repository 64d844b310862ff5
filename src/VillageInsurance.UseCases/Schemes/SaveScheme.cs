using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Schemes;

/// <summary>The office writes in a scheme's draft.</summary>
public sealed class SaveScheme(AppDbGate gate)
{
    /// <summary>The whole scheme, and the version on which it was written.</summary>
    public sealed record Input(Guid SchemeId, int SeenVersion, Wording Name, SchemeRules Rules);

    /// <summary>Texts and lists keep to what a page can show.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        private const int LongestText = 500, LongestClause = 1000, LongestKey = 60, MostRows = 50;

        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Name.Zh).MaximumLength(100);
            RuleFor(i => i.Name.En).MaximumLength(200);
            RuleFor(i => i.Rules.Conditions).Must(c => c.Count <= MostRows);
            RuleForEach(i => i.Rules.Conditions).ChildRules(c =>
            {
                c.RuleFor(x => x.Key).MaximumLength(60);
                c.RuleFor(x => x.Name).Must(IsShort);
                c.RuleFor(x => x.Requirement).Must(IsShort);
            });
            RuleFor(i => i.Rules.Rewards).Must(r => r.Count <= MostRows);
            RuleForEach(i => i.Rules.Rewards).Must(r => IsShort(r.Recipient) && IsShort(r.Use));
            RuleFor(i => i.Rules.LegalBasis).Must(d => d.Count <= MostRows);
            RuleForEach(i => i.Rules.LegalBasis).ChildRules(d =>
            {
                d.RuleFor(x => x.Title).MaximumLength(LongestText);
                d.RuleFor(x => x.Number).MaximumLength(100);
                d.RuleFor(x => x.Issuer).MaximumLength(200);
            });
            RuleFor(i => i.Rules.Launch).Must(x => x.Count <= MostRows);
            RuleForEach(i => i.Rules.Launch).Must(x => IsKey(x.Key) && IsShort(x.Name));
            RuleFor(i => i.Rules.AgreementClauses).Must(x => x.Count <= MostRows);
            RuleForEach(i => i.Rules.AgreementClauses).Must(x => IsKey(x.Key) && IsShort(x.Heading) && x.Text.Zh.Length <= LongestClause && x.Text.En.Length <= LongestClause);
            RuleFor(i => i.Rules.ScoreForm.Items).Must(x => x.Count <= MostRows);
            RuleForEach(i => i.Rules.ScoreForm.Items).Must(x => IsKey(x.Key) && IsShort(x.Name) && IsShort(x.Standard));
            RuleFor(i => i.Rules.ScoreForm.Reviewers).LessThanOrEqualTo(20);
            RuleFor(i => i.Rules.Pack).Must(x => x.Count <= MostRows);
            RuleForEach(i => i.Rules.Pack).Must(x => IsKey(x.Key) && IsShort(x.Name));
            RuleFor(i => i.Rules.RewardTerms.Payer).Must(IsShort);
            RuleFor(i => i.Rules.Chain.Reviews).Must(r => r.Count <= 5);
            RuleFor(i => i.Rules.Policies.OwnInsurer).MaximumLength(20);
        }

        private static bool IsKey(string key) => key.Length <= LongestKey;

        private static bool IsShort(Wording text) => text.Zh.Length <= LongestText && text.En.Length <= LongestText;
    }

    /// <summary>Saves it. Refused for a published one and a template, when it contradicts itself, and when somebody else saved first.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.EditSchemes, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"scheme {input.SchemeId}");
        (await db.Schemes.FindAsSeenAsync(input.SchemeId, input.SeenVersion)).Edit(input.Name, input.Rules, db.Actor.StaffId);
    });
}
