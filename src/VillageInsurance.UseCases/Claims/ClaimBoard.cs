using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Claims;

/// <summary>How claims move, village by village: open ones by step, what is late, and the late ones by number. Never a person or a policy.</summary>
public sealed class ClaimBoard(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Claims on a page.</summary>
    public const int PageSize = 50;

    /// <summary>One village or all of the actor's, and the number after which the page begins.</summary>
    public sealed record Input(Guid? VillageId = null, string? After = null);

    /// <summary>A number has at most 40 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.After).MaximumLength(40);
    }

    /// <summary>Sums over the actor's area or the asked village, then the villages, the latest first, and a page of late claims with the number after which the next begins.</summary>
    public sealed record View(int Open, int Late, IReadOnlyList<VillageRow> Villages, IReadOnlyList<LateRow> Claims, string? Next);

    /// <param name="Steps">How many open claims stand at each step.</param>
    /// <param name="Longest">The days by which the latest is over its limit; zero for none.</param>
    public sealed record VillageRow(PlaceName Place, int Open, int Late, int Longest, IReadOnlyDictionary<ClaimState, int> Steps);

    /// <summary>A late claim: its sum in fen as granted, else as claimed.</summary>
    public sealed record LateRow(string Number, PlaceName Place, ClaimState State, ClaimMilestone? Next, ClaimDesk Desk, ClaimDue Due, int Waited, long? AmountFen);

    /// <summary>Reads it.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewClaimProgress, async db =>
    {
        input.MustMeet(new InputRules());
        var today = clock.Today();
        var claims = await db.ReadClocksAsync(db.Claims.Unsettled().Where(c => c.ReportedOn <= today && (input.VillageId == null || c.VillageId == input.VillageId)), today, cancel);
        var places = await db.PlaceNamesAsync(claims.Select(c => (Guid?)c.VillageId).Append(input.VillageId), cancel);
        var late = claims.Where(c => c.Clock.IsLate).OrderBy(c => c.Due!.DaysLeft).ThenBy(c => c.Number, StringComparer.Ordinal).ToList();
        // The list is read anew for each page; what was settled in between is passed over.
        var from = input.After is { } after ? late.FindIndex(c => c.Number == after) + 1 : 0;
        var page = late.Skip(from).Take(PageSize).ToList();
        var rows = claims.GroupBy(c => c.VillageId).Where(g => places.ContainsKey(g.Key)).Select(g => RowOf(places[g.Key], [.. g]));
        return new View(claims.Count, late.Count, [.. rows.OrderByDescending(r => r.Late).ThenByDescending(r => r.Longest).ThenBy(r => r.Place.VillageId)],
            [.. page.Select(c => new LateRow(c.Number, places[c.VillageId], c.Facts.State, c.Facts.Next, c.Facts.Desk, c.Due!, c.Waited, c.Facts.DecidedFen ?? c.Facts.ClaimedFen))],
            from + PageSize < late.Count ? page[^1].Number : null);
    }, cancel);

    private static VillageRow RowOf(PlaceName place, List<OpenClaim> claims) => new(place, claims.Count, claims.Count(c => c.Clock.IsLate),
        claims.Where(c => c.Clock.IsLate).Select(c => -c.Due!.DaysLeft).DefaultIfEmpty().Max(), claims.CountBy(c => c.Facts.State).ToDictionary());
}
