using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>保险先进村证书, by the cycle in which the title was won. Void once it is taken away.</summary>
internal static class CertificatePaper
{
    public static async Task<IReadOnlyList<Guid>> OfVillageAsync(AppDb db, Guid villageId, CancellationToken cancel) =>
        await db.Titles.Where(t => t.VillageId == villageId).OrderBy(t => t.Year).ThenBy(t => t.Id).Select(t => t.Id).Take(50).ToListAsync(cancel);

    public static async Task<PaperContent> ReadAsync(AppDb db, Guid id, CancellationToken cancel) =>
        (await ReadAllAsync(db, db.Titles.Where(t => t.Id == id), cancel)).SingleOrDefault() ?? throw new NotFound(nameof(Title), id);

    /// <summary>Many at once, in the order of their numbers.</summary>
    public static async Task<IReadOnlyList<PaperContent>> ReadAllAsync(AppDb db, IQueryable<Title> titles, CancellationToken cancel)
    {
        var found = await (from title in titles.AsNoTracking()
                           join cycle in db.Cycles on title.CycleId equals cycle.Id
                           join scheme in db.Schemes on cycle.SchemeId equals scheme.Id
                           join village in db.Areas on title.VillageId equals village.Id
                           join township in db.Areas on village.ParentId equals township.Id
                           join area in db.Areas on township.ParentId equals area.Id
                           // A county that was imported without its name bears its code.
                           let county = area.Name == area.Code ? "" : area.Name
                           orderby title.Certificate
                           select new Found(title, scheme.Id, village.Name, village.Code ?? "", township.Name, county, db.Areas.Where(g => g.Id == title.SiteGroupId).Select(g => g.Name).FirstOrDefault())).ToListAsync(cancel);
        var ids = found.Select(f => f.SchemeId).Distinct().ToList();
        var schemes = await db.Schemes.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Rules.Chain.Accepts.Zh, cancel);
        return [.. found.Select(f => Content(f, schemes[f.SchemeId]))];
    }

    private sealed record Found(Title Title, Guid SchemeId, string Village, string Code, string Township, string County, string? Group);

    private static PaperContent Content(Found f, string accepter) => new PaperValues
    {
        ["holder"] = $"{f.County}{f.Township}{f.Village}{f.Group}",
        ["unit"] = f.Group is null ? Words.Village : Words.VillageGroup,
        ["year"] = $"{f.Title.Year}",
        ["reviewer"] = PaperWords.With(Words.Leadership, f.County),
        ["accepter"] = accepter,
        ["number"] = f.Title.Certificate,
        ["date"] = Words.Day(f.Title.AwardedOn),
    }.Content(PaperKind.Certificate, new(f.Title.Id, f.Title.VillageId, f.Code, f.Title.Year, f.Title.RevokedOn is null ? PaperStanding.Final : PaperStanding.Void));
}
