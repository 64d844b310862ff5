using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Awards;

/// <summary>The year's summaries of townships and of villages on their way, written or not.</summary>
public sealed class SummaryList(AppDbGate gate)
{
    /// <summary>The programme year.</summary>
    public sealed record Input(int Year);

    /// <summary>A year of this century.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Year).InclusiveBetween(2000, 2099);
    }

    /// <param name="Version">Null while nothing was written.</param>
    public sealed record Row(Guid AreaId, string Name, string? Township, int? Version, string Text, string By, DateTimeOffset? At, bool MayWrite);

    /// <summary>Townships first, at most 200 rows.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ViewCycles, async db =>
    {
        input.MustMeet(new InputRules());
        var scope = db.Actor.ScopeOf(Permission.ViewCycles)!;
        var (county, ids) = (scope.IsWholeCounty, scope.VillageIds);
        var written = await db.YearSummaries.AsNoTracking().Where(s => s.Year == input.Year).ToDictionaryAsync(s => s.VillageId, cancel);
        var onTheWay = await db.Cycles.AsNoTracking().Where(c => c.Year == input.Year).Select(c => c.VillageId).Distinct().ToListAsync(cancel);
        var areas = await (from area in db.Areas.AsNoTracking()
                           where area.ValidTo == null && (county || ids.Contains(area.Id)) && (area.Level == AreaLevel.Township || (area.Level == AreaLevel.Village && onTheWay.Contains(area.Id)))
                           join above in db.Areas on area.ParentId equals above.Id
                           orderby area.Level, area.Code
                           select new { area.Id, area.Name, Township = area.Level == AreaLevel.Village ? above.Name : null }).Take(200).ToListAsync(cancel);
        var people = await db.StaffNamesAsync(written.Values.Select(s => s.ById), cancel);
        return [.. areas.Select(a => written.TryGetValue(a.Id, out var s)
            ? new Row(a.Id, a.Name, a.Township, s.Version, s.Text, people.GetValueOrDefault(s.ById, ""), s.At, db.Actor.May(Permission.ReportLaunch, a.Id))
            : new Row(a.Id, a.Name, a.Township, null, "", "", null, db.Actor.May(Permission.ReportLaunch, a.Id)))];
    }, cancel);
}
