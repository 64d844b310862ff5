using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>One declaration as its page shows it: the pack, the frozen figures, the score forms, the last word, and what the actor may do now.</summary>
public sealed class DeclarationDetail(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Figures">The snapshots of the declaration, the review and the last word, as far as they were taken.</param>
    /// <param name="LastDay">The scheme's last day of declaration.</param>
    /// <param name="ReviewBy">The last day of the review.</param>
    public sealed record View(
        Guid Id, int Version, DeclarationStatus Status, string? Number, int Year, Guid CycleId, CycleState State, PlaceName Place, Wording SchemeName, int SchemeNumber, SchemeRules Rules,
        string Statement, IReadOnlyList<PackAnswer> Papers, IReadOnlyList<PackItem> Pack, IReadOnlyList<FileView> Files, string? SubmittedBy, DateTimeOffset? SubmittedAt, DateOnly? AsOf, DateOnly? KnownAt,
        IReadOnlyList<SnapshotView> Figures, string? DecidedBy, DateTimeOffset? DecidedAt, string Opinion, IReadOnlyList<string> ToPutRight,
        IReadOnlyList<SheetView> Sheets, ReplyView? Reply, string? Certificate, DateOnly LastDay, DateOnly ReviewBy, Abilities May)
    {
        /// <summary>The figures on which it was submitted.</summary>
        public SnapshotView? Declared => Figures.FirstOrDefault(f => f.TakenFor == SnapshotPurpose.Declaration);
    }

    /// <summary>What the actor may do with it now.</summary>
    /// <param name="Sheets">The tracks on which the actor may begin a score form.</param>
    /// <param name="OwnSheet">Whether he may begin his own; he has one at most.</param>
    public sealed record Abilities(bool Edit, bool TakeIn, bool Return, bool Pass, bool RecordReply, bool Award, IReadOnlyList<ReviewTrack> Sheets, bool OwnSheet);

    /// <summary>A score form.</summary>
    public sealed record SheetView(Guid Id, int Version, ReviewTrack Track, string Reviewer, bool OnPaper, IReadOnlyList<ItemScore> Scores, DateOnly? VisitedOn, string VisitNote,
        ReviewVerdict? Verdict, string Opinion, DateTimeOffset? SignedAt, IReadOnlyList<FileView> Files, bool CanFill)
    {
        /// <summary>All points.</summary>
        public int Total => Scores.Sum(s => s.Points);
    }

    /// <summary>The last word.</summary>
    public sealed record ReplyView(bool Approved, string Reason, string LetterNumber, DateOnly LetterOn, string RecordedBy, DateTimeOffset RecordedAt, IReadOnlyList<FileView> Files);

    /// <summary>Reads it. Not found outside the actor's villages.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.ViewDeclarations, async db =>
    {
        var d = await db.Declarations.AsNoTracking().FindOrRefuseAsync(id, cancel);
        var scheme = await db.SchemeAsync(d.SchemeId, cancel);
        var rules = scheme.Rules;
        var sheets = await db.ReviewSheets.AsNoTracking().Where(s => s.DeclarationId == id).OrderBy(s => s.Id).ToListAsync(cancel);
        var reply = await db.Replies.AsNoTracking().SingleOrDefaultAsync(r => r.DeclarationId == id, cancel);
        var names = await db.StaffNamesAsync([.. sheets.Select(s => s.ReviewerId), d.SubmittedById ?? d.CreatedById, d.DecidedById ?? d.CreatedById, reply?.RecordedById ?? d.CreatedById], cancel);
        var files = await FilesAsync(db, [id, .. sheets.Select(s => s.Id), reply?.Id ?? id], cancel);
        return new View(d.Id, d.Version, d.Status, d.Number, d.Year, d.CycleId, await db.Cycles.Where(c => c.Id == d.CycleId).Select(c => c.State).SingleAsync(cancel),
            await db.PlaceAsync(d.VillageId, d.SiteGroupId, cancel), scheme.Name, scheme.Number, rules, d.Statement, d.Papers, await db.PackOfAsync(d, rules, cancel), [.. files[id]],
            NameOf(d.SubmittedById), d.SubmittedAt, d.AsOf, d.KnownAt,
            await db.SnapshotsAsync([.. new[] { d.SnapshotId, d.ReviewSnapshotId, reply?.SnapshotId }.OfType<Guid>()], cancel),
            NameOf(d.DecidedById), d.DecidedAt, d.Opinion, d.ToPutRight,
            [.. sheets.Select(s => new SheetView(s.Id, s.Version, s.Track, names.GetValueOrDefault(s.ReviewerId, ""), s.OnPaper, s.Scores, s.VisitedOn, s.VisitNote, s.Verdict, s.Opinion, s.SignedAt,
                [.. files[s.Id]], s.SignedAt is null && s.EnteredById == db.Actor.StaffId && ReviewSheet.IsOpen(d, s.Track, rules)))],
            reply is null ? null : new(reply.Approved, reply.Reason, reply.LetterNumber, reply.LetterOn, names.GetValueOrDefault(reply.RecordedById, ""), reply.RecordedAt, [.. files[reply.Id]]),
            await db.Titles.Where(t => t.CycleId == d.CycleId).Select(t => t.Certificate).SingleOrDefaultAsync(cancel),
            rules.Deadlines.Declaration.In(d.Year), rules.ReviewDay(d.Year),
            Of(db.Actor, d, rules, sheets, await db.NoticeResultAsync(d.CycleId, d.VillageId, NoticeKind.Titles, null, clock.Today()) == NoticeResult.Upheld));

        string? NameOf(Guid? staff) => staff is { } known ? names.GetValueOrDefault(known, "") : null;
    }, cancel);

    // What somebody has a hand in is not offered; the rest is the rules' to refuse.
    private static Abilities Of(Actor actor, Declaration d, SchemeRules rules, IReadOnlyList<ReviewSheet> sheets, bool upheld)
    {
        var stranger = !d.TookPart(actor.StaffId);
        var reviews = actor.RolesFor(Permission.ReviewDeclarations, d).Any(r => r == rules.Chain.Reviewer);
        var waits = d.Status == (rules.Chain.Forwarded ? DeclarationStatus.Forwarded : DeclarationStatus.Passed);
        return new(d.CanBeEditedBy(actor, rules), stranger && d.Status == DeclarationStatus.Submitted && actor.May(Permission.TakeInDeclarations, d),
            stranger && d.IsReturnable(upheld) && actor.RolesFor(Permission.ReviewDeclarations, d).Any(r => r == Role.CountyOffice || r == rules.Chain.Reviewer),
            stranger && reviews && d.Status == DeclarationStatus.TakenIn && ReviewSheet.IsPassed(sheets, ReviewSheet.FirstTrack(rules.Chain), rules.ScoreForm),
            stranger && waits && actor.RolesFor(Permission.RecordReplies, d).Any(rules.Chain.Accepters.Contains),
            stranger && d.Status == DeclarationStatus.Accepted && actor.May(Permission.KeepTitles, d),
            stranger ? [.. ReviewSheet.TracksOf(rules.Chain).Where(t => ReviewSheet.IsOpen(d, t, rules) && ReviewSheet.MayWrite(actor, d, t))] : [],
            sheets.All(s => s.ReviewerId != actor.StaffId));
    }

    private static async Task<ILookup<Guid, FileView>> FilesAsync(AppDb db, IReadOnlyCollection<Guid> records, CancellationToken cancel) =>
        (await db.Attachments.AsNoTracking().Where(f => records.Contains(f.RecordId) && f.RemovedAt == null).OrderBy(f => f.Id).ToListAsync(cancel))
            .ToLookup(f => f.RecordId, f => new FileView(f.Id, f.Kind, f.Slot, f.FileName, f.MediaType, f.Size, f.At));
}
