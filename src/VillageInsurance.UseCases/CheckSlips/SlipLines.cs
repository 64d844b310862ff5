using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.CheckSlips;

/// <summary>One policy on a slip; the premium of one instalment and the sum in fen.</summary>
public sealed record SlipLine(string Number, string Product, string? Holder, string Insured, DateOnly From, DateOnly To, PayMode PayMode, long PremiumFen, long SumFen);

internal static class SlipLines
{
    /// <summary>What the insurer itself has told of and what gives cover on this day, for whoever lives in the household; what a family only showed does not stand on a slip.</summary>
    public static async Task<IReadOnlyList<SlipLine>> OfAsync(AppDb db, Household household, DateOnly today, CancellationToken cancel = default)
    {
        var own = (await db.SchemeOfAsync(today.Year, cancel)).Rules.Policies.OwnInsurer;
        var members = await db.Memberships.Where(m => m.HouseholdId == household.Id && m.LeftOn == null).Select(m => m.PersonId).ToListAsync(cancel);
        var found = await (from p in db.Policies.AsNoTracking()
                           where p.Insurer == own && p.BatchId != null && (members.Contains(p.InsuredId) || members.Contains(p.HolderId!.Value))
                           orderby p.IssueDate, p.Number
                           select new
                           {
                               Policy = p,
                               Product = db.Products.Where(x => x.Id == p.ProductId).Select(x => x.Name).First(),
                               Holder = db.Persons.Where(x => x.Id == p.HolderId).Select(x => x.Name).FirstOrDefault(),
                               Insured = db.Persons.Where(x => x.Id == p.InsuredId).Select(x => x.Name).FirstOrDefault(),
                           }).ToListAsync(cancel);
        return [.. found.Where(f => f.Policy.IsInForce(today))
            .Select(f => new SlipLine(f.Policy.Number, f.Product, f.Holder, f.Insured ?? "", f.Policy.EffectiveDate, f.Policy.EndDate, f.Policy.PayMode, f.Policy.PremiumFen, f.Policy.SumInsuredFen))];
    }

    /// <summary>SHA-256 of the lines as they stand on the paper.</summary>
    public static string HashOf(IReadOnlyList<SlipLine> lines) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(lines, JsonColumn.Format)));
}
