using Microsoft.Extensions.Localization;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Households;
using VillageInsurance.Web.Texts;

namespace VillageInsurance.Web.Households;

/// <summary>What keeps the desk's form from being saved, each said with what to do.</summary>
internal static class DeskProblems
{
    public static IReadOnlyList<string> Of(DeskModel form, HouseholdDesk.View desk, DateOnly today, IStringLocalizer<DeskTexts> t) =>
        [.. OfMembers(form, today, t), .. OfPolicies(form, desk, today, t), .. OfConsents(form, desk, today, t)];

    private static IEnumerable<string> OfMembers(DeskModel form, DateOnly today, IStringLocalizer<DeskTexts> t)
    {
        if (!form.Present.Any()) yield return t["NeedsMember"];
        else if (form.Present.Count(m => m.Role == FamilyRole.Head) != 1) yield return t["NeedsHead"];
        foreach (var row in form.Present)
        {
            if (row.Name.Length == 0) yield return t["NeedsName", form.Members.IndexOf(row) + 1];
            if (row.KnownNumber is null && row.Number is null && (row.Digits.Length > 0 || !row.WithoutNumber)) yield return t["NeedsNumber", row.Name];
            if (row is { WithoutNumber: true, BornAs: null }) yield return t["NeedsSexAndBirth", row.Name];
            if (row.School.Length > 0 && row.Stage is null) yield return t["NeedsStage", row.Name];
        }
        if (form.Phone.Length > 0 && !Household.IsPhone(form.Phone)) yield return t["PhoneWrong"];
    }

    private static IEnumerable<string> OfPolicies(DeskModel form, HouseholdDesk.View desk, DateOnly today, IStringLocalizer<DeskTexts> t)
    {
        foreach (var (row, findings) in DeskAdvices.Of(form, desk, today))
        {
            var customer = findings.Count > 0 ? row.Customer : CustomerDecision.GoesOn;
            if (customer == CustomerDecision.NotAsked) yield return t["NeedsCustomer", form.Policies.IndexOf(row) + 1];
            if (row.Receipt.Length == 0 && customer != CustomerDecision.DoesNot) yield return t["NeedsReceipt", form.Policies.IndexOf(row) + 1];
            if (row.PremiumFen is null) yield return t["PremiumWrong"];
        }
    }

    // The server asks the same; here it is said before anything is sent.
    private static IEnumerable<string> OfConsents(DeskModel form, HouseholdDesk.View desk, DateOnly today, IStringLocalizer<DeskTexts> t)
    {
        if (form.Visit is { Form: ConsentForm.Signature, Consents.Count: > 0, Signature: "" }) yield return t["SignatureMissing"];
        var before = desk.Known?.Facts;
        var money = (form.IncomeBand.Length > 0 && form.IncomeBand != before?.IncomeBand) || (form.DebtBand is not null && form.DebtBand != before?.DebtBand)
            || form.Visit is { IsOpen: true, Refused: false, AffordableYuan: not null } || form.Visit.Risks.Exists(r => r is { Kind: not null, LossYuan: > 0 });
        if (money && !Allows(form, desk, ConsentKind.Money, null)) yield return t["NeedsMoneyConsent"];
        var health = form.Present.Any(m => m.Health.Length > 0) || form.Visit.Risks.Exists(r => r.Kind == RiskKind.Illness);
        if (health && !Allows(form, desk, ConsentKind.Health, null)) yield return t["NeedsHealthConsent"];
        foreach (var child in form.Present.Where(m => m.AgeOn(today) < Consent.AgeOfOwnAnswer && m.School.Length + m.Health.Length > 0))
            if (!Allows(form, desk, ConsentKind.Child, child.PersonId)) yield return t["NeedsGuardian", child.Name];
    }

    public static bool Allows(DeskModel form, HouseholdDesk.View desk, ConsentKind kind, Guid? personId) =>
        form.Visit.AnswerTo(kind, personId) ?? desk.Known?.Consents.FirstOrDefault(c => c.Kind == kind && c.PersonId == personId)?.Holds == true;
}
