using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The office sends an agreement back with the reason. It waits in the sender's queue.</summary>
public sealed class ReturnAgreement(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The agreement as it was seen, and the reason.</summary>
    public sealed record Input(Guid AgreementId, int SeenVersion, string Opinion);

    /// <summary>A reason of at most 500 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Opinion).NotEmpty().MaximumLength(500);
    }

    /// <summary>Returns it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DecideAgreements, async db =>
    {
        input.MustMeet(new InputRules());
        var (agreement, _) = await db.AgreementAsSeenAsync(input.AgreementId, input.SeenVersion);
        agreement.Return(db.Actor, input.Opinion, clock.GetUtcNow());
        await db.ClearQueueOfAsync(agreement.Id);
        db.Add(QueueItem.For(agreement.SubmittedById!.Value, QueueKind.AgreementReturned, agreement.Id, clock.GetUtcNow(), agreement.VillageId));
    });
}
