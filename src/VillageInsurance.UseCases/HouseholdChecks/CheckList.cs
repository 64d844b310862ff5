using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.HouseholdChecks;

/// <summary>The files that wait for the township, longest waiting first, and how many match.</summary>
public sealed class CheckList(AppDbGate gate)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>One village, or all; only those sent again; and the last row of the page before.</summary>
    public sealed record Input(Guid? VillageId = null, bool OnlyAgain = false, DateTimeOffset? AfterAt = null, Guid? AfterId = null);

    /// <summary>Nothing is typed.</summary>
    public sealed class InputRules : AbstractValidator<Input>;

    /// <summary>A page, the villages in which something waits with how much, and how many match the filter.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, bool HasMore, int Matching, IReadOnlyList<Waiting> Villages);

    /// <summary>A village with its waiting files.</summary>
    public sealed record Waiting(Guid VillageId, PlaceName? Place, int Count);

    /// <summary>A file: number, masked head, who sent it when and for which time.</summary>
    public sealed record Row(Guid Id, string Number, string Head, PlaceName? Place, int Members, int Round, string By, DateTimeOffset At, FileStatus Status);

    /// <summary>Reads them. Nothing but what was sent is seen.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.CheckHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        var matching = db.WaitingFiles(input.VillageId, input.OnlyAgain);
        var page = input is { AfterAt: { } at, AfterId: { } id } ? matching.Where(f => f.SubmittedAt > at || (f.SubmittedAt == at && f.Id.CompareTo(id) > 0)) : matching;
        var found = await (from file in page.OrderBy(f => f.SubmittedAt).ThenBy(f => f.Id).Take(PageSize + 1)
                           join household in db.Households on file.Id equals household.Id
                           orderby file.SubmittedAt, file.Id
                           select new { file, household, Members = db.Memberships.Count(m => m.HouseholdId == household.Id && m.LeftOn == null), By = db.Staff.Where(s => s.Id == file.SubmittedById).Select(s => s.Name).FirstOrDefault() })
            .AsNoTracking().ToListAsync(cancel);
        var waiting = await db.WaitingFiles(null, false).GroupBy(f => f.VillageId).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var places = await db.PlaceNamesAsync(waiting.Select(w => (Guid?)w.Key), cancel);
        return new View([.. found.Take(PageSize).Select(f => new Row(f.file.Id, f.household.Number, Masking.Name(f.household.HeadName), places.GetValueOrDefault(f.file.VillageId), f.Members,
            f.file.Rounds.Count, f.By ?? "", f.file.SubmittedAt!.Value, f.file.Status))], found.Count > PageSize, await matching.CountAsync(cancel),
            [.. waiting.Select(w => new Waiting(w.Key, places.GetValueOrDefault(w.Key), w.Count)).OrderBy(w => w.Place?.Village, StringComparer.Ordinal)]);
    }, cancel);
}

internal static class WaitingFileQuery
{
    /// <summary>What waits for the township. The list, its number and the approval of all that match ask the same.</summary>
    public static IQueryable<HouseholdFile> WaitingFiles(this AppDb db, Guid? villageId, bool onlyAgain)
    {
        var waiting = onlyAgain ? db.HouseholdFiles.Where(f => f.Status == FileStatus.Resubmitted) : db.HouseholdFiles.Where(f => f.Status == FileStatus.Submitted || f.Status == FileStatus.Resubmitted);
        return villageId is { } village ? waiting.Where(f => f.VillageId == village) : waiting;
    }

    /// <summary>Whether this person wrote in the file: who did never decides it.</summary>
    public static async Task<bool> TookPartAsync(this AppDb db, Guid householdId, Guid staffId) =>
        await db.FieldChanges.AnyAsync(c => c.HouseholdId == householdId && c.ChangedById == staffId) || await db.LifeEvents.AnyAsync(e => e.HouseholdId == householdId && e.RecordedById == staffId)
        || await db.Visits.AnyAsync(v => v.HouseholdId == householdId && v.AgentId == staffId);
}
