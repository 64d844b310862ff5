using FluentValidation;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Awards;

/// <summary>The insurer records that an approved reward was paid by transfer, with the proof.</summary>
public sealed class RecordRewardPayment(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The line as it was seen, the day, and the transfer's reference.</summary>
    public sealed record Input(Guid LineId, int SeenVersion, DateOnly PaidOn, string Reference);

    /// <summary>A reference is needed: rewards are never paid in cash.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Reference).NotEmpty().MaximumLength(60);
    }

    /// <summary>Records it. Refused without a proof.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.RecordPayments, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"reward {input.LineId}");
        var line = await db.RewardLines.FindAsSeenAsync(input.LineId, input.SeenVersion);
        await db.RequireEvidenceAsync(line.Id, EvidenceKind.Payment);
        line.Pay(db.Actor, input.PaidOn, input.Reference.Trim(), clock.Today());
        await db.ClearQueueOfAsync(line.Id);
        if (!line.IsToPerson) db.Add(QueueItem.ForWhoever(Role.CountyOffice, line.VillageId, QueueKind.UseToProve, line.Id, clock.GetUtcNow()));
    });
}
