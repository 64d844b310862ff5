using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>A roster as its page shows it: where it stands, what was found, how its columns were taken, what is open by kind.</summary>
public sealed class RosterDetail(AppDbGate gate)
{
    /// <param name="Job">How far the job is; null when none works on it.</param>
    /// <param name="EndsAt">When nothing of it can be decided or undone any more.</param>
    /// <param name="OpenRows">Rows of which something is open.</param>
    /// <param name="Findings">How many findings there are of each handling.</param>
    /// <param name="Other">Somebody else's roster of the same village that is not finished; null for none.</param>
    /// <param name="WhyBroken">The text key of the refusal that the last job ended with; null when it did not.</param>
    public sealed record View(Guid Id, int Version, string FileName, PlaceName? Place, string By, DateTimeOffset At, DateOnly CutOff, RosterState State, RosterKind Kind, FileFault? Fault, RosterCounts Counts,
        int StoredRows, DateTimeOffset? StoredAt, DateTimeOffset EndsAt, int OpenRows, IReadOnlyList<RosterColumn> Columns, IReadOnlyList<OpenKind> Kinds, IReadOnlyDictionary<RosterHandling, int> Findings, Progress? Job, Unfinished? Other, string? WhyBroken);

    /// <summary>Open questions of one reason: how many, and for how many an answer is proposed.</summary>
    public sealed record OpenKind(RosterReason Reason, bool AboutNumber, int Count, int WithAnswer);

    /// <summary>Rows done, of all; the total is zero while unknown.</summary>
    public sealed record Progress(long Done, long Total, DateTimeOffset At, DateTimeOffset? SeenAt);

    /// <summary>Another roster, whose and since when.</summary>
    public sealed record Unfinished(Guid Id, string By, DateTimeOffset At);

    /// <summary>Reads it. Not found outside the viewer's villages.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.ImportRosters, async db =>
    {
        var b = await db.RosterBatches.AsNoTracking().FindOrRefuseAsync(id, cancel);
        var findings = db.RosterFindings.AsNoTracking().Where(f => f.BatchId == id && f.Round == b.Round);
        var open = findings.Where(f => (f.Handling == RosterHandling.Ask || f.Handling == RosterHandling.Reject) && (f.Decision == RosterDecision.Open || f.Decision == RosterDecision.SentBack));
        var kinds = await open.Where(f => f.Decision == RosterDecision.Open).GroupBy(f => new { f.Reason, f.Field })
            .Select(g => new OpenKind(g.Key.Reason, g.Key.Field == RosterField.IdNumber, g.Count(), g.Count(f => f.HasAnswer))).ToListAsync(cancel);
        var job = b.JobId is { } jobId ? await db.JobRequests.AsNoTracking().SingleOrDefaultAsync(j => j.Id == jobId, cancel) : null;
        var other = await db.RosterBatches.AsNoTracking().Where(o => o.VillageId == b.VillageId && o.Id != id && (o.State == RosterState.Checking || o.State == RosterState.Ready || o.State == RosterState.Storing) && o.StoredAt == null)
            .OrderByDescending(o => o.At).FirstOrDefaultAsync(cancel);
        var place = (await db.PlaceNamesAsync([b.VillageId], cancel)).GetValueOrDefault(b.VillageId);
        var group = await db.Areas.Where(a => a.Id == b.GroupId).Select(a => a.Name).SingleOrDefaultAsync(cancel);
        var names = await db.StaffNamesAsync(other is null ? [b.StaffId] : [b.StaffId, other.StaffId], cancel);
        return new View(b.Id, b.Version, b.FileName, place is null ? null : place with { Group = group }, names.GetValueOrDefault(b.StaffId, ""), b.At, b.CutOff, b.State, b.Kind, b.Fault, b.Counts,
            b.StoredRows, b.StoredAt, b.EndsAt, await open.Select(f => new { f.Sheet, f.Row }).Distinct().CountAsync(cancel), b.Columns, kinds,
            await findings.GroupBy(f => f.Handling).ToDictionaryAsync(g => g.Key, g => g.Count(), cancel),
            job is { State: JobState.Waiting or JobState.Running } ? new(job.Done, job.Total, job.At, job.SeenAt) : null,
            other is null ? null : new(other.Id, names.GetValueOrDefault(other.StaffId, ""), other.At), job is { State: JobState.Refused or JobState.Failed } ? job.Reason : null);
    }, cancel);
}
