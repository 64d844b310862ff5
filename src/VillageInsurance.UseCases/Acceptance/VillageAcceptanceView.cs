using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The acceptance of a village or group as its own page shows it: the newest cycle with its declarations, the notice, and what the actor may begin.</summary>
/// <param name="Notice">How the newest notice about the title stands; null without one.</param>
public sealed record VillageAcceptanceView(Guid CycleId, int Year, CycleState State, IReadOnlyList<VillageAcceptanceView.Line> Declarations, Guid? NoticeId, NoticeResult? Notice, bool CanDeclare)
{
    /// <summary>A declaration of the cycle.</summary>
    public sealed record Line(Guid Id, DeclarationStatus Status, string? Number, DateTimeOffset? SubmittedAt, bool? AllPass, int SignedForms);
}

internal static class VillageAcceptances
{
    /// <summary>Reads it in two queries; null without a cycle or the right to see declarations there.</summary>
    public static async Task<VillageAcceptanceView?> AcceptanceOfAsync(this AppDb db, FigurePlace place, DateOnly today, CancellationToken cancel)
    {
        if (!db.Actor.May(Permission.ViewDeclarations, place.VillageId)) return null;
        var found = await db.Cycles.AsNoTracking().Where(c => c.VillageId == place.VillageId && c.SiteGroupId == place.GroupId).OrderByDescending(c => c.Year)
            .Select(c => new
            {
                Cycle = c,
                Scheme = db.Schemes.Single(s => s.Id == c.SchemeId),
                Declarations = db.Declarations.Where(d => d.CycleId == c.Id).OrderBy(d => d.Id).Select(d => new
                {
                    d.Id,
                    d.Status,
                    d.Number,
                    d.SubmittedAt,
                    Frozen = db.Snapshots.Where(s => s.Id == d.SnapshotId).Select(s => s.Frozen).FirstOrDefault(),
                    Signed = db.ReviewSheets.Count(s => s.DeclarationId == d.Id && s.SignedAt != null),
                }).ToList(),
            }).FirstOrDefaultAsync(cancel);
        if (found is null) return null;
        var notice = await db.Notices.AsNoTracking().Include(n => n.Objections).Where(n => n.Kind == NoticeKind.Titles && n.Places.Any(p => p.CycleId == found.Cycle.Id)).OrderByDescending(n => n.Id).FirstOrDefaultAsync(cancel);
        return new(found.Cycle.Id, found.Cycle.Year, found.Cycle.State, [.. found.Declarations.Select(d => new VillageAcceptanceView.Line(d.Id, d.Status, d.Number, d.SubmittedAt, d.Frozen?.AllPass, d.Signed))],
            notice?.Id, notice?.ResultFor(place.VillageId, today),
            found.Cycle.State == CycleState.Building && found.Declarations.All(d => d.Status is DeclarationStatus.Returned or DeclarationStatus.Refused)
                && db.Actor.RolesFor(Permission.DeclareVillages, found.Cycle).Contains(found.Scheme.Rules.Chain.Declarer));
    }
}
