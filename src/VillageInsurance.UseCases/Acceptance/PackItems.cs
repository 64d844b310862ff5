using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>One paper or fact of a declaration's pack.</summary>
/// <param name="Key">Its name in the texts; for a paper of the scheme, its key.</param>
/// <param name="Name">The scheme's name of it; null where the texts name it.</param>
/// <param name="Detail">A number, a day, a remark; empty for none.</param>
public sealed record PackItem(string Key, Wording? Name, bool Present, string Detail);

/// <summary>What a declaration's pack holds and what it lacks: one method for each item, each read from its own feature's records.</summary>
internal static class PackItems
{
    private delegate Task<PackItem> Reader(AppDb db, Declaration declaration, SchemeRules rules, CancellationToken cancel);

    private static readonly Reader[] Readers = [Agreement, Plaque, Supervisor, Agents, CommitmentLetters, HouseholdFiles, Snapshot];

    /// <summary>The whole pack, in its order.</summary>
    public static async Task<IReadOnlyList<PackItem>> PackOfAsync(this AppDb db, Declaration declaration, SchemeRules rules, CancellationToken cancel)
    {
        var items = new List<PackItem>();
        foreach (var read in Readers)
            items.Add(await read(db, declaration, rules, cancel));
        var hasFiles = await db.HasScanAsync(declaration.Id, EvidenceKind.Declaration);
        items.AddRange(rules.Pack.Select(paper => declaration.Papers.FirstOrDefault(a => a.Key == paper.Key) is { Attached: true } answer
            ? new PackItem(paper.Key, paper.Name, hasFiles, answer.Remark) : new PackItem(paper.Key, paper.Name, false, "")));
        return items;
    }

    private static async Task<PackItem> Agreement(AppDb db, Declaration d, SchemeRules rules, CancellationToken cancel)
    {
        var agreement = (await db.Agreements.AsNoTracking().Where(a => a.VillageId == d.VillageId && a.Number != null).ToListAsync(cancel)).FirstOrDefault(a => a.HoldsOn(DayOf(db, d)));
        return new(nameof(Agreement), null, agreement is not null, agreement?.Number ?? "");
    }

    private static async Task<PackItem> Plaque(AppDb db, Declaration d, SchemeRules rules, CancellationToken cancel)
    {
        var hung = await db.Sites.Where(s => s.VillageId == d.VillageId && s.SiteGroupId == d.SiteGroupId).MaxAsync(s => s.PlaqueHungOn, cancel);
        var hasPhoto = await db.Attachments.AnyAsync(f => f.VillageId == d.VillageId && f.Kind == EvidenceKind.SitePlaque && f.RemovedAt == null, cancel);
        return new(nameof(Plaque), null, hung is not null && hasPhoto, $"{hung:yyyy-MM-dd}");
    }

    private static async Task<PackItem> Supervisor(AppDb db, Declaration d, SchemeRules rules, CancellationToken cancel)
    {
        var appointed = (await db.Supervisors.AsNoTracking().Where(s => s.VillageId == d.VillageId && s.GroupId == d.SiteGroupId && s.LetterNumber != null).ToListAsync(cancel)).FirstOrDefault(s => s.HoldsOn(DayOf(db, d)));
        return new(nameof(Supervisor), null, appointed is not null, appointed?.LetterNumber ?? "");
    }

    private static async Task<PackItem> Agents(AppDb db, Declaration d, SchemeRules rules, CancellationToken cancel)
    {
        var ready = await StaffingFacts.ReadyAgentsAsync(db, d.VillageId, d.SiteGroupId, DayOf(db, d));
        return new(nameof(Agents), null, ready >= rules.Agents.Least && ready <= rules.Agents.Most, $"{ready}");
    }

    private static async Task<PackItem> CommitmentLetters(AppDb db, Declaration d, SchemeRules rules, CancellationToken cancel)
    {
        var day = DayOf(db, d);
        var inService = (await db.ServicesOfSiteAsync(d.VillageId, d.SiteGroupId)).Where(s => s.IsAssignedOn(day)).Select(s => s.Id).ToList();
        var signed = await db.CommitmentLetters.Where(l => inService.Contains(l.ServiceId) && l.Year == day.Year).Select(l => l.ServiceId).Distinct().CountAsync(cancel);
        return new(nameof(CommitmentLetters), null, inService.Count > 0 && signed == inService.Count, $"{signed}/{inService.Count}");
    }

    // A pack is of the day on which it was submitted; before that of today.
    private static DateOnly DayOf(AppDb db, Declaration d) => (d.SubmittedAt ?? db.Operation.At).LocalDay();

    private static async Task<PackItem> HouseholdFiles(AppDb db, Declaration d, SchemeRules rules, CancellationToken cancel)
    {
        var files = await db.HouseholdPlaces.CountAsync(p => p.VillageId == d.VillageId && (d.SiteGroupId == null || p.GroupId == d.SiteGroupId) && p.To == null, cancel);
        return new(nameof(HouseholdFiles), null, files > 0, $"{files}");
    }

    private static Task<PackItem> Snapshot(AppDb db, Declaration d, SchemeRules rules, CancellationToken cancel) =>
        Task.FromResult<PackItem>(new(nameof(Snapshot), null, d.SnapshotId is not null, d.Number ?? ""));
}
