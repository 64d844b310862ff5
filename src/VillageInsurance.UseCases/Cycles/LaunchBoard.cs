using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Cycles;

/// <summary>The launch checklist of a year: which township and village has done what, and who has not.</summary>
public sealed class LaunchBoard(AppDbGate gate)
{
    /// <summary>The programme year.</summary>
    public sealed record Input(int Year);

    /// <summary>A year of this century.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Year).InclusiveBetween(2000, 2099);
    }

    /// <param name="Due">The last day of the launch.</param>
    public sealed record View(int Year, Wording Scheme, DateOnly Due, IReadOnlyList<LaunchTask> Tasks, IReadOnlyList<Row> Rows);

    /// <param name="Township">The township of a village; null for a township.</param>
    /// <param name="Cells">One for each point that the scheme asks of this place.</param>
    public sealed record Row(Guid AreaId, string Name, string? Township, AreaLevel Level, bool MayReport, IReadOnlyList<Cell> Cells);

    /// <param name="Done">Null while it was not reported.</param>
    public sealed record Cell(string Task, Done? Done);

    /// <summary>What was reported.</summary>
    public sealed record Done(Guid Id, DateOnly On, string Paper, string By, IReadOnlyList<FileView> Files);

    /// <summary>Reads it: the actor's townships and villages, a township before its villages.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewCycles, async db =>
    {
        input.MustMeet(new InputRules());
        var scheme = await db.SchemeOfAsync(input.Year, cancel);
        var tasks = scheme.Rules.Launch;
        var records = await db.LaunchRecords.AsNoTracking().Where(l => l.Year == input.Year).ToListAsync(cancel);
        var people = await db.StaffNamesAsync(records.Select(r => r.ReportedById), cancel);
        var ids = records.Select(r => r.Id).ToList();
        var files = (await db.Attachments.AsNoTracking().Where(f => ids.Contains(f.RecordId) && f.RemovedAt == null).ToListAsync(cancel))
            .ToLookup(f => f.RecordId, f => new FileView(f.Id, f.Kind, f.Slot, f.FileName, f.MediaType, f.Size, f.At));
        var done = records.ToDictionary(r => (r.VillageId, r.Task), r => new Done(r.Id, r.DoneOn, r.Paper, people.GetValueOrDefault(r.ReportedById, ""), [.. files[r.Id]]));
        return new View(input.Year, scheme.Name, scheme.Rules.Deadlines.Launch.In(input.Year), tasks, await RowsAsync(db, tasks, done, cancel));
    }, cancel);

    private static async Task<IReadOnlyList<Row>> RowsAsync(AppDb db, IReadOnlyList<LaunchTask> tasks, Dictionary<(Guid, string), Done> done, CancellationToken cancel)
    {
        var (scope, levels) = (db.Actor.ScopeOf(Permission.ViewCycles)!, tasks.Select(t => t.Level).Distinct().ToList());
        var (county, ids) = (scope.IsWholeCounty, scope.VillageIds);
        var areas = await (from area in db.Areas.AsNoTracking()
                           where levels.Contains(area.Level) && area.ValidTo == null && (county || ids.Contains(area.Id))
                           join above in db.Areas on area.ParentId equals above.Id
                           orderby area.Code
                           select new { area.Id, area.Name, area.Level, Above = above.Name }).ToListAsync(cancel);
        return [.. areas.Select(a => new Row(a.Id, a.Name, a.Level == AreaLevel.Village ? a.Above : null, a.Level, db.Actor.May(Permission.ReportLaunch, a.Id),
            [.. tasks.Where(t => t.Level == a.Level).Select(t => new Cell(t.Key, done.GetValueOrDefault((a.Id, t.Key))))]))];
    }
}
