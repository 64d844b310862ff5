using System.Text;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.HouseholdChecks;

namespace VillageInsurance.UseCases.Households;

/// <summary>The answers of a household to the separate questions, those of this save among them.</summary>
internal sealed class DeskConsents(IReadOnlyList<Consent> answers, DateOnly today)
{
    /// <summary>Stores the new answers. Refused: a text that is not the newest, a signature that is none, and a question that the family refused within ninety days.</summary>
    public static async Task<DeskConsents> SaveAsync(AppDb db, Vault vault, Household household, IReadOnlyList<ConsentEntry> entries, TimeProvider clock)
    {
        var (today, now) = (clock.Today(), clock.GetUtcNow());
        var before = await db.Consents.Where(c => c.HouseholdId == household.Id).ToListAsync();
        var known = before.Select(c => c.Id).ToHashSet();
        var fresh = entries.Where(e => !known.Contains(e.Id)).Select(e => new Consent(e.Id, household.VillageId, household.GroupId, household.Id, e.PersonId, e.Kind, e.IsGiven,
            e.TextId, e.GivenBy, e.Form, today, db.Actor.StaffId, now).SignedWith(SealedOf(vault, e))).ToList();
        if (fresh.Count == 0) return new DeskConsents(before, today);
        var newest = await db.ProgrammeTexts.Where(t => t.Kind == TextKind.Consent).OrderByDescending(t => t.Number).Select(t => t.Id).FirstAsync();
        if (fresh.Exists(c => c.TextId != newest)) throw ConsentRule.TheTextIsTheNewest.Broken();
        if (fresh.Exists(c => Newest(before, c.Kind, c.PersonId) is { IsGiven: false } no && no.On.AddDays(Consent.DaysOfRest) > today)) throw ConsentRule.ANoRestsNinetyDays.Broken();
        db.AddRange(fresh);
        return new DeskConsents([.. before, .. fresh], today);
    }

    /// <summary>The answers as they stand.</summary>
    public static async Task<DeskConsents> OfAsync(AppDb db, Guid householdId, DateOnly today) => new(await db.Consents.AsNoTracking().Where(c => c.HouseholdId == householdId).ToListAsync(), today);

    /// <summary>Whether the newest answer allows the use.</summary>
    public bool Allow(ConsentKind kind, Guid? personId = null) => Newest(answers, kind, personId)?.Holds(today) == true;

    /// <summary>Income, debts and what the family can afford are noted only with its consent to questions of money; what is known already may stay.</summary>
    public void RequireForMoney(Household household, SaveHousehold.Input input)
    {
        var asks = (input.Facts.IncomeBand is { } income && income != household.IncomeBand) || (input.Facts.DebtBand is { } debts && debts != household.DebtBand)
            || input.Visit?.Answers.AffordableFen is not null || input.Risks.Any(r => r.LossFen > 0);
        if (asks && !Allow(ConsentKind.Money)) throw VisitRule.ConsentComesFirst.Broken();
        if (input.Risks.Any(r => r.Kind == RiskKind.Illness)) RequireForHealth();
    }

    /// <summary>The same of values that a checked file is to get: taking one out needs no consent.</summary>
    public void RequireForCorrection(IEnumerable<(Guid? PersonId, CorrectedField Field, string? New)> changes, FileValues values)
    {
        foreach (var (person, field, _) in changes.Where(c => !string.IsNullOrWhiteSpace(c.New)))
        {
            if (field.IsOfMoney() && !Allow(ConsentKind.Money)) throw VisitRule.ConsentComesFirst.Broken();
            if (field is CorrectedField.Ethnicity or CorrectedField.Occupation or CorrectedField.HasMedicalInsurance or CorrectedField.HasPension) RequireForChild(values.PersonOf(person));
        }
    }

    /// <summary>Health is noted only with the consent to it (PIPL art. 29).</summary>
    public void RequireForHealth()
    {
        if (!Allow(ConsentKind.Health)) throw VisitRule.ConsentComesFirst.Broken();
    }

    /// <summary>What a child under fourteen learns, has or suffers is noted only with its guardian's consent (PIPL art. 31).</summary>
    public void RequireForChild(Person person)
    {
        if (person.AgeOn(today) < Consent.AgeOfOwnAnswer && !Allow(ConsentKind.Child, person.Id)) throw VisitRule.AGuardianConsents.Broken();
    }

    // Each answer carries the signature itself: each is a proof of its own.
    private static byte[]? SealedOf(Vault vault, ConsentEntry entry) => entry.Signature is null ? null : vault.SealBytes(PersonalCells.Signature, entry.Id, Encoding.ASCII.GetBytes(Signature.Of(entry.Signature).ToString()));

    private static Consent? Newest(IEnumerable<Consent> answers, ConsentKind kind, Guid? personId) =>
        answers.Where(c => c.Kind == kind && c.PersonId == personId).MaxBy(c => c.RecordedAt);
}
