using VillageInsurance.Domain.Products;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Policies;

/// <summary>An insurance product, as the version of it that holds says. Its flags decide which figures its policies count in, so that a county can move a product.</summary>
public sealed class Product(Guid id, string code, string name, string kind, bool longTerm, bool countsStudent, bool countsAccident, bool countsLifeRegular, Guid? batchId) : Entity(id)
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

    /// <summary>The code of the insurer whose product it is; null for the programme's own.</summary>
    public string? Insurer { get; private set; }

    /// <summary>How it can be paid; none means any way.</summary>
    public IReadOnlyList<PayMode> PayModes { get; private set; } = [];

    /// <summary>The first day on which it is sold; null for "always was".</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>The last day on which it is sold; null for "until further notice".</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>The import that brought the row; null for one made by hand.</summary>
    public Guid? BatchId { get; private set; } = batchId;

    /// <summary>What holds.</summary>
    public ProductTerms Terms => new(Insurer, Name, Kind, LongTerm, PayModes, CountsStudent, CountsAccident, CountsLifeRegular, ValidFrom, ValidTo);

    /// <summary>The product that comes to be with its first published version, or by an import.</summary>
    public static Product Of(Guid id, string code, ProductTerms terms, Guid? batchId = null)
    {
        var product = new Product(id, code, terms.Name, terms.Kind, terms.LongTerm, terms.CountsStudent, terms.CountsAccident, terms.CountsLifeRegular, batchId);
        product.Take(terms);
        return product;
    }

    /// <summary>From now on it is what a version says.</summary>
    public void Take(ProductTerms terms)
    {
        (Insurer, Name, Kind, LongTerm, PayModes) = (terms.Insurer, terms.Name, terms.Kind, terms.LongTerm, terms.PayModes);
        (CountsStudent, CountsAccident, CountsLifeRegular, ValidFrom, ValidTo) = (terms.CountsStudent, terms.CountsAccident, terms.CountsLifeRegular, terms.ValidFrom, terms.ValidTo);
    }

    /// <summary>Why no policy of it can be issued on this day and paid this way; null when one can. The one check for whatever enters policies.</summary>
    public ProductRule? SaleRefused(DateOnly issuedOn, PayMode mode) =>
        issuedOn < ValidFrom || issuedOn > ValidTo ? ProductRule.ItIsSoldOnTheDayOfIssue
        : PayModes.Count > 0 && !PayModes.Contains(mode) ? ProductRule.ItIsPaidThatWay
        : null;
}
