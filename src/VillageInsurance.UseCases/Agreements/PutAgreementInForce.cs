using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The office puts a submitted agreement in force under its number: the one before gives way, and the village's sites are signed.</summary>
public sealed class PutAgreementInForce(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The agreement as it was seen; the opinion may be empty.</summary>
    public sealed record Input(Guid AgreementId, int SeenVersion, string Opinion);

    /// <summary>At most 500 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Opinion).MaximumLength(500);
    }

    /// <summary>Puts it in force. Refused without its scan, and beside another one.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DecideAgreements, async db =>
    {
        input.MustMeet(new InputRules());
        var (agreement, _) = await db.AgreementAsSeenAsync(input.AgreementId, input.SeenVersion);
        await db.LockAsync($"agreements of {agreement.VillageId}");
        if (!agreement.CanBeDecidedBy(db.Actor)) throw (agreement.Status == AgreementStatus.Submitted ? AgreementRule.NobodyDecidesTheirOwn : AgreementRule.OnlyASubmittedOneIsDecided).Broken();
        var isScanned = await db.Attachments.AnyAsync(f => f.RecordId == agreement.Id && f.Kind == EvidenceKind.Agreement && f.RemovedAt == null);
        if (!isScanned) throw AgreementRule.TheScanIsAttached.Broken();
        var before = await db.Agreements.SingleOrDefaultAsync(a => a.VillageId == agreement.VillageId && a.Status == AgreementStatus.InForce);
        before?.GiveWayTo(agreement);
        agreement.PutInForce(db.Actor, input.Opinion, await db.TakeNumberAsync(NumberKind.Agreement, clock.Today().Year), isScanned, clock.GetUtcNow());
        await db.ClearQueueOfAsync(agreement.Id);
        if (before is not null) await db.ClearQueueOfAsync(before.Id);
        await db.SaveChangesAsync();
        await SignAsync(db, agreement);
    });

    // The committee agrees for the whole village: each of its sites is signed.
    private async Task SignAsync(AppDb db, Agreement agreement)
    {
        if (!agreement.HoldsOn(clock.Today())) return;
        foreach (var group in await db.Sites.Where(s => s.VillageId == agreement.VillageId).Select(s => s.SiteGroupId).Distinct().ToListAsync())
            if (await db.NewestCycleAsync(agreement.VillageId, group) is { State: CycleState.Site } cycle)
                await db.MoveAsync(cycle, CycleMove.Sign, clock, proven: CycleRule.AnAgreementIsInForce);
    }
}
