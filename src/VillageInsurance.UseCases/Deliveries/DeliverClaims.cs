using FluentValidation;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Claims;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Deliveries;

/// <summary>The insurer's system delivers claims, 1 to 100 at a time, each as a whole. Rows that hold are taken; the others are answered one by one and change nothing.</summary>
public sealed class DeliverClaims(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>The rows.</summary>
    public sealed record Input(IReadOnlyList<ClaimRow> Rows);

    /// <summary>1 to 100 rows, each with its number, none twice.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Rows.Count).InclusiveBetween(1, DeliverPolicies.Most);
            RuleForEach(i => i.Rows).Must(r => r.Number is { Length: > 0 and <= 40 });
            RuleFor(i => i.Rows).Must(rows => rows.DistinctBy(r => r.Number).Count() == rows.Count);
        }
    }

    /// <summary>Takes them, in one transaction; two deliveries at once wait for each other.</summary>
    public Task<IReadOnlyList<DeliveredRow>> RunAsync(Input input) => gate.ChangeAsync<IReadOnlyList<DeliveredRow>>(Permission.DeliverClaims, async db =>
    {
        input.MustMeet(new InputRules());
        var results = await new ClaimIntake(db, vault, ClaimWay.Interface, db.Operation.Id, clock.GetUtcNow()).TakeAsync(input.Rows);
        return [.. results.Select(r => new DeliveredRow(r.Row, r.Outcome, PropertyOf(r.Field), r.Why))];
    });

    // What the row of a claim calls a field; its days have the same name in both.
    private static string? PropertyOf(RosterField? field) => field switch
    {
        RosterField.ClaimNo => nameof(ClaimRow.Number),
        RosterField.PolicyNo => nameof(ClaimRow.PolicyNumber),
        RosterField.IdNumber => nameof(ClaimRow.InsuredIdNumber),
        _ => field?.ToString(),
    };
}
