using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Policies;

/// <summary>An insurance product. Its flags decide which figures its policies count in, so that a county can move a product.</summary>
public sealed class Product(Guid id, string code, string name, string kind, bool longTerm, bool countsStudent, bool countsAccident, bool countsLifeRegular, Guid batchId) : Entity(id)
{
    /// <summary>The insurer's code; unique.</summary>
    public string Code { get; private init; } = code;

    /// <summary>The name on the policy.</summary>
    public string Name { get; private set; } = name;

    /// <summary>The kind, as the list says.</summary>
    public string Kind { get; private set; } = kind;

    /// <summary>Whether the term is over one year (长险).</summary>
    public bool LongTerm { get; private set; } = longTerm;

    /// <summary>Whether it covers a pupil for indicator 1.</summary>
    public bool CountsStudent { get; private set; } = countsStudent;

    /// <summary>Whether its premium counts in indicator 2.</summary>
    public bool CountsAccident { get; private set; } = countsAccident;

    /// <summary>Whether its new regular premium counts in indicator 3.</summary>
    public bool CountsLifeRegular { get; private set; } = countsLifeRegular;

    /// <summary>The import that brought the row last.</summary>
    public Guid BatchId { get; private set; } = batchId;
}
