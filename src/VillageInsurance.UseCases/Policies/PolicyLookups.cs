using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Policies;

/// <summary>Somebody of the register, as far as policies need him.</summary>
internal sealed record KnownInsured(Guid Id, string Name, Guid VillageId);

/// <summary>Where somebody lived, and when.</summary>
internal sealed record KnownHome(Guid PersonId, Guid VillageId, Guid? GroupId, DateOnly JoinedOn, DateOnly? LeftOn);

/// <summary>Whom and what the rows of a delivery of policies name, each read by one query for all of them, however large the county is.</summary>
internal sealed class PolicyLookups
{
    private readonly Vault _vault;

    private PolicyLookups(Vault vault) => _vault = vault;

    public required Dictionary<string, Policy> ByNumber { get; init; }
    public required Dictionary<Guid, KnownInsured> PersonsByKey { get; init; }
    public required Dictionary<Guid, KnownInsured> PersonsById { get; init; }
    public required ILookup<string, KnownInsured> PersonsByName { get; init; }
    public required ILookup<Guid, KnownHome> Homes { get; init; }
    public required ILookup<Guid, Policy> OfInsured { get; init; }
    public required Dictionary<string, Product> Products { get; init; }
    public required Dictionary<string, ProductTariff> Tariffs { get; init; }
    public required Dictionary<string, StaffMember> Staff { get; init; }
    public required IReadOnlyList<(Guid Id, string? Code, string Name, string Township)> Villages { get; init; }

    /// <summary>The person with this ID number; null for nobody.</summary>
    public KnownInsured? PersonOf(string idNumber) => PersonsByKey.GetValueOrDefault(KnownKeys.PersonKey(_vault.IndexOf(idNumber)));

    /// <summary>Where he lived on a day; null for nowhere in the county.</summary>
    public KnownHome? HomeOn(Guid person, DateOnly day) => Homes[person].FirstOrDefault(h => h.JoinedOn <= day && !(h.LeftOn <= day));

    public static async Task<PolicyLookups> LoadAsync(AppDb db, Vault vault, IReadOnlyList<PolicyRow> rows)
    {
        var numbers = rows.Select(r => r.Number).OfType<string>().Distinct().ToArray();
        var byNumber = await db.Policies.AsNoTracking().Where(p => numbers.Contains(p.Number)).ToDictionaryAsync(p => p.Number);
        var indexes = rows.SelectMany(r => new[] { r.Insured.IdNumber, r.Holder.IdNumber }).OfType<string>().Distinct().Select(vault.IndexOf).ToArray();
        var byKey = (await db.Persons.AsNoTracking().Where(p => p.IdNumberIndex != null && indexes.Contains(p.IdNumberIndex)).Select(p => new { p.IdNumberIndex, p.Id, p.Name, p.VillageId }).ToListAsync())
            .ToDictionary(p => KnownKeys.PersonKey(p.IdNumberIndex!), p => new KnownInsured(p.Id, p.Name, p.VillageId));
        var lookups = new PolicyLookups(vault)
        {
            ByNumber = byNumber,
            PersonsByKey = byKey,
            PersonsById = byKey.Values.ToDictionary(p => p.Id),
            PersonsByName = await NamedAsync(db, rows, byNumber),
            Homes = (await HomesAsync(db, rows, byKey, byNumber)).ToLookup(h => h.PersonId),
            OfInsured = (await HandWrittenAsync(db, rows, byKey, byNumber)).ToLookup(p => p.InsuredId),
            Products = await ProductsAsync(db, rows, byNumber),
            Tariffs = await TariffsAsync(db, rows),
            Staff = await StaffAsync(db, rows),
            Villages = await VillagesAsync(db),
        };
        return lookups;
    }

    // Only rows without a number that tells who it is are looked up by name.
    private static async Task<ILookup<string, KnownInsured>> NamedAsync(AppDb db, IReadOnlyList<PolicyRow> rows, Dictionary<string, Policy> known)
    {
        var names = rows.Where(r => r.Insured.IdNumber is null && !(r.Number is { } n && known.ContainsKey(n))).Select(r => r.Insured.Name).OfType<string>().Distinct().ToArray();
        var found = names.Length == 0 ? [] : await db.Persons.AsNoTracking().Where(p => names.Contains(p.Name)).Select(p => new KnownInsured(p.Id, p.Name, p.VillageId)).ToListAsync();
        return found.ToLookup(p => p.Name);
    }

    private static async Task<List<KnownHome>> HomesAsync(AppDb db, IReadOnlyList<PolicyRow> rows, Dictionary<Guid, KnownInsured> byKey, Dictionary<string, Policy> known)
    {
        var persons = byKey.Values.Select(p => p.Id).Concat(known.Values.Select(p => p.InsuredId)).Concat(rows.SelectMany(r => r.Chosen.Values)).Distinct().ToArray();
        return await db.Memberships.AsNoTracking().Where(m => persons.Contains(m.PersonId)).Select(m => new KnownHome(m.PersonId, m.VillageId, m.GroupId, m.JoinedOn, m.LeftOn)).ToListAsync();
    }

    // Certificates by their group policy, and what an agent entered before the insurer gave it a number.
    private static async Task<List<Policy>> HandWrittenAsync(AppDb db, IReadOnlyList<PolicyRow> rows, Dictionary<Guid, KnownInsured> byKey, Dictionary<string, Policy> known)
    {
        if (rows.All(r => r.Number is { } n && known.ContainsKey(n))) return [];
        var persons = byKey.Values.Select(p => p.Id).Concat(rows.SelectMany(r => r.Chosen.Values)).Distinct().ToArray();
        return await db.Policies.AsNoTracking().Where(p => persons.Contains(p.InsuredId) && (p.BatchId == null || p.GroupNumber != null)).ToListAsync();
    }

    private static async Task<Dictionary<string, Product>> ProductsAsync(AppDb db, IReadOnlyList<PolicyRow> rows, Dictionary<string, Policy> known)
    {
        var codes = rows.Select(r => r.Product).OfType<string>().Distinct().ToArray();
        return await db.Products.AsNoTracking().Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code);
    }

    private static async Task<Dictionary<string, ProductTariff>> TariffsAsync(AppDb db, IReadOnlyList<PolicyRow> rows)
    {
        var codes = rows.Select(r => r.Product).OfType<string>().Distinct().ToArray();
        return await db.Tariffs.AsNoTracking().Where(t => codes.Contains(t.ProductCode)).ToDictionaryAsync(t => t.ProductCode);
    }

    private static async Task<Dictionary<string, StaffMember>> StaffAsync(AppDb db, IReadOnlyList<PolicyRow> rows)
    {
        var codes = rows.Select(r => r.AgentCode).OfType<string>().Distinct().ToArray();
        return codes.Length == 0 ? [] : await db.Staff.AsNoTracking().Where(s => codes.Contains(s.Code)).ToDictionaryAsync(s => s.Code);
    }

    private static async Task<IReadOnlyList<(Guid, string?, string, string)>> VillagesAsync(AppDb db)
    {
        var areas = await db.Areas.AsNoTracking().Where(a => a.Level == AreaLevel.Village || a.Level == AreaLevel.Township).Select(a => new { a.Id, a.ParentId, a.Level, a.Code, a.Name }).ToListAsync();
        var townships = areas.Where(a => a.Level == AreaLevel.Township).ToDictionary(a => a.Id, a => a.Name);
        return [.. areas.Where(a => a.Level == AreaLevel.Village).OrderBy(a => a.Code, StringComparer.Ordinal).Select(a => (a.Id, a.Code, a.Name, townships.GetValueOrDefault(a.ParentId ?? default, "")))];
    }
}
