using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Products;

namespace VillageInsurance.Web.Products;

/// <summary>What stands in the form of a product's version.</summary>
public sealed class ProductModel
{
    public string Code { get; set; } = "";
    public string Insurer { get; set; } = "";
    public string Name { get; set; } = "";
    public string Kind { get; set; } = "";
    public bool LongTerm { get; set; }
    public HashSet<PayMode> PayModes { get; init; } = [];
    public bool CountsStudent { get; set; }
    public bool CountsAccident { get; set; }
    public bool CountsLifeRegular { get; set; }
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }

    public static ProductModel Of(string code, ProductTerms terms) => new()
    {
        Code = code,
        Insurer = terms.Insurer ?? "",
        Name = terms.Name,
        Kind = terms.Kind,
        LongTerm = terms.LongTerm,
        PayModes = [.. terms.PayModes],
        CountsStudent = terms.CountsStudent,
        CountsAccident = terms.CountsAccident,
        CountsLifeRegular = terms.CountsLifeRegular,
        ValidFrom = terms.ValidFrom,
        ValidTo = terms.ValidTo,
    };

    public ProductTerms ToTerms() => new(string.IsNullOrWhiteSpace(Insurer) ? null : Insurer.Trim(), Name.Trim(), Kind, LongTerm, [.. PayModes.Order()], CountsStudent, CountsAccident, CountsLifeRegular, ValidFrom, ValidTo);

    public void Set(PayMode mode, bool isOne)
    {
        if (isOne) PayModes.Add(mode);
        else PayModes.Remove(mode);
    }
}
