using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Households;

/// <summary>What surveys found, for the insurer: of households whose consent to it holds today, and of no others (PIPL art. 23). Withdrawn, a household is gone at the next look.</summary>
public sealed class ConsentedSurveys(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>One village or all, and the number with which the last page ended.</summary>
    public sealed record Input(Guid? VillageId = null, string? AfterNumber = null);

    /// <summary>A short number.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.AfterNumber).MaximumLength(40);
    }

    /// <summary>A page, and whether another follows.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, bool HasMore);

    /// <summary>A household with the needs of its newest survey; what it can afford, in fen, only with the consent to questions of money as well.</summary>
    public sealed record Row(Guid Id, string Number, string HeadName, PlaceName? Place, DateOnly On, IReadOnlyList<StatedNeed> Needs, bool WantsContact, long? AffordableFen);

    /// <summary>Reads a page; names masked.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewConsentedSurveys, async db =>
    {
        input.MustMeet(new InputRules());
        var today = clock.Today();
        var agreed = Agreeing(db, ConsentKind.ToInsurer, today);
        var found = await (from household in db.Households.AsNoTracking()
                           where household.LeftOn == null && agreed.Contains(household.Id) && (input.VillageId == null || household.VillageId == input.VillageId)
                           let visit = db.Visits.Where(v => v.HouseholdId == household.Id && !v.Refused).OrderByDescending(v => v.On).ThenByDescending(v => v.RecordedAt).FirstOrDefault()
                           where visit != null && (input.AfterNumber == null || household.Number.CompareTo(input.AfterNumber) > 0)
                           orderby household.Number
                           select new { household, visit, Money = Agreeing(db, ConsentKind.Money, today).Contains(household.Id) }).Take(PageSize + 1).ToListAsync(cancel);
        var places = await db.PlaceNamesAsync(found.Select(f => (Guid?)f.household.VillageId), cancel);
        return new View([.. found.Take(PageSize).Select(f => new Row(f.household.Id, f.household.Number, Masking.Name(f.household.HeadName), places.GetValueOrDefault(f.household.VillageId),
            f.visit.On, [.. f.visit.Answers.Needs.Where(n => n.Kind != NeedKind.Illness)], f.visit.Answers.WantsContact, f.Money ? f.visit.Answers.AffordableFen : null))], found.Count > PageSize);
    }, cancel);

    // The newest answer to the question is a yes that holds.
    internal static IQueryable<Guid> Agreeing(AppDb db, ConsentKind kind, DateOnly today) =>
        db.Consents.Where(c => c.Kind == kind && c.IsGiven && c.On <= today && (c.WithdrawnOn == null || c.WithdrawnOn > today)
            && !db.Consents.Any(later => later.HouseholdId == c.HouseholdId && later.Kind == kind && later.RecordedAt > c.RecordedAt)).Select(c => c.HouseholdId);
}
