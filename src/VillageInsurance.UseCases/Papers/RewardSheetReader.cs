using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Gathers what a title's reward sheet says.</summary>
internal static class RewardSheetReader
{
    public static async Task<PaperContent> ReadAsync(AppDb db, Title t, CancellationToken cancel)
    {
        var lines = await db.RewardLines.AsNoTracking().Where(l => l.TitleId == t.Id && l.Status != RewardStatus.Refused).OrderBy(l => l.PreparedAt).ThenBy(l => l.Id).Take(200).ToListAsync(cancel);
        if (lines.Count == 0) throw new NotFound(nameof(RewardLine), t.Id);
        var scheme = await (from cycle in db.Cycles where cycle.Id == t.CycleId join s in db.Schemes on cycle.SchemeId equals s.Id select s).AsNoTracking().SingleAsync(cancel);
        var place = await PaperPlace.OfAsync(db, t.VillageId, t.SiteGroupId, cancel);
        var names = await db.StaffNamesAsync(lines.SelectMany(l => new[] { l.PreparedById, l.DecidedById ?? l.PreparedById }), cancel);
        var decided = lines.All(l => l.Status != RewardStatus.Eligible);
        var money = lines.Where(l => l.Fen > 0).ToList();
        return RewardSheetPaper.Of(new(t.Id, t.VillageId, place.Code, t.Year, decided ? PaperStanding.Final : PaperStanding.Draft), new(
            t.RewardSheet, lines[0].PreparedAt.LocalDay(), place.Township + place.Name, t.Certificate, scheme.Rules.RewardTerms.Payer.Zh, scheme.Name.Zh,
            string.Join(Words.Separator, lines.Select(l => l.Resolution).Where(r => r.Length > 0).Distinct()), await NoticesAsync(db, lines, cancel),
            [.. lines.Select(l => new RewardSheetPaper.Line(l.IsToPerson ? l.Payee : place.Name, Words.Acts.Rewards[l.Kind], scheme.Rules.Rewards.FirstOrDefault(r => r.Kind == l.Kind)?.Use.Zh ?? "", l.Fen))],
            Named(lines.Select(l => l.PreparedById)), decided ? Named(lines.Select(l => l.DecidedById).OfType<Guid>()) : "", decided ? lines.Max(l => l.DecidedOn) : null,
            money.Count > 0 && money.All(l => l.PaidOn is not null) ? money.Max(l => l.PaidOn) : null));

        string Named(IEnumerable<Guid> people) => string.Join(Words.Separator, people.Distinct().Select(p => names.GetValueOrDefault(p, "")));
    }

    private static async Task<string> NoticesAsync(AppDb db, List<RewardLine> lines, CancellationToken cancel)
    {
        var ids = lines.Select(l => l.NoticeId).OfType<Guid>().Distinct().ToList();
        var notices = await db.Notices.AsNoTracking().Where(n => ids.Contains(n.Id)).OrderBy(n => n.From).Select(n => new { n.Number, n.From, n.LastDay }).ToListAsync(cancel);
        return string.Join('\n', notices.Select(n => PaperWords.With(Words.Acts.Noticed, n.Number, Words.Days(n.From, n.LastDay))));
    }
}
