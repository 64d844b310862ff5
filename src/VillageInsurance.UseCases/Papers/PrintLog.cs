using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Who took which paper when, newest first; or the one print with a number, to see whether a paper in hand is ours.</summary>
public sealed class PrintLog(AppDbGate gate)
{
    private const int PageSize = 100;

    /// <param name="Next">The page after this one begins before this print; null on the last page.</param>
    public sealed record View(IReadOnlyList<Row> Rows, Guid? Next);

    /// <param name="Place">The village; null when it belongs to a township or the county.</param>
    public sealed record Row(Guid Id, string Number, string CheckCode, PaperKind Kind, Guid RecordId, PaperForm Form, PaperStanding Standing, PlaceName? Place, string By, DateTimeOffset At);

    /// <summary>Reads a page of it.</summary>
    public Task<View> RunAsync(string? number, Guid? before, CancellationToken cancel) => gate.ReadAsync(Permission.ManagePapers, async db =>
    {
        var prints = db.PrintRecords.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(number)) prints = prints.Where(p => p.Number == number.Trim());
        // Ids are in the order in which they were made.
        if (before is { } id) prints = prints.Where(p => p.Id < id);
        var page = await prints.OrderByDescending(p => p.Id).Take(PageSize + 1).ToListAsync(cancel);
        var shown = page.Take(PageSize).ToList();
        var names = await db.StaffNamesAsync(shown.Select(p => p.PrintedById), cancel);
        var places = await db.PlaceNamesAsync(shown.Select(p => (Guid?)p.VillageId), cancel);
        return new View([.. shown.Select(p => new Row(p.Id, p.Number, p.CheckCode, p.Kind, p.RecordId, p.Form, p.Standing, places.GetValueOrDefault(p.VillageId), names.GetValueOrDefault(p.PrintedById, ""), p.At))],
            page.Count > PageSize ? shown[^1].Id : null);
    }, cancel);
}
