using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Policies;

namespace VillageInsurance.UseCases.Data;

/// <summary>The usual terms of the products, from a data file. What is there already stays.</summary>
internal static class KnownTariffs
{
    public static async Task StoreAsync(AppDb db, CancellationToken cancel)
    {
        var known = await db.Tariffs.Select(t => t.ProductCode).ToListAsync(cancel);
        using var file = typeof(KnownTariffs).Assembly.GetManifestResourceStream("tariffs.json")!;
        db.Tariffs.AddRange(JsonSerializer.Deserialize<List<Seed>>(file, JsonColumn.Format)!.Where(t => !known.Contains(t.Code))
            .Select(t => new ProductTariff(Guid.CreateVersion7(), t.Code, t.Letter, t.PremiumFen, t.SumInsuredFen, t.PayMode, t.PayYears, t.TermMonths)));
        await db.SaveChangesAsync(cancel);
    }

    private sealed record Seed(string Code, string Letter, long PremiumFen, long SumInsuredFen, PayMode PayMode, int PayYears, int TermMonths);
}
