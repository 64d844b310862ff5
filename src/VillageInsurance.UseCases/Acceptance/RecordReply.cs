using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>A second person records the last word on a declaration: the superior company's reply from its scanned letter, or the county group's acceptance with its minutes.</summary>
public sealed class RecordReply(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page; the letter's scan is attached to it first.</param>
    /// <param name="MinutesId">The county group's minutes; null where a letter answers.</param>
    public sealed record Input(Guid Id, Guid DeclarationId, int SeenVersion, bool Approved, string Reason, string LetterNumber, DateOnly LetterOn, Guid? MinutesId = null);

    /// <summary>A number and a day; a reason of at most 500 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.LetterNumber).NotEmpty().MaximumLength(60);
            RuleFor(i => i.LetterOn).NotEmpty();
            RuleFor(i => i.Reason).NotNull().MaximumLength(500);
        }
    }

    /// <summary>Records it with the figures as they are counted now. No is sent back; yes waits for the title.</summary>
    public async Task RunAsync(Input input)
    {
        input.MustMeet(new InputRules());
        var counted = await gate.RecountAsync(Permission.RecordReplies, input.DeclarationId, input.SeenVersion, clock);
        await gate.ChangeAsync(Permission.RecordReplies, db => RecordAsync(db, input, counted));
    }

    private async Task RecordAsync(AppDb db, Input input, Recount counted)
    {
        var (declaration, rules) = await db.DeclarationAsSeenAsync(input.DeclarationId, input.SeenVersion);
        var list = await db.ForwardingLists.AsNoTracking().Where(l => l.Status == ForwardingStatus.Sent && l.Lines.Any(x => x.DeclarationId == declaration.Id)).SingleOrDefaultAsync();
        var snapshot = db.Keep(counted, declaration, SnapshotPurpose.Reply, clock);
        var reply = new FinalReply(input.Id, declaration.VillageId, declaration.CycleId, declaration.Id, input.Approved, input.Reason, input.LetterNumber, input.LetterOn,
            await GroupMinutesAsync(db, input.MinutesId), snapshot.Id, db.Actor.StaffId, clock.GetUtcNow());
        var hasScan = await db.HasScanAsync(reply.Id, EvidenceKind.Reply) || (reply.MinutesId is { } minutes && await db.HasScanAsync(minutes, EvidenceKind.Review));
        declaration.Answer(input.Approved, rules);
        reply.Check(db.Actor, declaration, list, rules, snapshot, hasScan, await IsSignedByTheCountyAsync(db, declaration, rules), clock.Today());
        db.Add(reply);
        await db.ClearQueueOfAsync(declaration.Id);
        if (input.Approved)
        {
            db.Add(QueueItem.ForWhoever(Role.CountyOffice, declaration.VillageId, QueueKind.TitleToAward, declaration.Id, clock.GetUtcNow()));
            return;
        }
        await db.MoveAsync(await db.CycleAsync(declaration.CycleId), CycleMove.Return, clock, input.Reason, snapshot.Id);
        db.Add(QueueItem.For(declaration.SubmittedById!.Value, QueueKind.DeclarationReturned, declaration.Id, clock.GetUtcNow(), declaration.VillageId));
    }

    private static async Task<Guid?> GroupMinutesAsync(AppDb db, Guid? id) =>
        id is { } named && await db.Minutes.AnyAsync(m => m.Id == named && m.Body == MeetingBody.CountyGroup) ? named : null;

    private static async Task<bool> IsSignedByTheCountyAsync(AppDb db, Declaration declaration, SchemeRules rules) => ReviewSheet.TracksOf(rules.Chain).Count == 1
        || ReviewSheet.IsPassed(await db.ReviewSheets.AsNoTracking().Where(s => s.DeclarationId == declaration.Id).ToListAsync(), ReviewTrack.County, rules.ScoreForm);
}
