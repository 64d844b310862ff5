using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Acceptance;

internal static class DeclarationLoading
{
    /// <summary>The declaration that the user saw, and the rules by which it is judged. Who comes second at the same moment waits here, and then is told that it changed.</summary>
    public static async Task<(Declaration Declaration, SchemeRules Rules)> DeclarationAsSeenAsync(this AppDb db, Guid id, int seenVersion)
    {
        await db.LockAsync($"declaration {id}");
        var declaration = await db.Declarations.FindAsSeenAsync(id, seenVersion);
        return (declaration, (await db.SchemeAsync(declaration.SchemeId)).Rules);
    }

    /// <summary>One scheme, only to be read.</summary>
    public static Task<Scheme> SchemeAsync(this AppDb db, Guid id, CancellationToken cancel = default) => db.Schemes.AsNoTracking().SingleAsync(s => s.Id == id, cancel);

    /// <summary>The cycle of a declaration with its steps, to be moved.</summary>
    public static async Task<VillageCycle> CycleAsync(this AppDb db, Guid cycleId)
    {
        var cycle = await db.Cycles.Include(c => c.Steps.OrderBy(s => s.Number)).FindOrRefuseAsync(cycleId);
        await db.LockAsync($"cycle {cycle.SiteGroupId ?? cycle.VillageId}");
        return cycle;
    }

    /// <summary>Who proposed the site: began, wrote or sent one of its applications.</summary>
    public static async Task<HashSet<Guid>> ProposersAsync(this AppDb db, Declaration declaration)
    {
        var found = await db.Applications.AsNoTracking().Where(a => a.VillageId == declaration.VillageId && a.SiteGroupId == declaration.SiteGroupId)
            .Select(a => new { a.CreatedById, a.LastEditedById, Senders = a.Rounds.Select(r => r.SubmittedById).ToList() }).ToListAsync();
        return [.. found.SelectMany(a => a.Senders.Append(a.CreatedById).Append(a.LastEditedById))];
    }

    /// <summary>Whether a photo or scan of this kind lies with the record.</summary>
    public static Task<bool> HasScanAsync(this AppDb db, Guid recordId, EvidenceKind kind) =>
        db.Attachments.AnyAsync(f => f.RecordId == recordId && f.Kind == kind && f.RemovedAt == null);

    /// <summary>The name of a village or of one of its groups.</summary>
    public static async Task<PlaceName> PlaceAsync(this AppDb db, Guid villageId, Guid? groupId, CancellationToken cancel)
    {
        var place = (await db.PlaceNamesAsync([villageId], cancel))[villageId];
        return groupId is not { } group ? place : place with { Group = await db.Areas.Where(g => g.Id == group).Select(g => g.Name).SingleAsync(cancel) };
    }

    /// <summary>The county's own area: what waits for somebody outside the villages waits there.</summary>
    public static Task<Guid> CountyAsync(this AppDb db) => db.Areas.Where(a => a.Level == AreaLevel.County).Select(a => a.Id).FirstAsync();
}
