using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Claims;

/// <summary>One claim: its next step and desk, its clocks, its steps, what the supervisor says of it. What a survey found is never read here.</summary>
public sealed class ClaimDetail(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Insured">In clear for who works in the village and for the insurer, whose data it is.</param>
    /// <param name="PolicyNumber">Null for the supervisor, who watches the claim and not the policy.</param>
    /// <param name="WasInForce">Whether the policy gave cover on the day; null where the policy is out of sight.</param>
    public sealed record View(Guid Id, int Version, string Number, string Insured, PlaceName Place, string? Product, string? PolicyNumber, bool? WasInForce, ClaimFacts Facts, ClaimTerms Terms, ClaimClock Clock,
        string? Event, string? RefusalReason, string? MissingPapers, IReadOnlyList<Step> Steps, IReadOnlyList<Note> Notes, IReadOnlyList<Call> Calls, IReadOnlyList<ClaimPickReason> Picked, IReadOnlyList<FileView> Files, Rights May);

    /// <summary>A step as it was told.</summary>
    public sealed record Step(ClaimMilestone Milestone, DateOnly On, ClaimWay Way, string By, DateTimeOffset At, long? AmountFen, string? Text);

    /// <summary>What the supervisor said, with its answer.</summary>
    public sealed record Note(Guid Id, int Version, ClaimNoteKind Kind, string Text, string By, DateTimeOffset At, int? Speed, int? Quality, ClaimMilestone? ObjectedTo, bool Waits, string? Answer, string? AnsweredBy, bool MayAnswer, IReadOnlyList<FileView> Files);

    /// <summary>A call-back.</summary>
    public sealed record Call(DateOnly On, ClaimAnswers Answers, string By);

    /// <summary>What the viewer may do here.</summary>
    public sealed record Rights(bool Update, bool Register, bool Watch, bool CallBack);

    /// <summary>Reads it. Not found outside the actor's villages.</summary>
    public Task<View> RunAsync(Guid claimId, CancellationToken cancel) => gate.ReadAsync(Permission.ViewClaims, async db =>
    {
        var claim = await db.Claims.AsNoTracking().FindOrRefuseAsync(claimId, cancel);
        var (today, may) = (clock.Today(), RightsOf(db.Actor, claim));
        var policy = await db.Policies.AsNoTracking().SingleOrDefaultAsync(p => p.Id == claim.PolicyId, cancel);
        var steps = await db.ClaimSteps.AsNoTracking().Where(s => s.ClaimId == claimId).OrderByDescending(s => s.At).ThenByDescending(s => s.On).ThenByDescending(s => s.Milestone).ToListAsync(cancel);
        var notes = await db.ClaimNotes.AsNoTracking().Where(n => n.ClaimId == claimId).OrderByDescending(n => n.At).ToListAsync(cancel);
        var calls = await db.ClaimCallBacks.AsNoTracking().Where(c => c.ClaimId == claimId).OrderByDescending(c => c.At).ToListAsync(cancel);
        var staff = await db.StaffNamesAsync([.. steps.Select(s => s.RecordedById), .. notes.Select(n => n.ById), .. notes.Select(n => n.AnsweredById).OfType<Guid>(), .. calls.Select(c => c.ById)], cancel);
        var name = (await db.NamesAsync([claim.InsuredId], cancel)).GetValueOrDefault(claim.InsuredId, "");
        var noteIds = notes.Select(n => n.Id).Append(claimId).ToList();
        var files = (await db.Attachments.AsNoTracking().Where(f => noteIds.Contains(f.RecordId) && f.RemovedAt == null).OrderBy(f => f.Id).ToListAsync(cancel))
            .ToLookup(f => f.RecordId, f => new FileView(f.Id, f.Kind, f.Slot, f.FileName, f.MediaType, f.Size, f.At));
        return new View(claim.Id, claim.Version, claim.Number, may.Update || may.CallBack ? name : NamesInClear.Shown(db.Actor, claim, name), (await db.PlaceNamesAsync([claim.VillageId], cancel))[claim.VillageId],
            (await db.ProductsAsync([claim.PolicyId], cancel)).GetValueOrDefault(claim.PolicyId), may.Update || may.Register ? policy?.Number : null, policy?.IsInForce(claim.AccidentOn),
            claim.Facts(), claim.Terms(), ClaimClock.Of(claim.Facts(), claim.Terms(), today, await db.WorkingDaysAsync(today.AddYears(-2), cancel)), claim.Event, claim.RefusalReason, claim.MissingPapers,
            [.. steps.Select(s => new Step(s.Milestone, s.On, s.Way, staff.GetValueOrDefault(s.RecordedById, ""), s.At, s.AmountFen, s.Text))],
            [.. notes.Select(n => Shown(db.Actor, n, steps, staff, [.. files[n.Id]]))], [.. calls.Select(c => new Call(c.On, c.Answers, staff.GetValueOrDefault(c.ById, "")))],
            await db.ClaimPicks.AsNoTracking().Where(p => p.ClaimId == claimId).Select(p => p.Reason).Distinct().ToListAsync(cancel), [.. files[claimId]], may);
    }, cancel);

    private static Note Shown(Actor actor, ClaimNote n, List<ClaimStep> steps, Dictionary<Guid, string> staff, IReadOnlyList<FileView> files) => new(n.Id, n.Version, n.Kind, n.Text, staff.GetValueOrDefault(n.ById, ""), n.At, n.Speed, n.Quality, n.ObjectedTo,
        n.Waits, n.Answer, n.AnsweredById is { } by ? staff.GetValueOrDefault(by, "") : null,
        n.Waits && actor.May(Permission.AnswerClaimObjections, n) && steps.FirstOrDefault(s => s.Milestone == n.ObjectedTo)?.RecordedById != actor.StaffId, files);

    private static Rights RightsOf(Actor actor, Claim claim) => new(actor.May(Permission.UpdateClaims, claim), actor.May(Permission.RegisterClaims, claim), actor.May(Permission.WatchClaims, claim), actor.May(Permission.CallBackClaimants, claim));
}
