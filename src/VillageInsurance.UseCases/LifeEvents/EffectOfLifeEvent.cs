using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.LifeEvents;

/// <summary>What an event would do to the people, households and pupils of the villages concerned, today and at the end of the year. It is carried out, counted, and thrown away.</summary>
public sealed class EffectOfLifeEvent(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>One line for each village and day.</summary>
    public sealed record View(IReadOnlyList<Line> Lines);

    /// <summary>The counted numbers before and after.</summary>
    public sealed record Line(PlaceName? Place, DateOnly AsOf, long PeopleBefore, long PeopleAfter, long HouseholdsBefore, long HouseholdsAfter, long PupilsBefore, long PupilsAfter)
    {
        /// <summary>Whether nothing changes.</summary>
        public bool IsNone => (PeopleBefore, HouseholdsBefore, PupilsBefore) == (PeopleAfter, HouseholdsAfter, PupilsAfter);
    }

    /// <summary>Tries it out. Refused as recording it would be.</summary>
    public async Task<View> RunAsync(RecordLifeEvent.Input input, CancellationToken cancel)
    {
        var today = clock.Today();
        Dictionary<Guid, PlaceName> names = [];
        var effects = await gate.ForeseeAsync(Permission.KeepHouseholds, [new(today, today), FigurePeriod.Of(today.Year)], async db =>
        {
            input.MustMeet(new RecordLifeEvent.InputRules());
            var household = await db.Households.FindAsSeenAsync(input.HouseholdId, input.SeenVersion);
            var places = await db.RecordAsync(vault, input.Id, household, input.Facts, input.Newcomer, db.Actor.ScopeOf(Permission.KeepHouseholds)!, clock.GetUtcNow());
            names = await db.PlaceNamesAsync(places.Select(p => (Guid?)p.VillageId), cancel);
            return new([.. places.Select(p => Shown(db.Actor, p)).Distinct()], (await db.SchemeOfAsync(today.Year, cancel)).Rules.Policies);
        }, cancel);
        return new([.. effects.Select(e => new Line(names.GetValueOrDefault(e.Place.VillageId), e.Period.AsOf, e.Before.Population, e.After.Population,
            e.Before.Households, e.After.Households, e.Before.Students, e.After.Students))]);
    }

    // Who keeps one group of a village sees the group's figures, not the village's.
    private static FigurePlace Shown(Actor actor, FigurePlace place) =>
        actor.May(Permission.ViewFigures, place.VillageId) ? place with { GroupId = null } : place;
}
