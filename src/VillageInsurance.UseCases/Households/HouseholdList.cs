using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Households;

/// <summary>The household register of the viewer's area, page by page in the order of the numbers.</summary>
public sealed class HouseholdList(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>One village or group, or the whole area; the beginning of a head's name or of a number; and the number with which the last page ended.</summary>
    public sealed record Input(Guid? VillageId = null, Guid? GroupId = null, string? Search = null, bool WithEnded = false, string? AfterNumber = null);

    /// <summary>What is searched for is short.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>A name or number at most.</summary>
        public InputRules() => RuleFor(i => i.Search).MaximumLength(40);
    }

    /// <summary>A page, and whether another follows.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, bool HasMore);

    /// <summary>A household with the number of its members of today. The head's name stands in clear for agent, supervisor and cadre of the village.</summary>
    public sealed record Row(Guid Id, string Number, string HeadName, PlaceName? Place, string? Group, HouseholdKind Kind, int Members, DateOnly? LeftOn);

    /// <summary>Reads a page.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        var today = clock.Today();
        var found = await Narrowed(db, input, today).OrderBy(h => h.Number).Take(PageSize + 1).Select(h => new
        {
            Household = h,
            Group = db.Areas.Where(a => a.Id == h.GroupId).Select(a => a.Name).FirstOrDefault(),
            Members = db.Memberships.Count(m => m.HouseholdId == h.Id && m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn > today)),
        }).AsNoTracking().ToListAsync(cancel);
        var places = await db.PlaceNamesAsync(found.Select(f => (Guid?)f.Household.VillageId), cancel);
        return new View([.. found.Take(PageSize).Select(f => new Row(f.Household.Id, f.Household.Number, NamesInClear.Shown(db.Actor, f.Household, f.Household.HeadName),
            places.GetValueOrDefault(f.Household.VillageId), f.Group, f.Household.Kind, f.Members, f.Household.LeftOn))], found.Count > PageSize);
    }, cancel);

    private static IQueryable<Household> Narrowed(AppDb db, Input input, DateOnly today)
    {
        var households = db.Households.AsQueryable();
        if (input.VillageId is { } village) households = households.Where(h => h.VillageId == village);
        if (input.GroupId is { } group) households = households.Where(h => h.GroupId == group);
        if (!input.WithEnded) households = households.Where(h => h.LeftOn == null || h.LeftOn > today);
        if (input.AfterNumber is { } after) households = households.Where(h => EF.Functions.GreaterThan(ValueTuple.Create(h.Number), ValueTuple.Create(after)));
        return string.IsNullOrWhiteSpace(input.Search) ? households
            : households.Where(h => h.HeadName.StartsWith(input.Search.Trim()) || h.Number.StartsWith(input.Search.Trim()));
    }
}
