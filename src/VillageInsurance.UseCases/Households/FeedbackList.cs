using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Households;

/// <summary>The feedback of a year: what was given, and for its writer what is being written.</summary>
public sealed class FeedbackList(AppDbGate gate)
{
    /// <summary>The calendar year.</summary>
    public sealed record Input(int Year);

    /// <summary>A year that can be meant.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Year).InclusiveBetween(2000, 2200);
    }

    /// <param name="Writes">The villages that the viewer writes for.</param>
    public sealed record View(IReadOnlyList<Row> Rows, IReadOnlyList<PlaceName> Writes);

    /// <summary>One month of a village.</summary>
    public sealed record Row(Guid Id, PlaceName Place, DateOnly Month, FeedbackStatus Status, string By, DateTimeOffset? GivenAt);

    /// <summary>Reads it, the newest month first, at most 500.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewCycles, async db =>
    {
        input.MustMeet(new InputRules());
        var (from, to) = (new DateOnly(input.Year, 1, 1), new DateOnly(input.Year, 12, 31));
        var found = (await db.CommitteeFeedback.AsNoTracking().Where(f => f.Month >= from && f.Month <= to).OrderByDescending(f => f.Month).ThenBy(f => f.VillageId).Take(500).ToListAsync(cancel))
            .Where(f => f.Status == FeedbackStatus.Given || db.Actor.May(Permission.GiveFeedback, f)).ToList();
        var writes = db.Actor.ScopeOf(Permission.GiveFeedback)?.VillageIds ?? [];
        var places = await db.PlaceNamesAsync(found.Select(f => (Guid?)f.VillageId).Concat(writes.Select(v => (Guid?)v)), cancel);
        var names = await db.StaffNamesAsync(found.Select(f => f.ById), cancel);
        return new View([.. found.Select(f => new Row(f.Id, places[f.VillageId], f.Month, f.Status, names.GetValueOrDefault(f.ById, ""), f.GivenAt))], [.. writes.Where(places.ContainsKey).Select(v => places[v])]);
    }, cancel);
}
