using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>One paper or fact of a declaration's pack.</summary>
/// <param name="Key">Its name in the texts; for a paper of the scheme, its key.</param>
/// <param name="Name">The scheme's name of it; null where the texts name it.</param>
/// <param name="Detail">A number, a day, a remark; empty for none.</param>
public sealed record PackItem(string Key, Wording? Name, bool Present, string Detail);

/// <summary>What a declaration's pack holds and what it lacks: one method for each item, each read from its own feature's records. Null: the scheme or product asks for none.</summary>
internal static class PackItems
{
    private delegate Task<PackItem?> Reader(AppDb db, Declaration declaration, SchemeRules rules, CancellationToken cancel);

    private static readonly Reader[] Readers = [Agreement, Plaque, Supervisor, Agents, CommitmentLetters, HouseholdFiles, Snapshot];

    /// <summary>The whole pack, in its order.</summary>
    public static async Task<IReadOnlyList<PackItem>> PackOfAsync(this AppDb db, Declaration declaration, SchemeRules rules, CancellationToken cancel)
    {
        var items = new List<PackItem>();
        foreach (var read in Readers)
            if (await read(db, declaration, rules, cancel) is { } item) items.Add(item);
        var hasFiles = await db.HasScanAsync(declaration.Id, EvidenceKind.Declaration);
        items.AddRange(rules.Pack.Select(paper => declaration.Papers.FirstOrDefault(a => a.Key == paper.Key) is { Attached: true } answer
            ? new PackItem(paper.Key, paper.Name, hasFiles, answer.Remark) : new PackItem(paper.Key, paper.Name, false, "")));
        return items;
    }

    private static Task<PackItem?> Agreement(AppDb db, Declaration declaration, SchemeRules rules, CancellationToken cancel) => NotAsked;

    private static async Task<PackItem?> Plaque(AppDb db, Declaration d, SchemeRules rules, CancellationToken cancel)
    {
        var hung = await db.Sites.Where(s => s.VillageId == d.VillageId && s.SiteGroupId == d.SiteGroupId).MaxAsync(s => s.PlaqueHungOn, cancel);
        var hasPhoto = await db.Attachments.AnyAsync(f => f.VillageId == d.VillageId && f.Kind == EvidenceKind.SitePlaque && f.RemovedAt == null, cancel);
        return new(nameof(Plaque), null, hung is not null && hasPhoto, $"{hung:yyyy-MM-dd}");
    }

    private static Task<PackItem?> Supervisor(AppDb db, Declaration declaration, SchemeRules rules, CancellationToken cancel) => NotAsked;

    private static Task<PackItem?> Agents(AppDb db, Declaration declaration, SchemeRules rules, CancellationToken cancel) => NotAsked;

    private static Task<PackItem?> CommitmentLetters(AppDb db, Declaration declaration, SchemeRules rules, CancellationToken cancel) => NotAsked;

    private static async Task<PackItem?> HouseholdFiles(AppDb db, Declaration d, SchemeRules rules, CancellationToken cancel)
    {
        var files = await db.HouseholdPlaces.CountAsync(p => p.VillageId == d.VillageId && (d.SiteGroupId == null || p.GroupId == d.SiteGroupId) && p.To == null, cancel);
        return new(nameof(HouseholdFiles), null, files > 0, $"{files}");
    }

    private static Task<PackItem?> Snapshot(AppDb db, Declaration d, SchemeRules rules, CancellationToken cancel) =>
        Task.FromResult<PackItem?>(new(nameof(Snapshot), null, d.SnapshotId is not null, d.Number ?? ""));

    private static Task<PackItem?> NotAsked => Task.FromResult<PackItem?>(null);
}
