using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.HouseholdChecks;

/// <summary>Where a household's file stands, what it lacks, its rounds, what was changed in it by whom, and what is asked of the office.</summary>
public sealed class FileStateOf(AppDbGate gate)
{
    /// <summary>The state. <paramref name="MayEdit"/> says whether the desk saves; <paramref name="MayAsk"/>, whether a change is asked for.</summary>
    public sealed record View(FileStatus Status, IReadOnlyList<FileGap> Gaps, IReadOnlyList<CheckDetail.Round> Rounds, IReadOnlyList<Changed> Changes, IReadOnlyList<Asked> Open, bool MaySubmit, bool MayEdit, bool MayAsk)
    {
        /// <summary>The fields that the township marked, while the file is with the agent again.</summary>
        public IReadOnlyList<FileField> Marked => Status == FileStatus.Returned ? Rounds[^1].Fields : [];
    }

    /// <summary>A value that was changed. Values are null where they are encrypted.</summary>
    public sealed record Changed(string Field, string? Person, string? Old, string? New, string By, DateTimeOffset At, bool ByCorrection);

    /// <summary>What waits for the office.</summary>
    public sealed record Asked(CorrectionKind Kind, string Reason, DateTimeOffset At);

    /// <summary>Reads it. The changes are for whoever keeps the file.</summary>
    public Task<View> RunAsync(Guid householdId, CancellationToken cancel) => gate.ReadAsync(Permission.ViewHouseholds, async db =>
    {
        var household = await db.Households.AsNoTracking().FindOrRefuseAsync(householdId, cancel);
        var file = await db.HouseholdFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == householdId, cancel);
        var mayKeep = db.Actor.May(Permission.KeepHouseholds, household) && household.LeftOn is null;
        var changes = !mayKeep ? [] : await db.FieldChanges.AsNoTracking().Where(c => c.HouseholdId == householdId).OrderByDescending(c => c.At).Take(200)
            .Select(c => new { c, Person = db.Persons.Where(p => p.Id == c.PersonId).Select(p => p.Name).FirstOrDefault(), By = db.Staff.Where(s => s.Id == c.ChangedById).Select(s => s.Name).FirstOrDefault() }).ToListAsync(cancel);
        var staff = (file?.Rounds ?? []).SelectMany(r => new[] { r.SubmittedById, r.Decision?.OfficialId ?? r.SubmittedById }).Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(s => staff.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        var open = !mayKeep ? [] : await db.Corrections.AsNoTracking().Where(c => c.HouseholdId == householdId && c.Status == CorrectionStatus.Asked).OrderBy(c => c.AskedAt)
            .Select(c => new Asked(c.Kind, c.Reason, c.AskedAt)).ToListAsync(cancel);
        var status = file?.Status ?? FileStatus.New;
        return new View(status, [.. (await db.FileGapsAsync([householdId], cancel))[householdId]],
            [.. (file?.Rounds ?? []).Select(r => new CheckDetail.Round(r.Number, names.GetValueOrDefault(r.SubmittedById, ""), r.SubmittedAt,
                r.Decision is { } d ? names.GetValueOrDefault(d.OfficialId, "") : null, r.Decision?.IsApproved, r.Decision?.Opinion, r.Decision?.Fields ?? [], r.Decision?.At))],
            [.. changes.Select(x => new Changed(x.c.Field, x.Person, x.c.OldValue, x.c.NewValue, x.By ?? "", x.c.At, x.c.CorrectionId is not null))], open,
            mayKeep && (status is FileStatus.New or FileStatus.Returned), mayKeep && file?.Waits != true && status != FileStatus.Checked, mayKeep && status == FileStatus.Checked);
    }, cancel);
}
