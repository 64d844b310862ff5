using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Cycles;

/// <summary>The year's plan of villages by township, done against plan.</summary>
public sealed class PlanBoard(AppDbGate gate)
{
    /// <summary>The programme year.</summary>
    public sealed record Input(int Year);

    /// <summary>A year of this century.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Year).InclusiveBetween(2000, 2099);
    }

    /// <summary>The townships of the actor's area.</summary>
    public sealed record View(int Year, IReadOnlyList<Row> Rows, bool MayEdit);

    /// <param name="Version">The plan's version; null while there is none.</param>
    /// <param name="Planned">Null while nothing is planned.</param>
    /// <param name="OnTheWay">Sites that are not yet declared.</param>
    /// <param name="Declared">Declared, reviewed or forwarded.</param>
    /// <param name="Awarded">Titles won in the year's cycle.</param>
    public sealed record Row(Guid TownshipId, string Name, int? Version, int? Planned, string Source, int OnTheWay, int Declared, int Awarded, int Titles);

    /// <summary>Reads it.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewCycles, async db =>
    {
        input.MustMeet(new InputRules());
        var scope = db.Actor.ScopeOf(Permission.ViewCycles)!;
        var (county, ids) = (scope.IsWholeCounty, scope.VillageIds);
        var townships = await db.Areas.AsNoTracking().Where(a => a.Level == AreaLevel.Township && a.ValidTo == null && (county || ids.Contains(a.Id)))
            .OrderBy(a => a.Code).Select(a => new { a.Id, a.Name }).ToListAsync(cancel);
        var plans = await db.VillagePlans.AsNoTracking().Where(p => p.Year == input.Year).ToDictionaryAsync(p => p.VillageId, cancel);
        var states = (await (from cycle in db.Cycles.AsNoTracking()
                             where cycle.Year == input.Year
                             join village in db.Areas on cycle.VillageId equals village.Id
                             select new { Township = village.ParentId!.Value, cycle.State }).ToListAsync(cancel)).ToLookup(s => s.Township, s => s.State);
        var titles = (await (from title in db.Titles.AsNoTracking()
                             where title.RevokedOn == null
                             join village in db.Areas on title.VillageId equals village.Id
                             select village.ParentId!.Value).ToListAsync(cancel)).ToLookup(t => t);
        return new View(input.Year, [.. townships.Select(t => RowOf(t.Id, t.Name, plans.GetValueOrDefault(t.Id), [.. states[t.Id]], titles[t.Id].Count()))],
            db.Actor.ScopeOf(Permission.ManageProgramme) is not null);
    }, cancel);

    private static Row RowOf(Guid id, string name, VillagePlan? plan, IReadOnlyList<CycleState> states, int titles) =>
        new(id, name, plan?.Version, plan?.Villages, plan?.Source ?? "",
            states.Count(s => s is CycleState.Site or CycleState.Signed or CycleState.Staffed or CycleState.Building or CycleState.Returned),
            states.Count(s => s is CycleState.Declared or CycleState.Reviewed or CycleState.Forwarded), states.Count(s => s is CycleState.Awarded or CycleState.Kept), titles);
}
