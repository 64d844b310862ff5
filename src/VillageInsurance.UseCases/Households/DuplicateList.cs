using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>Pairs of households that may be one family, page by page in the order of their numbers.</summary>
public sealed class DuplicateList(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Pairs of a page.</summary>
    public const int PageSize = 50;

    /// <summary>The numbers of the pair with which the last page ended.</summary>
    public sealed record Input(string? AfterFirst = null, string? AfterSecond = null);

    /// <summary>Numbers are short.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.AfterFirst).MaximumLength(40);
            RuleFor(i => i.AfterSecond).MaximumLength(40);
        }
    }

    /// <summary>A page, whether another follows, and merges of the last thirty days.</summary>
    public sealed record View(IReadOnlyList<Pair> Pairs, bool HasMore, IReadOnlyList<Merged> Merges);

    /// <summary>Two households and what makes them suspicious.</summary>
    public sealed record Pair(HouseholdRow First, HouseholdRow Second, IReadOnlyList<DuplicateReason> Reasons);

    /// <summary>A merge that can still be looked at and undone.</summary>
    public sealed record Merged(Guid Id, int Version, HouseholdRow Kept, string OtherNumber, DateTimeOffset At);

    /// <summary>Reads a page.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.MergeHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        var found = await DuplicateSearch.PairsAsync(db, db.Actor.ScopeOf(Permission.MergeHouseholds)!, (input.AfterFirst ?? "", input.AfterSecond ?? ""), PageSize + 1, cancel);
        var since = clock.GetUtcNow().AddDays(-30);
        var merges = await db.HouseholdMerges.AsNoTracking().Where(m => m.UndoneAt == null && m.At > since).OrderByDescending(m => m.At)
            .Select(m => new { m.Id, m.Version, m.KeptId, m.At, Other = db.Households.Where(h => h.Id == m.OtherId).Select(h => h.Number).FirstOrDefault() }).Take(PageSize).ToListAsync(cancel);
        var ids = found.Take(PageSize).SelectMany(p => new[] { p.FirstId, p.SecondId }).Concat(merges.Select(m => m.KeptId)).Distinct().ToList();
        var rows = (await HouseholdRows.ReadAsync(db, db.Households.Where(h => ids.Contains(h.Id)), clock.Today(), null, cancel)).ToDictionary(r => r.Id);
        return new View([.. found.Take(PageSize).Select(p => new Pair(rows[p.FirstId], rows[p.SecondId], p.Reasons))], found.Count > PageSize,
            [.. merges.Where(m => rows.ContainsKey(m.KeptId)).Select(m => new Merged(m.Id, m.Version, rows[m.KeptId], m.Other ?? "", m.At))]);
    }, cancel);
}
