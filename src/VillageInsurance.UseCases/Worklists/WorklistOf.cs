using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.HouseholdChecks;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Worklists;

/// <summary>One worklist of an agent, page by page in the order of the numbers, and how much stands in each.</summary>
public sealed class WorklistOf(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Which; of one group or all; only those in one's charge or all; and the number with which the page before ended.</summary>
    public sealed record Input(Worklist List, Guid? GroupId = null, bool Mine = false, string? AfterNumber = null);

    /// <summary>A list that exists.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.List).IsInEnum();
    }

    /// <summary>A page; the counts of all lists under the same filter; the groups to choose from; and in the whole area how many pairs of households may be one family, null for who may not merge them.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, bool HasMore, IReadOnlyDictionary<Worklist, int> Counts, IReadOnlyList<Group> Groups, int? Duplicates);

    /// <summary>A village group.</summary>
    public sealed record Group(Guid Id, string Name, PlaceName? Place);

    /// <summary>A household, with why it stands here.</summary>
    /// <param name="Id">The household.</param>
    /// <param name="Number">Its number.</param>
    /// <param name="Head">Its head, in clear for who works in the village.</param>
    /// <param name="Place">Its village.</param>
    /// <param name="Group">Its group.</param>
    /// <param name="Members">How many live there.</param>
    /// <param name="LastVisit">The last visit.</param>
    /// <param name="Day">The day agreed for a visit, or the first on which cover ends.</param>
    /// <param name="Gaps">What the file lacks.</param>
    /// <param name="Marked">What the township marked.</param>
    /// <param name="Opinion">What the township said.</param>
    /// <param name="Children">Who reaches school age.</param>
    public sealed record Row(Guid Id, string Number, string Head, PlaceName? Place, string? Group, int Members, DateOnly? LastVisit, DateOnly? Day, IReadOnlyList<FileGap> Gaps,
        IReadOnlyList<FileField> Marked, string? Opinion, IReadOnlyList<string> Children);

    /// <summary>Reads it.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.KeepHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        var today = clock.Today();
        var page = Narrowed(db, input, input.List, today);
        if (input.AfterNumber is { } after) page = page.Where(h => EF.Functions.GreaterThan(ValueTuple.Create(h.Number), ValueTuple.Create(after)));
        var found = await page.AsNoTracking().OrderBy(h => h.Number).Take(PageSize + 1).ToListAsync(cancel);
        var counts = new Dictionary<Worklist, int>();
        foreach (var list in Enum.GetValues<Worklist>()) counts.Add(list, await Narrowed(db, input, list, today).CountAsync(cancel));
        return new View(await RowsAsync(db, input.List, [.. found.Take(PageSize)], today, cancel), found.Count > PageSize, counts, await GroupsAsync(db, cancel),
            db.Actor.ScopeOf(Permission.MergeHouseholds) is { } scope ? await DuplicateSearch.CountAsync(db, scope, cancel) : null);
    }, cancel);

    private static IQueryable<Household> Narrowed(AppDb db, Input input, Worklist list, DateOnly today)
    {
        var households = WorklistQuery.Of(db, list, today);
        if (input.GroupId is { } group) households = households.Where(h => h.GroupId == group);
        return input.Mine ? WorklistQuery.InChargeOf(db, households) : households;
    }

    private static async Task<IReadOnlyList<Row>> RowsAsync(AppDb db, Worklist list, List<Household> page, DateOnly today, CancellationToken cancel)
    {
        var ids = page.ConvertAll(h => h.Id);
        var more = await db.Households.AsNoTracking().Where(h => ids.Contains(h.Id)).Select(h => new
        {
            h.Id,
            Group = db.Areas.Where(a => a.Id == h.GroupId).Select(a => a.Name).FirstOrDefault(),
            Members = db.Memberships.Count(m => m.HouseholdId == h.Id && m.LeftOn == null),
            LastVisit = db.Visits.Where(v => v.HouseholdId == h.Id).Max(v => (DateOnly?)v.On),
            NextOn = db.Visits.Where(v => v.HouseholdId == h.Id).OrderByDescending(v => v.On).ThenByDescending(v => v.RecordedAt).Select(v => v.NextOn).FirstOrDefault(),
        }).ToDictionaryAsync(h => h.Id, cancel);
        var places = await db.PlaceNamesAsync(page.Select(h => (Guid?)h.VillageId), cancel);
        var gaps = list == Worklist.Incomplete ? await db.FileGapsAsync(ids, cancel) : null;
        var files = list != Worklist.Returned ? [] : await db.HouseholdFiles.AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Rounds[^1].Decision, cancel);
        var children = list != Worklist.SchoolAge ? null : (await (from m in db.Memberships
                                                                   where ids.Contains(m.HouseholdId) && m.LeftOn == null
                                                                   join p in WorklistQuery.Reaching(db, today) on m.PersonId equals p.Id
                                                                   select new { m.HouseholdId, p.Name }).ToListAsync(cancel)).ToLookup(c => c.HouseholdId, c => c.Name);
        var ends = list != Worklist.CoverEnding ? [] : await (from m in db.Memberships
                                                              where ids.Contains(m.HouseholdId) && m.LeftOn == null
                                                              join p in WorklistQuery.Ending(db, today) on m.PersonId equals p.InsuredId
                                                              group p.EndDate by m.HouseholdId into own
                                                              select new { own.Key, First = own.Min() }).ToDictionaryAsync(e => e.Key, e => e.First, cancel);
        return [.. page.Select(h => new Row(h.Id, h.Number, NamesInClear.Shown(db.Actor, h, h.HeadName), places.GetValueOrDefault(h.VillageId), more[h.Id].Group, more[h.Id].Members, more[h.Id].LastVisit,
            list == Worklist.CoverEnding ? ends.GetValueOrDefault(h.Id) : list == Worklist.VisitDue ? more[h.Id].NextOn : null, gaps is null ? [] : [.. gaps[h.Id]],
            files.GetValueOrDefault(h.Id)?.Fields ?? [], files.GetValueOrDefault(h.Id)?.Opinion, children is null ? [] : [.. children[h.Id].Select(name => NamesInClear.Shown(db.Actor, h, name))]))];
    }

    private static async Task<IReadOnlyList<Group>> GroupsAsync(AppDb db, CancellationToken cancel)
    {
        var scope = db.Actor.ScopeOf(Permission.KeepHouseholds)!;
        var (villages, own) = (scope.VillageIds, scope.GroupIds);
        var groups = await db.Areas.AsNoTracking().Where(a => a.Level == AreaLevel.Group && (own.Contains(a.Id) || (a.ParentId != null && villages.Contains(a.ParentId.Value)))).ToListAsync(cancel);
        var places = await db.PlaceNamesAsync(groups.Select(g => g.ParentId), cancel);
        return [.. groups.OrderBy(g => g.ParentId).ThenBy(g => g.Name.Length).ThenBy(g => g.Name, StringComparer.Ordinal).Select(g => new Group(g.Id, g.Name, places.GetValueOrDefault(g.ParentId!.Value)))];
    }
}
