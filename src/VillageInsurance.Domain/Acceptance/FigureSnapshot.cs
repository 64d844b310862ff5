using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Acceptance;

/// <summary>The figures of a site as they were counted at one moment, with the records behind them. It is written once and never changed.</summary>
[PersonTable]
public sealed class FigureSnapshot(
    Guid id, Guid villageId, Guid? siteGroupId, Guid cycleId, SnapshotPurpose takenFor, DateOnly asOf, DateOnly knownAt, Guid schemeId, int schemeNumber,
    FrozenFigures frozen, CountedRecords records, Guid takenById, DateTimeOffset takenAt) : Entity(id), IVillageOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private init; } = villageId;

    /// <summary>The village group that is the site; null for the whole village.</summary>
    [NotPersonal] public Guid? SiteGroupId { get; private init; } = siteGroupId;

    /// <summary>The cycle that relies on it.</summary>
    [NotPersonal] public Guid CycleId { get; private init; } = cycleId;

    /// <summary>What it was taken for.</summary>
    [NotPersonal] public SnapshotPurpose TakenFor { get; private init; } = takenFor;

    /// <summary>The last day that counts.</summary>
    [NotPersonal] public DateOnly AsOf { get; private init; } = asOf;

    /// <summary>What became known later was not looked at.</summary>
    [NotPersonal] public DateOnly KnownAt { get; private init; } = knownAt;

    /// <summary>The scheme's version that judged it.</summary>
    [NotPersonal] public Guid SchemeId { get; private init; } = schemeId;

    /// <summary>The number of that version.</summary>
    [NotPersonal] public int SchemeNumber { get; private init; } = schemeNumber;

    /// <summary>The numbers, the standards and the outcome.</summary>
    [NotPersonal] public FrozenFigures Frozen { get; private init; } = frozen;

    /// <summary>What was counted: ids alone, kept to be counted again.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.Indicators, Retention.ContractAndTenYears)]
    public CountedRecords Records { get; private init; } = records;

    /// <summary>SHA-256 over the canonical text, in small hexadecimal letters.</summary>
    [NotPersonal] public string Sha256 { get; private init; } = "";

    /// <summary>By whose act it was taken.</summary>
    [NotPersonal] public Guid TakenById { get; private init; } = takenById;

    /// <summary>When.</summary>
    [NotPersonal] public DateTimeOffset TakenAt { get; private init; } = takenAt;

    /// <summary>Takes it: the figures are what the records add up to.</summary>
    public static FigureSnapshot Take(
        Guid id, Guid villageId, Guid? siteGroupId, Guid cycleId, SnapshotPurpose takenFor, FigurePeriod period, Schemes.Scheme scheme, CountedRecords records, Guid byId, DateTimeOffset at)
    {
        var taken = new FigureSnapshot(id, villageId, siteGroupId, cycleId, takenFor, period.AsOf, period.KnownAt, scheme.Id, scheme.Number,
            FrozenFigures.Of(records.Figures, scheme.Rules), records, byId, at);
        return new(id, villageId, siteGroupId, cycleId, takenFor, period.AsOf, period.KnownAt, scheme.Id, scheme.Number, taken.Frozen, records, byId, at)
        {
            Sha256 = SnapshotText.Sha256(taken),
        };
    }

    /// <summary>Whether it is still what the hash was made of.</summary>
    public bool IsIntact => Sha256 == SnapshotText.Sha256(this) && Frozen.Figures == Records.Figures;
}

/// <summary>When a snapshot is taken: at the declaration, at the review's verdict, at the last word.</summary>
public enum SnapshotPurpose { Declaration, Review, Reply }
