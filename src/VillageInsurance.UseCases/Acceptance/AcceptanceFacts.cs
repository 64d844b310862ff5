using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The guards between declaration and title that hold for a cycle, from its records.</summary>
internal static class AcceptanceFacts
{
    /// <summary>Adds those that hold today.</summary>
    public static async Task AddAsync(AppDb db, VillageCycle cycle, SchemeRules rules, HashSet<CycleRule> met, DateOnly today)
    {
        var open = await db.Declarations.AsNoTracking().Where(d => d.CycleId == cycle.Id && d.Status != DeclarationStatus.Returned && d.Status != DeclarationStatus.Refused)
            .Select(d => new { d.Id, d.Status, d.SnapshotId }).SingleOrDefaultAsync();
        if (open is null) return;
        if (open.SnapshotId is not null) met.Add(CycleRule.TheFiguresAreFrozen);
        if (open.Status >= DeclarationStatus.TakenIn)
        {
            var sheets = await db.ReviewSheets.AsNoTracking().Where(s => s.DeclarationId == open.Id).ToListAsync();
            if (ReviewSheet.IsPassed(sheets, ReviewSheet.FirstTrack(rules.Chain), rules.ScoreForm)) met.Add(CycleRule.TheReviewIsPassed);
        }
        if (await db.ForwardingLines.AnyAsync(l => l.DeclarationId == open.Id && db.ForwardingLists.Any(f => f.Id == l.ListId
                && (f.Status == ForwardingStatus.SignedOff || f.Status == ForwardingStatus.Sent)))) met.Add(CycleRule.TheListIsSigned);
        if (open.Status is DeclarationStatus.Accepted or DeclarationStatus.Awarded) met.Add(CycleRule.TheAcceptanceIsRecorded);
        if (await db.NoticeResultAsync(cycle.Id, cycle.VillageId, NoticeKind.Titles, null, today) == NoticeResult.Ended) met.Add(CycleRule.TheNoticeHasEnded);
    }

    /// <summary>How the newest notice about the cycle stands; null without one.</summary>
    public static async Task<NoticeResult?> NoticeResultAsync(this AppDb db, Guid cycleId, Guid villageId, NoticeKind kind, Guid? subjectId, DateOnly today) =>
        (await db.Notices.AsNoTracking().Include(n => n.Objections).Where(n => n.Kind == kind && n.SubjectId == subjectId && n.Places.Any(p => p.CycleId == cycleId))
            .OrderByDescending(n => n.Id).FirstOrDefaultAsync())?.ResultFor(villageId, today);

    /// <summary>The last day of the review: in the year after.</summary>
    public static DateOnly ReviewDay(this SchemeRules rules, int year) => rules.Deadlines.Review.In(year + 1);
}
