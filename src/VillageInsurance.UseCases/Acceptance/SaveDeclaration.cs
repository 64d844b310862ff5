using FluentValidation;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The declaring body writes in its draft, without sending it.</summary>
public sealed class SaveDeclaration(AppDbGate gate)
{
    /// <summary>The statement and the papers that are attached, on the version that was seen.</summary>
    public sealed record Input(Guid DeclarationId, int SeenVersion, string Statement, IReadOnlyList<PackAnswer> Papers);

    /// <summary>An unfinished one may be saved.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Statement).NotNull().MaximumLength(2000);
            RuleFor(i => i.Papers).Must(p => p.Select(a => a.Key).Distinct().Count() == p.Count);
            RuleForEach(i => i.Papers).ChildRules(p => p.RuleFor(a => a.Remark).MaximumLength(200));
        }
    }

    /// <summary>Saves it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DeclareVillages, async db =>
    {
        input.MustMeet(new InputRules());
        var (declaration, rules) = await db.DeclarationAsSeenAsync(input.DeclarationId, input.SeenVersion);
        declaration.Edit(db.Actor, input.Statement, input.Papers, rules);
    });
}
