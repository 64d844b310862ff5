using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Claims;

/// <summary>The claims of the actor's villages: the open ones by their nearest last day, or the settled ones by their day of report.</summary>
public sealed class ClaimList(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Open or settled ones, those of one number, and the number after which the page begins.</summary>
    public sealed record Input(bool Settled = false, string? Search = null, string? After = null);

    /// <summary>Short texts.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Search).MaximumLength(40);
            RuleFor(i => i.After).MaximumLength(40);
        }
    }

    /// <summary>One page, how many there are, and the number after which the next page begins.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, int Count, string? Next);

    /// <summary>A claim: the insured's name in clear for who works in the village, masked for others.</summary>
    public sealed record Row(Guid Id, string Number, string Insured, PlaceName? Place, ClaimState State, ClaimMilestone? Next, ClaimDesk Desk, ClaimDue? Due, DateOnly ReportedOn, int Waited);

    /// <summary>Reads a page.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewClaims, async db =>
    {
        input.MustMeet(new InputRules());
        var (today, search) = (clock.Today(), input.Search?.Trim());
        var asked = db.Claims.Where(c => string.IsNullOrEmpty(search) || c.Number == search);
        var (rows, count, next) = input.Settled ? await SettledAsync(db, asked, input.After, today, cancel) : await OpenAsync(db, asked, input.After, today, cancel);
        var names = await db.NamesAsync(rows.Select(c => c.InsuredId), cancel);
        var places = await db.PlaceNamesAsync(rows.Select(c => (Guid?)c.VillageId), cancel);
        return new View([.. rows.Select(c => new Row(c.Id, c.Number, NamesInClear.Shown(db.Actor, new ClaimPlace(c.VillageId, c.GroupId), names.GetValueOrDefault(c.InsuredId, "")), places.GetValueOrDefault(c.VillageId),
            c.Facts.State, c.Facts.Next, c.Facts.Desk, c.Due, c.Facts.ReportedOn, c.Waited))], count, next);
    }, cancel);

    private static async Task<(List<OpenClaim>, int, string?)> OpenAsync(AppDb db, IQueryable<Claim> asked, string? after, DateOnly today, CancellationToken cancel)
    {
        var open = (await db.ReadClocksAsync(asked.Unsettled(), today, cancel)).OrderBy(c => c.Due?.Plain ?? DateOnly.MaxValue).ThenBy(c => c.Number, StringComparer.Ordinal).ToList();
        var from = after is null ? 0 : open.FindIndex(c => c.Number == after) + 1;
        return ([.. open.Skip(from).Take(PageSize)], open.Count, from + PageSize < open.Count ? open[from + PageSize - 1].Number : null);
    }

    private static async Task<(List<OpenClaim>, int, string?)> SettledAsync(AppDb db, IQueryable<Claim> asked, string? after, DateOnly today, CancellationToken cancel)
    {
        var settled = asked.Where(c => c.PaidOn != null || c.RefusalNotifiedOn != null || c.ClosedOn != null || c.WithdrawnOn != null);
        var page = settled.Where(c => after == null || c.Number.CompareTo(after) < 0).OrderByDescending(c => c.Number).Take(PageSize + 1);
        var rows = await db.ReadClocksAsync(page, today, cancel);
        return ([.. rows.Take(PageSize)], await settled.CountAsync(cancel), rows.Count > PageSize ? rows[PageSize - 1].Number : null);
    }
}
