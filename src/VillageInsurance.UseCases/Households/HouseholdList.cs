using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>The household register of the viewer's area, or what a search finds in it, page by page in the order of the numbers.</summary>
public sealed class HouseholdList(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>One village or group, or the whole area; any part of a member's name, a number or an address; and the number with which the last page ended.</summary>
    public sealed record Input(Guid? VillageId = null, Guid? GroupId = null, string? Search = null, bool WithEnded = false, string? AfterNumber = null);

    /// <summary>What is searched for is short.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>A name or number at most.</summary>
        public InputRules() => RuleFor(i => i.Search).MaximumLength(SearchTerm.MostCharacters);
    }

    /// <summary>A page, whether another follows, and whether the viewer may take households out.</summary>
    public sealed record View(IReadOnlyList<HouseholdRow> Rows, bool HasMore, bool MayExport = false);

    /// <summary>Reads a page. ID numbers and phones are no part of it: those are looked up one by one.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        var today = clock.Today();
        if (SearchTerm.Of(input.Search) is { } term) return await FoundAsync(db, input, term.Text, today, cancel);
        var rows = await HouseholdRows.ReadAsync(db, Narrowed(db, input, today).OrderBy(h => h.Number).Take(PageSize + 1), today, null, cancel);
        return new View([.. rows.Take(PageSize)], rows.Count > PageSize, MayExport(db, input));
    }, cancel);

    private static async Task<View> FoundAsync(AppDb db, Input input, string term, DateOnly today, CancellationToken cancel)
    {
        var asked = new HouseholdSearch.Asked(term, db.Actor.ScopeOf(Permission.ViewHouseholds)!, today, input.VillageId, input.GroupId, input.WithEnded, input.AfterNumber, PageSize + 1);
        var found = await HouseholdSearch.ReadAsync(db, asked, cancel);
        if (found.Count == 0) return new View([], false, MayExport(db, input));
        var ids = found.Take(PageSize).Select(f => f.HouseholdId).ToList();
        var rows = await HouseholdRows.ReadAsync(db, db.Households.Where(h => ids.Contains(h.Id)), today, found.ToDictionary(f => f.HouseholdId), cancel);
        return new View(rows, found.Count > PageSize, MayExport(db, input));
    }

    private static bool MayExport(AppDb db, Input input) =>
        input.VillageId is { } village ? db.Actor.May(Permission.ExportHouseholds, village) : db.Actor.ScopeOf(Permission.ExportHouseholds) is not null;

    private static IQueryable<Household> Narrowed(AppDb db, Input input, DateOnly today)
    {
        var households = db.Households.AsQueryable();
        if (input.VillageId is { } village) households = households.Where(h => h.VillageId == village);
        if (input.GroupId is { } group) households = households.Where(h => h.GroupId == group);
        if (!input.WithEnded) households = households.Where(h => h.LeftOn == null || h.LeftOn > today);
        if (input.AfterNumber is { } after) households = households.Where(h => h.Number.CompareTo(after) > 0);
        return households;
    }
}
