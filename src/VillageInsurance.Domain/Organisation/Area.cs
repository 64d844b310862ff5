using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Organisation;

/// <summary>A place in the one tree of the county: county, township or street, village or community, village group.
/// Names repeat, so an area is known by its code, or by its name together with its parent.</summary>
public sealed class Area(Guid id, Guid? parentId, AreaLevel level, AreaKind kind, string? code, string name, DateOnly validFrom) : Entity(id)
{
    private readonly List<AreaName> _formerNames = [];

    /// <summary>The area it lies in; null for the county.</summary>
    public Guid? ParentId { get; private init; } = parentId;

    /// <summary>Its step in the tree.</summary>
    public AreaLevel Level { get; private init; } = level;

    /// <summary>What kind of township, village or group it is.</summary>
    public AreaKind Kind { get; private set; } = kind;

    /// <summary>The statistics bureau's code: county 6, township 9, village 12 digits. Null for groups, which have none.</summary>
    public string? Code { get; private init; } = code;

    /// <summary>The name of today; what it was called before stands in <see cref="FormerNames"/>.</summary>
    public string Name { get; private set; } = name;

    /// <summary>坝区, 半山区 or 山区; null while nobody has said.</summary>
    public Terrain? Terrain { get; private set; }

    /// <summary>Income per head as published; null while unknown.</summary>
    public IncomePerHead? Income { get; private set; }

    /// <summary>Registered households and people; null while unknown. Never used by the indicators, which count the files.</summary>
    public RegisteredSize? Registered { get; private set; }

    /// <summary>The first day of its existence.</summary>
    public DateOnly ValidFrom { get; private init; } = validFrom;

    /// <summary>The last day of its existence; null while it exists.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>The area that took it over when it was merged.</summary>
    public Guid? SuccessorId { get; private set; }

    /// <summary>What it was called before, oldest first.</summary>
    public IReadOnlyList<AreaName> FormerNames => _formerNames;

    /// <summary>Records the facts that a register or yearbook gives.</summary>
    public void Describe(AreaKind kind, Terrain? terrain, IncomePerHead? income, RegisteredSize? registered) =>
        (Kind, Terrain, Income, Registered) = (kind, terrain, income, registered);

    /// <summary>Takes a new name from this day on and keeps the old one.</summary>
    public void Rename(string name, DateOnly from)
    {
        Require(from > ValidFrom && (_formerNames.Count == 0 || from > _formerNames[^1].To), AreaRule.ARenameFollowsTheFormerName);
        _formerNames.Add(new AreaName(Guid.CreateVersion7(), Id, Name, from.AddDays(-1)));
        Name = name;
    }

    /// <summary>Ends with this day; its history stays where it is.</summary>
    public void MergeInto(Guid successorId, DateOnly lastDay)
    {
        Require(ValidTo is null, AreaRule.AnAreaEndsOnce);
        Require(successorId != Id && lastDay >= ValidFrom, AreaRule.AnAreaMergesIntoAnother);
        (SuccessorId, ValidTo) = (successorId, lastDay);
    }

    /// <summary>Whether the area exists on this day.</summary>
    public bool ExistsOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    /// <summary>What the area was called on this day.</summary>
    public string NameOn(DateOnly day) => _formerNames.FirstOrDefault(n => day <= n.To)?.Name ?? Name;
}

/// <summary>A name that an area had up to and including a day.</summary>
public sealed class AreaName(Guid id, Guid areaId, string name, DateOnly to) : Entity(id)
{
    /// <summary>The area.</summary>
    public Guid AreaId { get; private init; } = areaId;

    /// <summary>The former name.</summary>
    public string Name { get; private init; } = name;

    /// <summary>The last day on which it was called so.</summary>
    public DateOnly To { get; private init; } = to;
}

/// <summary>Rules of areas.</summary>
public enum AreaRule { ARenameFollowsTheFormerName, AnAreaEndsOnce, AnAreaMergesIntoAnother }
