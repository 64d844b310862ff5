using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Organisation;

/// <summary>A department of the government or the insurer that sits in leading groups. Departments are renamed over the years; each name keeps its days.</summary>
public sealed class Department(Guid id, string code) : Entity(id)
{
    private readonly List<DepartmentName> _names = [];

    /// <summary>The short code by which it stays known; unique.</summary>
    public string Code { get; private init; } = code;

    /// <summary>Every name, oldest first.</summary>
    public IReadOnlyList<DepartmentName> Names => _names;

    /// <summary>Takes a name from this day on. Refused when it is no later than the last one.</summary>
    public void Name(string name, DateOnly from)
    {
        Require(_names.Count == 0 || (from > _names.Max(n => n.From) && name != NameOn(DateOnly.MaxValue)), SeatRule.ANameIsNewToTheDepartment);
        _names.Add(new DepartmentName(Guid.CreateVersion7(), Id, name, from));
    }

    /// <summary>What it was called on this day; its first name before that.</summary>
    public string NameOn(DateOnly day) => (_names.Where(n => n.From <= day).MaxBy(n => n.From) ?? _names.MinBy(n => n.From))?.Name ?? Code;
}

/// <summary>A name that a department has had since a day.</summary>
public sealed class DepartmentName(Guid id, Guid departmentId, string name, DateOnly from) : Entity(id)
{
    /// <summary>The department.</summary>
    public Guid DepartmentId { get; private init; } = departmentId;

    /// <summary>The name.</summary>
    public string Name { get; private init; } = name;

    /// <summary>The first day on which it was called so.</summary>
    public DateOnly From { get; private init; } = from;
}
