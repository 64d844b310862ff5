using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Households;

/// <summary>What the household desk begins with: a known household as it stands, or an empty one; products with their letters, the consent text, and where the agent may enter.</summary>
public sealed class HouseholdDesk(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <param name="Known">The household; null for a new one.</param>
    /// <param name="Villages">Villages in which the agent keeps files, with their groups.</param>
    /// <param name="Products">What may be entered, by the letter that stands for it.</param>
    /// <param name="ConsentText">The newest consent text.</param>
    /// <param name="Advice">What is known of the family for advice on policies.</param>
    public sealed record View(Household? Known, IReadOnlyList<Village> Villages, IReadOnlyList<Product> Products, Text ConsentText, AdviceFacts Advice);

    /// <summary>A village and its groups.</summary>
    public sealed record Village(Guid Id, PlaceName Name, IReadOnlyList<Group> Groups);

    /// <summary>A group.</summary>
    public sealed record Group(Guid Id, string Name);

    /// <summary>A product with its usual terms; the premium in fen.</summary>
    public sealed record Product(string Code, string Letter, string Name, string Kind, long PremiumFen, PayMode PayMode, bool ForPupils);

    /// <summary>The text that is read out before anything is noted.</summary>
    public sealed record Text(Guid Id, int Number, string Title, IReadOnlyList<Wording> Points);

    /// <summary>The household's own fields.</summary>
    public sealed record Household(Guid Id, int Version, Guid VillageId, Guid? GroupId, string Number, string HeadName, string? Phone, HouseholdFacts Facts, IReadOnlyList<Member> Members, IReadOnlyList<Answer> Consents);

    /// <summary>A member of today; the number masked, null when missing. The day of birth only while it is: beside the masked number it would give the whole of it.</summary>
    public sealed record Member(Guid PersonId, string Name, string? IdNumber, Sex Sex, int Age, DateOnly? BirthDate, string? Relation, ResidenceKind Residence, PersonFacts Facts, bool HasHealthNote, bool AtSchool);

    /// <summary>The newest answer to a question; a "no" rests until a day.</summary>
    /// <param name="SignedId">The consent, where a signature on the screen can be shown.</param>
    public sealed record Answer(ConsentKind Kind, Guid? PersonId, bool Holds, DateOnly On, DateOnly? RestsUntil, Guid? SignedId = null);

    /// <summary>Reads it. Outside the agent's villages it is not found.</summary>
    public Task<View> RunAsync(Guid? householdId, CancellationToken cancel) => gate.ReadAsync(Permission.KeepHouseholds, async db =>
    {
        var known = householdId is { } id ? await KnownAsync(db, id, cancel) : null;
        var text = await db.ProgrammeTexts.AsNoTracking().Where(t => t.Kind == TextKind.Consent).OrderByDescending(t => t.Number).FirstAsync(cancel);
        return new View(known, await VillagesAsync(db, cancel), await ProductsAsync(db, clock.Today(), cancel), new(text.Id, text.Number, text.Title, [.. text.Points.Select(p => p.Text)]),
            await db.AdviceFactsAsync(known?.Id, [.. (known?.Members ?? []).Select(m => m.PersonId)], clock.Today(), cancel));
    }, cancel);

    // What the programme's insurer sells today, by its usual terms.
    private static async Task<IReadOnlyList<Product>> ProductsAsync(AppDb db, DateOnly today, CancellationToken cancel)
    {
        var own = (await db.SchemeOfAsync(today.Year, cancel)).Rules.Policies.OwnInsurer;
        var found = await (from tariff in db.Tariffs.AsNoTracking()
                           join product in db.Products.AsNoTracking() on tariff.ProductCode equals product.Code
                           where product.Insurer == null || product.Insurer == own
                           orderby product.Code
                           select new { Product = product, Tariff = tariff }).ToListAsync(cancel);
        return [.. found.Where(f => f.Product.SaleRefused(today, f.Tariff.PayMode) is null)
            .Select(f => new Product(f.Product.Code, f.Tariff.Letter, f.Product.Name, f.Product.Kind, f.Tariff.PremiumFen, f.Tariff.PayMode, f.Product.CountsStudent))];
    }

    private static async Task<IReadOnlyList<Village>> VillagesAsync(AppDb db, CancellationToken cancel)
    {
        var scope = db.Actor.ScopeOf(Permission.KeepHouseholds)!;
        var groups = await db.Areas.AsNoTracking().Where(a => a.Level == AreaLevel.Group && a.ValidTo == null && (scope.VillageIds.Contains(a.ParentId!.Value) || scope.GroupIds.Contains(a.Id))).ToListAsync(cancel);
        var names = await db.PlaceNamesAsync(scope.VillageIds.Union(groups.Select(g => g.ParentId!.Value)).Select(v => (Guid?)v), cancel);
        return [.. names.Select(n => new Village(n.Key, n.Value, [.. groups.Where(g => g.ParentId == n.Key).OrderBy(g => g.Name.Length).ThenBy(g => g.Name, StringComparer.Ordinal).Select(g => new Group(g.Id, g.Name))]))
            .OrderBy(v => v.Name.Village, StringComparer.Ordinal)];
    }

    private async Task<Household> KnownAsync(AppDb db, Guid id, CancellationToken cancel)
    {
        var (h, today) = (await db.Households.AsNoTracking().FindOrRefuseAsync(id, cancel), clock.Today());
        var members = await (from m in db.Memberships.AsNoTracking()
                             where m.HouseholdId == id && m.LeftReason != LeaveReason.Error && m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn > today)
                             join p in db.Persons on m.PersonId equals p.Id
                             select new { Membership = m, Person = p, AtSchool = db.Enrolments.Any(e => e.PersonId == p.Id && e.From <= today && (e.To == null || e.To >= today)) }).ToListAsync(cancel);
        var consents = await db.Consents.AsNoTracking().Where(c => c.HouseholdId == id).ToListAsync(cancel);
        return new Household(h.Id, h.Version, h.VillageId, h.GroupId, h.Number, h.HeadName, h.Phone is { } phone ? Masking.Number(vault.Open(PersonalCells.Phone, h.Id, phone)) : null,
            new(h.Address, h.MainIncome, h.IncomeBand, h.Housing, h.DebtBand, h.Relief, h.Machines),
            [.. members.InBookOrder(m => m.Membership.Relation, m => m.Person.BirthDate).Select(m => Shown(m.Membership, m.Person, m.AtSchool, today))], Answers(consents, today));
    }

    private Member Shown(Membership m, Person p, bool atSchool, DateOnly today) => new(p.Id, p.Name, p.IdNumber is { } number ? Masking.Number(vault.Open(PersonalCells.IdNumber, p.Id, number)) : null,
        p.Sex, p.AgeOn(today), p.IdNumber is null ? p.BirthDate : null, m.Relation, m.Residence, new(p.Ethnicity, p.Occupation, p.HasMedicalInsurance, p.HasPension), p.HealthNote is not null, atSchool);

    internal static IReadOnlyList<Answer> Answers(IEnumerable<Consent> consents, DateOnly today) =>
        [.. consents.GroupBy(c => (c.Kind, c.PersonId)).Select(g => g.MaxBy(c => c.RecordedAt)!)
            .Select(c => new Answer(c.Kind, c.PersonId, c.Holds(today), c.On, !c.IsGiven && c.On.AddDays(Consent.DaysOfRest) > today ? c.On.AddDays(Consent.DaysOfRest) : null, c.Signature is null ? null : c.Id))];
}
