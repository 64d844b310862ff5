using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Claims;

/// <summary>The supervisor's book: the claims of his villages by waiting time, what agents do there, his notes, his year's duties.</summary>
public sealed class SupervisorBook(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Claims shown at once.</summary>
    public const int PageSize = 5;

    private const int MostNotes = 20;

    /// <param name="Untold">Open claims whose family no note says was told.</param>
    /// <param name="Year">The year of the duties.</param>
    public sealed record View(IReadOnlyList<PlaceName> Places, int Open, int Late, int Untold, IReadOnlyList<Card> Claims, IReadOnlyList<AgentLine> Agents, IReadOnlyList<NoteLine> Notes, DutyLine Duties);

    /// <summary>A claim to watch; the name in clear, the supervisor works in the village. What was noted last is null for nothing yet.</summary>
    public sealed record Card(Guid Id, Guid VillageId, string Number, string Insured, string? Group, string? Product, int Waited, ClaimState State, ClaimMilestone? Next, ClaimDesk Desk, ClaimDue? Due, bool FamilyTold, bool Picked, DateOnly? NotedOn);

    /// <summary>What an agent of the village did this year.</summary>
    public sealed record AgentLine(Guid ServiceId, string Name, int Visits, int Checked, int NotAsRecorded, int Violations);

    /// <summary>A note of the viewer's own.</summary>
    public sealed record NoteLine(Guid ClaimId, string Number, ClaimNoteKind Kind, string Text, DateTimeOffset At, bool Waits, string? Answer);

    /// <summary>The year so far: checks of visits, notes on claims, trainings attended of those held, and the assessment; null while there is none.</summary>
    public sealed record DutyLine(int Year, int Checks, int Notes, int Attended, int Expected, bool? Passed);

    /// <summary>Reads it: so many claims, the longest waiting first.</summary>
    public Task<View> RunAsync(int most, CancellationToken cancel) => gate.ReadAsync(Permission.WatchClaims, async db =>
    {
        var today = clock.Today();
        var open = (await db.ReadClocksAsync(db.Claims.Unsettled().Where(c => c.ReportedOn <= today), today, cancel)).OrderByDescending(c => c.Waited).ThenBy(c => c.Number, StringComparer.Ordinal).ToList();
        var ids = open.Select(c => c.Id).ToList();
        var notes = await db.ClaimNotes.AsNoTracking().Where(n => ids.Contains(n.ClaimId)).Select(n => new { n.ClaimId, n.Kind, n.At }).ToListAsync(cancel);
        var told = notes.Where(n => n.Kind == ClaimNoteKind.FamilyTold).Select(n => n.ClaimId).ToHashSet();
        var scope = db.Actor.ScopeOf(Permission.WatchClaims)!;
        var places = await db.PlaceNamesAsync(scope.VillageIds.Select(v => (Guid?)v).Concat(open.Select(c => (Guid?)c.VillageId)), cancel);
        return new View([.. places.Values], open.Count, open.Count(c => c.Clock.IsLate), open.Count(c => !told.Contains(c.Id)),
            await CardsAsync(db, [.. open.Take(Math.Clamp(most, PageSize, 500))], told, notes.GroupBy(n => n.ClaimId).ToDictionary(g => g.Key, g => g.Max(n => n.At).LocalDay()), cancel),
            await AgentsAsync(db, today.Year, cancel), await NotesAsync(db, cancel), await DutiesAsync(db, today.Year, cancel));
    }, cancel);

    private static async Task<IReadOnlyList<Card>> CardsAsync(AppDb db, List<OpenClaim> shown, HashSet<Guid> told, Dictionary<Guid, DateOnly> noted, CancellationToken cancel)
    {
        var ids = shown.Select(c => c.Id).ToList();
        var groups = shown.Select(c => c.GroupId).OfType<Guid>().Distinct().ToList();
        var groupNames = await db.Areas.AsNoTracking().Where(a => groups.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        var (names, products) = (await db.NamesAsync(shown.Select(c => c.InsuredId), cancel), await db.ProductsAsync(shown.Select(c => c.PolicyId), cancel));
        var picked = await db.ClaimPicks.AsNoTracking().Where(p => ids.Contains(p.ClaimId)).Select(p => p.ClaimId).ToListAsync(cancel);
        return [.. shown.Select(c => new Card(c.Id, c.VillageId, c.Number, NamesInClear.Shown(db.Actor, new ClaimPlace(c.VillageId, c.GroupId), names.GetValueOrDefault(c.InsuredId, "")),
            c.GroupId is { } group ? groupNames.GetValueOrDefault(group) : null, products.GetValueOrDefault(c.PolicyId), c.Waited, c.Facts.State, c.Facts.Next, c.Facts.Desk, c.Due, told.Contains(c.Id),
            picked.Contains(c.Id), noted.TryGetValue(c.Id, out var day) ? day : null))];
    }

    private static async Task<IReadOnlyList<AgentLine>> AgentsAsync(AppDb db, int year, CancellationToken cancel)
    {
        var from = new DateOnly(year, 1, 1);
        var services = await db.AgentServices.AsNoTracking().Where(s => s.Status == AgentStatus.Assigned || s.Status == AgentStatus.Suspended).ToListAsync(cancel);
        var (agents, ids) = (services.Select(s => s.StaffId).ToList(), services.Select(s => s.Id).ToList());
        var visits = (await db.Visits.AsNoTracking().Where(v => v.On >= from && agents.Contains(v.AgentId)).Select(v => new { v.AgentId, v.Checked }).ToListAsync(cancel)).ToLookup(v => v.AgentId, v => v.Checked);
        var violations = await db.AgentViolations.AsNoTracking().Where(v => ids.Contains(v.ServiceId) && v.HappenedOn >= from).GroupBy(v => v.ServiceId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var names = await db.StaffNamesAsync(agents, cancel);
        return [.. services.Select(s => new AgentLine(s.Id, names.GetValueOrDefault(s.StaffId, ""), visits[s.StaffId].Count(), visits[s.StaffId].Count(c => c is not null),
            visits[s.StaffId].Count(c => c is { Matches: false }), violations.GetValueOrDefault(s.Id)))];
    }

    private static async Task<IReadOnlyList<NoteLine>> NotesAsync(AppDb db, CancellationToken cancel) =>
        [.. (await (from n in db.ClaimNotes.AsNoTracking()
                    where n.ById == db.Actor.StaffId
                    join claim in db.Claims on n.ClaimId equals claim.Id
                    orderby n.At descending
                    select new { Note = n, claim.Number }).Take(MostNotes).ToListAsync(cancel)).Select(n => new NoteLine(n.Note.ClaimId, n.Number, n.Note.Kind, n.Note.Text, n.Note.At, n.Note.Waits, n.Note.Answer))];

    private static async Task<DutyLine> DutiesAsync(AppDb db, int year, CancellationToken cancel)
    {
        var (me, first) = (db.Actor.StaffId, new DateOnly(year, 1, 1));
        var since = new DateTimeOffset(year, 1, 1, 0, 0, 0, Clock.Offset).ToUniversalTime();
        var own = await db.Supervisors.AsNoTracking().Where(s => s.StaffId == me).Select(s => s.Id).ToListAsync(cancel);
        var came = await (from c in db.TrainingAttendances.AsNoTracking()
                          where c.StaffId == me
                          join t in db.Trainings on c.TrainingId equals t.Id
                          where t.HeldOn >= first
                          select c.Attended).ToListAsync(cancel);
        var checks = (await db.Visits.AsNoTracking().Where(v => v.On >= first).Select(v => v.Checked).ToListAsync(cancel)).Count(c => c?.SupervisorId == me);
        return new(year, checks, await db.ClaimNotes.CountAsync(n => n.ById == me && n.At >= since, cancel), came.Count(a => a), came.Count,
            await db.SupervisorAssessments.AsNoTracking().Where(a => own.Contains(a.AppointmentId) && a.Year == year).Select(a => (bool?)a.Passed).FirstOrDefaultAsync(cancel));
    }
}
