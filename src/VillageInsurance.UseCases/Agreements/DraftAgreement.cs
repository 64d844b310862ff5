using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The insurer begins an agreement with a site's village committee, or the renewal of the one in force, from the scheme's clauses.</summary>
public sealed class DraftAgreement(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page when it opens, so that a repeated request is recognised.</param>
    /// <param name="PreviousId">The agreement in force that it renews; null for a first one.</param>
    public sealed record Input(Guid Id, Guid VillageId, Guid? PreviousId);

    /// <summary>An id and a village are needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.VillageId).NotEmpty();
        }
    }

    /// <summary>Begins it. Refused for a village that is no site, and while another one is being written.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DraftAgreements, async db =>
    {
        input.MustMeet(new InputRules());
        if (await IsDoneAsync(db, input)) return;
        await db.LockAsync($"agreements of {input.VillageId}");
        var previous = await RequirePlaceAsync(db, input);
        var cycle = await db.Cycles.AsNoTracking().Where(c => c.VillageId == input.VillageId).OrderByDescending(c => c.Year).ThenByDescending(c => c.Id).FirstOrDefaultAsync();
        var scheme = cycle is null ? await db.SchemeOfAsync(clock.Today().Year) : await db.Schemes.AsNoTracking().SingleAsync(s => s.Id == cycle.SchemeId);
        var terms = AgreementTerms.Of(scheme.Rules.AgreementClauses, previous?.Terms.Committee ?? "", previous?.Terms.Branch ?? "");
        if (previous is { To: { } end }) terms = terms with { From = end.AddDays(1) };
        db.Add(new Agreement(input.Id, input.VillageId, scheme.Id, input.PreviousId, terms, db.Actor.StaffId));
    });

    private static async Task<bool> IsDoneAsync(AppDb db, Input input)
    {
        var first = await db.Agreements.SingleOrDefaultAsync(a => a.Id == input.Id);
        if (first is null) return false;
        return new Input(first.Id, first.VillageId, first.PreviousId) == input && first.CreatedById == db.Actor.StaffId ? true : throw new AlreadyCreated(input.Id);
    }

    private static async Task<Agreement?> RequirePlaceAsync(AppDb db, Input input)
    {
        if (!await db.Sites.AnyAsync(s => s.VillageId == input.VillageId)) throw AgreementRule.TheVillageIsASite.Broken();
        var there = await db.Agreements.Where(a => a.VillageId == input.VillageId && a.Status != AgreementStatus.Ended).ToListAsync();
        if (there.Any(a => a.Status != AgreementStatus.InForce)) throw AgreementRule.OneAgreementUnderWay.Broken();
        if (input.PreviousId is not { } id) return null;
        return there.SingleOrDefault(a => a.Id == id) ?? throw AgreementRule.ARenewalFollowsOneInForce.Broken();
    }
}
