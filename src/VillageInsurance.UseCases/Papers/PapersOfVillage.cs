using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Awards;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Papers;

/// <summary>The papers of a site's newest cycle for its own page: what is there, what is missing, what is not due yet.</summary>
/// <param name="Lines">In the order of the way; at most 100 that are there.</param>
public sealed record PapersOfVillage(int Year, IReadOnlyList<PapersOfVillage.Line> Lines)
{
    /// <param name="RecordId">Null where there is none.</param>
    /// <param name="Number">The paper's number, once it has one.</param>
    /// <param name="On">Its day, once it has one.</param>
    /// <param name="IsFinal">Whether the record is decided; a draft bears a watermark.</param>
    public sealed record Line(PaperKind Kind, PaperDue Due, Guid? RecordId, string? Number, DateOnly? On, bool IsFinal);
}

/// <summary>Whether a paper is there, should be there by now, or is not due yet.</summary>
public enum PaperDue { There, Missing, NotYet }

internal static class PapersOfVillages
{
    /// <summary>Reads it in two queries; null without a cycle or the right to see cycles there. Kinds that the actor may not see are left out.</summary>
    public static async Task<PapersOfVillage?> PapersOfAsync(this AppDb db, FigurePlace place, CancellationToken cancel)
    {
        if (!db.Actor.May(Permission.ViewCycles, place)) return null;
        var newest = await (from c in db.Cycles where c.VillageId == place.VillageId && c.SiteGroupId == place.GroupId orderby c.Year descending join s in db.Schemes on c.SchemeId equals s.Id select new { Cycle = c, Scheme = s })
            .AsNoTracking().FirstOrDefaultAsync(cancel);
        if (newest is null) return null;
        var (cycle, chain) = (newest.Cycle, newest.Scheme.Rules.Chain);
        var seen = Enum.GetValues<PaperKind>().Where(kind => Sees(db.Actor, kind, place)).ToHashSet();
        var found = (await Records(db, cycle, place, seen).Take(100).ToListAsync(cancel)).ToLookup(f => (PaperKind)f.Kind);
        return new(cycle.Year, [.. seen.Where(kind => kind != PaperKind.ForwardingList || chain.Forwarded).Order().SelectMany(kind => found.Contains(kind)
            ? found[kind].OrderBy(f => f.Id).Select(f => new PapersOfVillage.Line(kind, PaperDue.There, f.Id, f.Number, f.On ?? f.At?.LocalDay(), f.IsFinal))
            : [new PapersOfVillage.Line(kind, IsDue(kind, cycle.State) ? PaperDue.Missing : PaperDue.NotYet, null, null, null, false)])]);
    }

    private sealed class Found
    {
        public int Kind { get; init; }
        public Guid Id { get; init; }
        public string? Number { get; init; }
        public DateOnly? On { get; init; }
        public DateTimeOffset? At { get; init; }
        public bool IsFinal { get; init; }
    }

    private static bool Sees(Actor actor, PaperKind kind, FigurePlace place) => actor.May(kind.ToSee(), place) && kind switch
    {
        PaperKind.AgentRegistration => AgentRegistrationPaper.Sees(actor, place),
        PaperKind.ForwardingList => ForwardingListPaper.SeesAll(actor),
        PaperKind.RewardSheet => !RewardLedger.OwnOnly(actor),
        // Written every month, and listed where it is written.
        PaperKind.CommitteeFeedback => false,
        _ => true,
    };

    // From the state on in which the village could not be without it.
    private static bool IsDue(PaperKind kind, CycleState state) => state != CycleState.Withdrawn && state >= kind switch
    {
        PaperKind.SiteApplication => CycleState.Proposed,
        PaperKind.Agreement => CycleState.Site,
        PaperKind.AppointmentLetter or PaperKind.AgentRegistration or PaperKind.CommitmentLetter => CycleState.Signed,
        PaperKind.Declaration => CycleState.Declared,
        PaperKind.ScoreForm or PaperKind.ReviewOpinion or PaperKind.ForwardingList => CycleState.Reviewed,
        _ => CycleState.Awarded,
    };

    private static IQueryable<Found> Records(AppDb db, VillageCycle cycle, FigurePlace place, HashSet<PaperKind> seen) =>
        People(db, cycle, place, seen).Concat(Acceptance(db, cycle, seen));

    private static IQueryable<Found> People(AppDb db, VillageCycle cycle, FigurePlace place, HashSet<PaperKind> seen)
    {
        var (village, group, year) = (place.VillageId, place.GroupId, cycle.Year);
        var (applications, agreements, letters, forms, promises) = (seen.Contains(PaperKind.SiteApplication), seen.Contains(PaperKind.Agreement), seen.Contains(PaperKind.AppointmentLetter),
            seen.Contains(PaperKind.AgentRegistration), seen.Contains(PaperKind.CommitmentLetter));
        var agents = db.AgentServices.Where(a => a.VillageId == village && (group == null || a.GroupId == group) && a.Status != AgentStatus.Left && a.Status != AgentStatus.TurnedDown);
        return db.Applications.Where(a => applications && a.VillageId == village && a.SiteGroupId == group && a.Year == year)
            .Select(a => new Found { Kind = (int)PaperKind.SiteApplication, Id = a.Id, Number = null, On = null, At = a.SubmittedAt, IsFinal = a.Status == ApplicationStatus.Approved })
            .Concat(db.Agreements.Where(a => agreements && a.VillageId == village && a.Status != AgreementStatus.Ended)
                .Select(a => new Found { Kind = (int)PaperKind.Agreement, Id = a.Id, Number = a.Number, On = a.From, At = null, IsFinal = a.Number != null }))
            .Concat(db.Supervisors.Where(s => letters && s.VillageId == village && s.GroupId == group && s.Status == SupervisorStatus.Appointed)
                .Select(s => new Found { Kind = (int)PaperKind.AppointmentLetter, Id = s.Id, Number = s.LetterNumber, On = s.From, At = null, IsFinal = true }))
            .Concat(agents.Where(a => letters && promises && a.LetterNumber != null)
                .Select(a => new Found { Kind = (int)PaperKind.AppointmentLetter, Id = a.Id, Number = a.LetterNumber, On = a.AssignedOn, At = null, IsFinal = true }))
            .Concat(agents.Where(a => forms)
                .Select(a => new Found { Kind = (int)PaperKind.AgentRegistration, Id = a.Id, Number = a.FormNumber, On = a.TrainedTo, At = a.RecommendedAt, IsFinal = a.FormNumber != null }))
            .Concat(db.CommitmentLetters.Where(l => promises && l.Year == year && agents.Any(a => a.Id == l.ServiceId))
                .Select(l => new Found { Kind = (int)PaperKind.CommitmentLetter, Id = l.Id, Number = l.Number, On = null, At = l.SignedAt, IsFinal = true }));
    }

    private static IQueryable<Found> Acceptance(AppDb db, VillageCycle cycle, HashSet<PaperKind> seen)
    {
        var id = cycle.Id;
        var (declarations, lists, certificates, rewards) = (seen.Contains(PaperKind.Declaration), seen.Contains(PaperKind.ForwardingList), seen.Contains(PaperKind.Certificate), seen.Contains(PaperKind.RewardSheet));
        var open = db.Declarations.Where(d => declarations && d.CycleId == id && d.Status != DeclarationStatus.Returned);
        return open.Select(d => new Found { Kind = (int)PaperKind.Declaration, Id = d.Id, Number = d.Number, On = null, At = d.SubmittedAt, IsFinal = d.Number != null })
            .Concat(db.ReviewSheets.Where(s => open.Any(d => d.Id == s.DeclarationId))
                .Select(s => new Found { Kind = (int)PaperKind.ScoreForm, Id = s.Id, Number = null, On = null, At = s.SignedAt, IsFinal = s.SignedAt != null }))
            .Concat(open.Where(d => d.ReviewSnapshotId != null)
                .Select(d => new Found { Kind = (int)PaperKind.ReviewOpinion, Id = d.Id, Number = d.ReviewNumber, On = null, At = d.DecidedAt, IsFinal = true }))
            .Concat(db.ForwardingLists.Where(l => lists && l.Status != ForwardingStatus.GivenUp && l.Lines.Any(x => x.CycleId == id))
                .Select(l => new Found { Kind = (int)PaperKind.ForwardingList, Id = l.Id, Number = l.Number, On = null, At = l.SignedAt, IsFinal = l.SignedAt != null }))
            .Concat(db.Titles.Where(t => certificates && t.CycleId == id)
                .Select(t => new Found { Kind = (int)PaperKind.Certificate, Id = t.Id, Number = t.Certificate, On = t.AwardedOn, At = null, IsFinal = t.RevokedOn == null }))
            .Concat(db.Titles.Where(t => rewards && t.CycleId == id && db.RewardLines.Any(l => l.TitleId == t.Id && l.Status != RewardStatus.Refused))
                .Select(t => new Found
                {
                    Kind = (int)PaperKind.RewardSheet,
                    Id = t.Id,
                    Number = t.RewardSheet,
                    On = null,
                    At = null,
                    IsFinal = !db.RewardLines.Any(l => l.TitleId == t.Id && l.Status == RewardStatus.Eligible)
                }));
    }
}
