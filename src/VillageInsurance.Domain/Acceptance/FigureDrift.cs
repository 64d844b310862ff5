namespace VillageInsurance.Domain.Acceptance;

/// <summary>What changed between two counts of a place: each figure then and now, and how many of the counted records came and went.</summary>
public sealed record FigureDrift(IReadOnlyList<FigureChange> Indicators, IReadOnlyList<RecordChange> Records)
{
    /// <summary>Whether anything is different.</summary>
    public bool IsNone => Indicators.All(i => i.Then == i.Now) && Records.All(r => r.Came.Count + r.Went.Count == 0);

    /// <summary>Compares what was frozen with a later count.</summary>
    public static FigureDrift Between(FrozenFigures then, CountedRecords thenCounted, FrozenFigures now, CountedRecords nowCounted) => new(
        [.. then.Indicators.Select(t => new FigureChange(t.Key, t, now.Indicators.Single(n => n.Key == t.Key)))],
        [
            Of(RecordSet.People, thenCounted.Members.Select(m => m.PersonId), nowCounted.Members.Select(m => m.PersonId)),
            Of(RecordSet.Households, thenCounted.Members.Select(m => m.HouseholdId), nowCounted.Members.Select(m => m.HouseholdId)),
            Of(RecordSet.Pupils, thenCounted.Pupils.Select(m => m.PersonId), nowCounted.Pupils.Select(m => m.PersonId)),
            Of(RecordSet.CoveredPupils, thenCounted.CoveredPupils.Select(m => m.PersonId), nowCounted.CoveredPupils.Select(m => m.PersonId)),
            Of(RecordSet.AccidentPayments, thenCounted.Accident.Select(p => p.PaymentId), nowCounted.Accident.Select(p => p.PaymentId)),
            Of(RecordSet.LifePayments, thenCounted.Life.Select(p => p.PaymentId), nowCounted.Life.Select(p => p.PaymentId)),
            Of(RecordSet.RegularHouseholds, thenCounted.RegularHouseholds, nowCounted.RegularHouseholds),
        ]);

    private static RecordChange Of(RecordSet set, IEnumerable<Guid> then, IEnumerable<Guid> now)
    {
        var (before, after) = (then.ToHashSet(), now.ToHashSet());
        return new(set, [.. after.Except(before).Order()], [.. before.Except(after).Order()]);
    }
}

/// <summary>One indicator then and now.</summary>
public sealed record FigureChange(IndicatorKey Key, FrozenIndicator Then, FrozenIndicator Now);

/// <summary>The ids that came and that went.</summary>
public sealed record RecordChange(RecordSet Set, IReadOnlyList<Guid> Came, IReadOnlyList<Guid> Went);

/// <summary>The kinds of records behind the figures.</summary>
public enum RecordSet { People, Households, Pupils, CoveredPupils, AccidentPayments, LifePayments, RegularHouseholds }
