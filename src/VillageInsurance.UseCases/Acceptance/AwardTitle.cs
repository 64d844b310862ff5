using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The office awards the title on the recorded acceptance, once the notice has ended; the certificate gets its number.</summary>
public sealed class AwardTitle(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The declaration as it was seen.</summary>
    public sealed record Input(Guid DeclarationId, int SeenVersion);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.DeclarationId).NotEmpty();
    }

    /// <summary>Awards it; never who proposed or declared the village.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.KeepTitles, async db =>
    {
        input.MustMeet(new InputRules());
        var (declaration, _) = await db.DeclarationAsSeenAsync(input.DeclarationId, input.SeenVersion);
        if ((await db.ProposersAsync(declaration)).Contains(db.Actor.StaffId)) throw DeclarationRule.NobodyHandlesTheirOwn.Broken();
        var cycle = await db.CycleAsync(declaration.CycleId);
        var snapshot = await db.Replies.Where(r => r.DeclarationId == declaration.Id).Select(r => (Guid?)r.SnapshotId).SingleOrDefaultAsync();
        await db.MoveAsync(cycle, CycleMove.Award, clock, snapshotId: snapshot);
        declaration.Award(db.Actor);
        var certificate = await db.TakeNumberAsync(NumberKind.Certificate, declaration.Year);
        db.Add(new Title(Guid.CreateVersion7(), declaration.VillageId, declaration.SiteGroupId, cycle.Id, declaration.Year, certificate, clock.Today()));
        await db.ClearQueueOfAsync(declaration.Id);
    });
}
