using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The two tracks of signatures of a village's cycle, government and insurer, in their order: who proposed, checked and approved.</summary>
public sealed class SignatureTrail(AppDbGate gate)
{
    /// <summary>The place and its signatures, oldest first.</summary>
    public sealed record View(PlaceName Place, int Year, CycleState State, IReadOnlyList<Signature> Signatures);

    /// <param name="ByInsurer">On the insurer's track; otherwise the government's.</param>
    /// <param name="Paper">The number of the paper, or the opinion; empty for none.</param>
    /// <param name="Link">The declaration or list that it stands on; null for other papers.</param>
    public sealed record Signature(SignatureAct Act, SignatureKind Kind, bool ByInsurer, string Name, DateTimeOffset At, string Paper, string? Link);

    private sealed record Act(SignatureAct What, SignatureKind Kind, Guid By, DateTimeOffset At, string Paper = "", string? Link = null);

    /// <summary>Reads it. Not found outside the actor's villages.</summary>
    public Task<View> RunAsync(Guid cycleId, CancellationToken cancel) => gate.ReadAsync(Permission.ViewDeclarations, async db =>
    {
        var cycle = await db.Cycles.AsNoTracking().Include(c => c.Steps).FindOrRefuseAsync(cycleId, cancel);
        var acts = new List<Act>();
        await ApplicationsAsync(db, cycle, acts, cancel);
        acts.AddRange(cycle.Steps.Where(s => s.Move is CycleMove.Sign or CycleMove.Award).Select(s =>
            new Act(s.Move == CycleMove.Sign ? SignatureAct.AgreementInForce : SignatureAct.Awarded, SignatureKind.Approved, s.ById, s.At)));
        await DeclarationsAsync(db, cycle, acts, cancel);
        await ListsAsync(db, cycle, acts, cancel);
        var people = acts.Select(a => a.By).Distinct().ToList();
        var names = await db.StaffNamesAsync(people, cancel);
        var insurers = await db.RoleGrants.AsNoTracking().Where(g => people.Contains(g.StaffId) && (g.Role == Role.InsurerReviewer || g.Role == Role.ResidentAgent)).Select(g => g.StaffId).Distinct().ToListAsync(cancel);
        return new View(await db.PlaceAsync(cycle.VillageId, cycle.SiteGroupId, cancel), cycle.Year, cycle.State,
            [.. acts.OrderBy(a => a.At).Select(a => new Signature(a.What, a.Kind, insurers.Contains(a.By), names.GetValueOrDefault(a.By, ""), a.At, a.Paper, a.Link))]);
    }, cancel);

    private static async Task ApplicationsAsync(AppDb db, VillageCycle cycle, List<Act> acts, CancellationToken cancel)
    {
        var found = await db.Applications.AsNoTracking().Include(a => a.Rounds)
            .Where(a => a.VillageId == cycle.VillageId && a.SiteGroupId == cycle.SiteGroupId && a.Year == cycle.Year).ToListAsync(cancel);
        foreach (var round in found.SelectMany(a => a.Rounds))
        {
            acts.Add(new(SignatureAct.Proposed, SignatureKind.Proposed, round.SubmittedById, round.SubmittedAt));
            if (round.Decision is { } d) acts.Add(new(d.Outcome == DecisionOutcome.Approved ? SignatureAct.Designated : SignatureAct.SentBack, SignatureKind.Approved, d.OfficialId, d.At, d.Opinion));
        }
    }

    private static async Task DeclarationsAsync(AppDb db, VillageCycle cycle, List<Act> acts, CancellationToken cancel)
    {
        foreach (var d in await db.Declarations.AsNoTracking().Where(d => d.CycleId == cycle.Id && d.SubmittedAt != null).ToListAsync(cancel))
        {
            var link = $"/declarations/{d.Id}";
            acts.Add(new(SignatureAct.Declared, SignatureKind.Proposed, d.SubmittedById!.Value, d.SubmittedAt!.Value, d.Number ?? "", link));
            if (d.TakenInById is { } taker) acts.Add(new(SignatureAct.TakenIn, SignatureKind.Checked, taker, d.TakenInAt!.Value, "", link));
            if (d.DecidedById is { } decider) acts.Add(new(d.Status == DeclarationStatus.Returned ? SignatureAct.Returned : SignatureAct.Passed, SignatureKind.Approved, decider, d.DecidedAt!.Value, d.Opinion, link));
            acts.AddRange((await db.ReviewSheets.AsNoTracking().Where(s => s.DeclarationId == d.Id && s.SignedAt != null).ToListAsync(cancel))
                .Select(s => new Act(SignatureAct.Reviewed, SignatureKind.Checked, s.ReviewerId, s.SignedAt!.Value, s.Opinion, link)));
            acts.AddRange((await db.Replies.AsNoTracking().Where(r => r.DeclarationId == d.Id).ToListAsync(cancel))
                .Select(r => new Act(r.Approved ? SignatureAct.Accepted : SignatureAct.Refused, SignatureKind.Approved, r.RecordedById, r.RecordedAt, r.LetterNumber, link)));
        }
    }

    private static async Task ListsAsync(AppDb db, VillageCycle cycle, List<Act> acts, CancellationToken cancel)
    {
        foreach (var l in await db.ForwardingLists.AsNoTracking().Where(l => l.Lines.Any(x => x.CycleId == cycle.Id) && l.Status != ForwardingStatus.GivenUp).ToListAsync(cancel))
        {
            var link = $"/forwarding/{l.Id}";
            acts.Add(new(SignatureAct.Listed, SignatureKind.Proposed, l.PreparedById, l.PreparedAt, l.Number ?? "", link));
            if (l.SignedById is { } signer) acts.Add(new(SignatureAct.ListSigned, SignatureKind.Approved, signer, l.SignedAt!.Value, l.Number ?? "", link));
        }
        acts.AddRange((await db.Notices.AsNoTracking().Where(n => n.Places.Any(p => p.CycleId == cycle.Id)).ToListAsync(cancel))
            .Select(n => new Act(SignatureAct.NoticePublished, SignatureKind.Checked, n.PublishedById, n.PublishedAt, n.Number, $"/notices/{n.Id}")));
    }
}

/// <summary>What somebody signed.</summary>
public enum SignatureAct { Proposed, SentBack, Designated, AgreementInForce, Declared, TakenIn, Reviewed, Returned, Passed, Listed, ListSigned, NoticePublished, Accepted, Refused, Awarded }

/// <summary>Whether it proposes, checks or approves.</summary>
public enum SignatureKind { Proposed, Checked, Approved }
