using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.Web.Households;

/// <summary>A policy's row as typed: the product's letter, the receipt's number; everything else is the usual thing until it is changed.</summary>
public sealed class PolicyRow
{
    public const int YoungestPupil = 3, OldestPupil = 18;

    public Guid Id { get; set; } = Guid.CreateVersion7();
    public string Product { get; set; } = "";
    public Guid? InsuredId { get; set; }
    public string Receipt { get; set; } = "";
    public DateOnly? IssuedOn { get; set; }
    public string Premium { get; set; } = "";
    public PaymentMethod Method { get; set; } = PaymentMethod.Bank;

    /// <summary>What the customer decided where something speaks against the policy.</summary>
    public CustomerDecision Customer { get; set; } = CustomerDecision.NotAsked;

    /// <summary>Whom such a product usually covers: student cover the first pupil without a row of it, anything else the head.</summary>
    public void PresetInsured(DeskModel form, HouseholdDesk.View desk, DateOnly today)
    {
        var product = desk.Products.FirstOrDefault(p => p.Code == Product);
        Premium = product is null ? "" : (product.PremiumFen / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
        var covered = form.Policies.Where(p => p != this && p.Product == Product).Select(p => p.InsuredId);
        InsuredId = (product is { ForPupils: true }
            ? form.Present.Where(m => m.AgeOn(today) is >= YoungestPupil and <= OldestPupil).OrderByDescending(m => m.AgeOn(today)).FirstOrDefault(m => !covered.Contains(m.PersonId))
            : null)?.PersonId ?? form.Present.FirstOrDefault(m => m.Role == FamilyRole.Head)?.PersonId;
    }

    /// <summary>The premium typed, in fen; null when it is none.</summary>
    public long? PremiumFen => decimal.TryParse(Premium, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var yuan)
        && yuan is > 0 and <= 1_000_000 && decimal.Round(yuan, 2) == yuan ? (long)(yuan * 100) : null;

    public PolicyEntry ToEntry(DeskModel form, HouseholdDesk.View desk, DateOnly today)
    {
        var head = form.Present.FirstOrDefault(m => m.Role == FamilyRole.Head)?.PersonId ?? Guid.Empty;
        var insured = InsuredId ?? head;
        var isAdult = form.Present.FirstOrDefault(m => m.PersonId == insured)?.AgeOn(today) >= 18;
        // Whoever is of age holds the own policy; for a child the head does.
        return new(Id, Product, isAdult ? insured : head, insured, IssuedOn ?? today, (IssuedOn ?? today).AddDays(1), PremiumFen ?? 0, Receipt.Trim(), Method);
    }
}
