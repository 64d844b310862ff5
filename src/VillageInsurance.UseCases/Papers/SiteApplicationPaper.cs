using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>建设点申报表: what the last submission says, or the draft while there is none. Final once approved.</summary>
internal static class SiteApplicationPaper
{
    private const string Transport = "Transport";

    public static async Task<IReadOnlyList<Guid>> OfVillageAsync(AppDb db, Guid villageId, CancellationToken cancel) =>
        await db.Applications.Where(a => a.VillageId == villageId).OrderBy(a => a.Year).ThenBy(a => a.Id).Select(a => a.Id).Take(50).ToListAsync(cancel);

    public static async Task<PaperContent> ReadAsync(AppDb db, Guid id, CancellationToken cancel)
    {
        var a = await db.Applications.AsNoTracking().Include(x => x.Rounds.OrderBy(r => r.Number)).FindOrRefuseAsync(id, cancel);
        var scheme = await db.Schemes.AsNoTracking().SingleAsync(s => s.Id == a.SchemeId, cancel);
        var place = await PaperPlace.OfAsync(db, a.VillageId, a.SiteGroupId, cancel);
        var form = a.Status is ApplicationStatus.Draft or ApplicationStatus.Returned || a.Rounds.Count == 0 ? a.Form : a.Rounds[^1].Form;
        var files = await db.Attachments.CountAsync(f => f.RecordId == a.Id && f.RemovedAt == null, cancel);
        var groups = await db.Areas.CountAsync(g => g.ParentId == a.VillageId && g.Level == AreaLevel.Group, cancel);
        var round = a.Rounds.Count == 0 ? null : a.Rounds[^1];
        var names = await db.StaffNamesAsync(round is null ? [] : [round.SubmittedById, round.Decision?.OfficialId ?? round.SubmittedById], cancel);
        var values = new PaperValues
        {
            ["code"] = place.Code,
            ["year"] = $"{a.Year}",
            ["date"] = Words.Day(a.SubmittedAt?.LocalDay()),
            ["place"] = place.Name,
            ["township"] = place.Township,
            ["households"] = form.Households == 0 ? "" : PaperWords.With(Words.Households, PaperWords.Number(form.Households)),
            ["people"] = form.People == 0 ? "" : PaperWords.With(Words.People, PaperWords.Number(form.People)),
            ["groups"] = PaperWords.With(Words.Count, groups),
            ["income"] = place.Income is { } income ? PaperWords.With(Words.Income, PaperWords.Money(income.Fen), income.Year, income.Source) : "",
            ["terrain"] = place.Terrain is { } terrain ? Words.Terrains[terrain] : "",
            ["cadre"] = form.Cadre,
            ["resolution"] = form.ResolutionOn is { } on ? $"{form.ResolutionNumber}  {Words.Day(on)}" : "",
            ["files"] = PaperWords.With(Words.Files, files),
            ["scheme"] = scheme.Name.Zh,
        };
        return values.With("conditions", scheme.Rules.Conditions.Select((c, i) => Row(c, i + 1, form.AnswerTo(c.Key))))
            .With("signers", PaperSigner.Rows(Signers(place, scheme.Rules.Chain, round, names)))
            .Content(PaperKind.SiteApplication, new(a.Id, a.VillageId, place.Code, a.Year, a.Status == ApplicationStatus.Approved ? PaperStanding.Final : PaperStanding.Draft));
    }

    private static IReadOnlyDictionary<string, string> Row(BaseCondition c, int number, ConditionAnswer? answer) => PaperValues.Row(
        ("no", $"{number}"), ("name", c.Name.Zh), ("requirement", c.Requirement.Zh),
        ("fact", answer is { Remark.Length: > 0 } ? $"{answer.Fact}\n{answer.Remark}" : answer?.Fact),
        ("verdict", answer?.Met switch { true => Words.Met, false => Words.Unmet, _ => "" }));

    // The proposer first, then who decides; in the city's scheme the office, in the town's the township.
    private static IEnumerable<PaperSigner> Signers(PaperPlace place, DecidingChain chain, ApplicationRound? round, Dictionary<Guid, string> names)
    {
        var decision = round?.Decision;
        var proposer = chain.SiteProposer == Role.VillageCadre ? place.Name : place.Township;
        var decider = chain.SiteDecider == Role.TownshipOfficial ? place.Township : Words.Office;
        yield return new(proposer, "", round is null ? "" : names.GetValueOrDefault(round.SubmittedById, ""), round?.SubmittedAt.LocalDay());
        yield return new(decider, decision is null ? "" : (decision.Outcome == DecisionOutcome.Approved ? Words.Agreed : Words.Returned) + decision.Opinion,
            decision is null ? "" : names.GetValueOrDefault(decision.OfficialId, ""), decision?.At.LocalDay());
    }
}
