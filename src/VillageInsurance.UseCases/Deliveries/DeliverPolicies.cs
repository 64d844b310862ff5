using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Policies;

namespace VillageInsurance.UseCases.Deliveries;

/// <summary>The insurer's system delivers policies, 1 to 100 at a time. Rows that hold are taken; the others are answered one by one and change nothing.</summary>
public sealed class DeliverPolicies(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>The most rows of one delivery.</summary>
    public const int Most = 100;

    /// <summary>The rows.</summary>
    public sealed record Input(IReadOnlyList<PolicyRow> Rows);

    /// <summary>1 to 100 rows, each with its number.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Rows.Count).InclusiveBetween(1, Most);
            RuleForEach(i => i.Rows).Must(r => r.Number is { Length: > 0 and <= 40 });
        }
    }

    /// <summary>Takes them, in one transaction.</summary>
    public Task<IReadOnlyList<DeliveredRow>> RunAsync(Input input) => gate.ChangeAsync<IReadOnlyList<DeliveredRow>>(Permission.DeliverPolicies, async db =>
    {
        input.MustMeet(new InputRules());
        var intake = new InsurerIntake(db, vault, db.Operation.Id, clock.Today());
        var results = await intake.PoliciesAsync(input.Rows);
        db.Audit(intake.Written);
        return [.. results.Select(r => new DeliveredRow(r.Row, r.Outcome, r.Field?.ToString(), r.Why))];
    });
}
