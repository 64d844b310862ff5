using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Claims;

/// <summary>The agent registers a claim for a family; it waits in the insurer's queue.</summary>
public sealed class RegisterClaim(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="Number">The number that the insurer's hotline gave; null while there is none.</param>
    /// <param name="ClaimedFen">In fen; null while the family does not know.</param>
    public sealed record Input(Guid Id, Guid PolicyId, DateOnly AccidentOn, DateOnly ReportedOn, string Event, long? ClaimedFen, string? Number);

    /// <summary>What happened in at most 500 characters; a sum above nothing.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.PolicyId).NotEmpty();
            RuleFor(i => i.Event).NotEmpty().MaximumLength(500);
            RuleFor(i => i.ClaimedFen).GreaterThan(0);
            RuleFor(i => i.Number).MaximumLength(40);
        }
    }

    /// <summary>Registers it. Refused: another insurer's policy, no cover that day, days out of order, a number that is taken.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.RegisterClaims, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.Claims.AnyAsync(c => c.Id == input.Id)) return;
        var policy = await db.Policies.FindOrRefuseAsync(input.PolicyId);
        if (policy.Insurer != (await db.SchemeOfAsync(clock.Today().Year)).Rules.Policies.OwnInsurer) throw ClaimRule.OfTheProgrammesInsurer.Broken();
        var number = string.IsNullOrWhiteSpace(input.Number) ? $"{Claim.ProvisionalStart}{input.Id.ToString("N")[^10..].ToUpperInvariant()}" : input.Number.Trim();
        if (await db.Claims.AnyAsync(c => c.Number == number)) throw ClaimRule.TheNumberIsTaken.Broken();
        var place = await db.HomeOnAsync(policy.InsuredId, input.ReportedOn) ?? new(policy.VillageId, policy.GroupId);
        var (claim, step) = Claim.Register(input.Id, place, number, policy.Id, policy.InsuredId, new(input.AccidentOn, input.ReportedOn, input.Event, input.ClaimedFen), policy.IsInForce(input.AccidentOn),
            db.Actor.StaffId, clock.GetUtcNow(), clock.Today());
        db.AddRange(claim, step, QueueItem.ForWhoever(Role.InsurerReviewer, claim.VillageId, QueueKind.ClaimReported, claim.Id, clock.GetUtcNow()));
    });
}

internal static class Homes
{
    /// <summary>Where a person lived on a day, as far as the actor sees it.</summary>
    public static async Task<ClaimPlace?> HomeOnAsync(this AppDb db, Guid personId, DateOnly day) =>
        await (from m in db.Memberships
               where m.PersonId == personId && m.JoinedOn <= day && (m.LeftOn == null || m.LeftOn > day)
               join household in db.Households on m.HouseholdId equals household.Id
               select new ClaimPlace(household.VillageId, household.GroupId)).FirstOrDefaultAsync();
}
