using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Claims;

/// <summary>The insurer gives a claim its number, and says whether it is complex and what the contract's own terms are.</summary>
public sealed class DescribeClaim(AppDbGate gate)
{
    /// <summary>The claim as seen; terms in days, null where the law's hold.</summary>
    public sealed record Input(Guid ClaimId, int SeenVersion, string Number, bool IsComplex, int? DetermineDays, int? PayDays);

    /// <summary>A number; terms of a day to a year.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Number).NotEmpty().MaximumLength(40);
            RuleFor(i => i.DetermineDays).InclusiveBetween(1, 365);
            RuleFor(i => i.PayDays).InclusiveBetween(1, 365);
        }
    }

    /// <summary>Records it. Refused when the number is another claim's, and from a stale page.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.UpdateClaims, async db =>
    {
        input.MustMeet(new InputRules());
        var claim = await db.Claims.FindAsSeenAsync(input.ClaimId, input.SeenVersion);
        if (await db.Claims.AnyAsync(c => c.Number == input.Number && c.Id != claim.Id)) throw ClaimRule.TheNumberIsTaken.Broken();
        claim.Describe(input.Number, new(input.IsComplex, input.DetermineDays, input.PayDays));
    });
}
