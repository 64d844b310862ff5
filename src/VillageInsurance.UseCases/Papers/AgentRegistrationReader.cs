using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Acceptance;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Gathers what an agent's registration form says.</summary>
internal static class AgentRegistrationReader
{
    public static async Task<PaperContent> ReadAsync(AppDb db, AgentService s, CancellationToken cancel)
    {
        var agent = await db.Staff.AsNoTracking().SingleAsync(p => p.Id == s.StaffId, cancel);
        var place = await PaperPlace.OfAsync(db, s.VillageId, s.GroupId, cancel);
        var village = s.GroupId is null ? place : await PaperPlace.OfAsync(db, s.VillageId, null, cancel);
        var names = await db.StaffNamesAsync(new[] { s.RecommendedById, s.VettedById, s.AssignedById }.OfType<Guid>(), cancel);
        var insurer = await db.Staff.Where(p => p.Id == s.VettedById).Select(p => p.Unit).FirstOrDefaultAsync(cancel) ?? await PayerAsync(db, s, cancel);
        var violations = await db.AgentViolations.AsNoTracking().Where(v => v.ServiceId == s.Id).OrderBy(v => v.HappenedOn).Take(50).ToListAsync(cancel);
        var recommended = s.RecommendedAt.LocalDay();
        return AgentRegistrationPaper.Of(new(s.Id, s.VillageId, place.Code, (s.TrainedTo ?? recommended).Year, s.FormNumber is null ? PaperStanding.Draft : PaperStanding.Final),
            new(s.FormNumber, recommended, agent.Name, place.Township + place.Name, agent.Unit, s.FullTime, village.Name, recommended, agent.Registration?.Number, agent.Registration?.From, agent.Registration?.To,
                s.AssignedOn, s.GroupId is null ? Words.Acts.WholeVillage : place.Name, violations.Count == 0 ? Words.Acts.Nothing : string.Join('\n', violations.Select(v => $"{Words.Day(v.HappenedOn)}  {v.Facts}  {v.Measure}")),
                Points(s), await TrainingsAsync(db, s, cancel),
                [
                    new(village.Name, Words.Acts.Recommended, NameOf(s.RecommendedById), recommended),
                    new(insurer, s.VettedById is null ? "" : s.Vetting.Length > 0 ? s.Vetting : Words.Acts.Vetted, NameOf(s.VettedById), null),
                    new(place.County + Words.Office, s.AssignedOn is null ? "" : Words.Acts.Assigned, NameOf(s.AssignedById), s.AssignedOn),
                ]));

        string NameOf(Guid? who) => who is { } person ? names.GetValueOrDefault(person, "") : "";
    }

    // The insurer's branch as the scheme of the village names it.
    private static async Task<string> PayerAsync(AppDb db, AgentService s, CancellationToken cancel) =>
        (await (from cycle in db.Cycles where cycle.VillageId == s.VillageId orderby cycle.Year descending join scheme in db.Schemes on cycle.SchemeId equals scheme.Id select scheme).AsNoTracking().FirstOrDefaultAsync(cancel))
            ?.Rules.RewardTerms.Payer.Zh ?? "";

    private static (string, string, bool?)[] Points(AgentService s)
    {
        bool? met = s.Status switch { AgentStatus.Recommended => null, AgentStatus.TurnedDown => false, _ => true };
        return [.. Words.Acts.Points.Zip([s.Points.Character, s.Points.Relations, s.Points.Ability, s.Points.Schooling], (point, finding) => (point, finding, met))];
    }

    private static async Task<IReadOnlyList<(string, string, int?, string)>> TrainingsAsync(AppDb db, AgentService s, CancellationToken cancel)
    {
        var later = await (from a in db.TrainingAttendances
                           where a.StaffId == s.StaffId && a.VillageId == s.VillageId
                           join t in db.Trainings on a.TrainingId equals t.Id
                           orderby t.HeldOn
                           select new { t.HeldOn, t.Topic, t.Hours, a.Attended }).Take(50).ToListAsync(cancel);
        return
        [
            .. s is { TrainedFrom: { } from, TrainedTo: { } to } ? new (string, string, int?, string)[] { (Words.Days(from, to), Words.Acts.FirstTraining, null, Words.Acts.Attended) } : [],
            .. later.Select(t => (Words.Day(t.HeldOn), t.Topic, (int?)t.Hours, t.Attended ? Words.Acts.Attended : Words.Acts.Absent)),
        ];
    }
}
