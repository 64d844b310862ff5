using FluentValidation;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The insurer sends an agreement to the office, for the first time or corrected.</summary>
public sealed class SubmitAgreement(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The terms as they are sent, and the version on which they were written.</summary>
    public sealed record Input(Guid AgreementId, int SeenVersion, AgreementTerms Terms);

    /// <summary>The texts keep their limits; that nothing is missing is the agreement's own rule.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Terms).SetValidator(new TermsRules());
    }

    /// <summary>Saves and sends it, all or nothing.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DraftAgreements, async db =>
    {
        input.MustMeet(new InputRules());
        var (agreement, clauses) = await db.AgreementAsSeenAsync(input.AgreementId, input.SeenVersion);
        if (agreement.Terms != input.Terms) agreement.Edit(db.Actor, input.Terms, clauses);
        agreement.Submit(db.Actor, clauses, clock.GetUtcNow());
        await db.DropDraftAsync(SaveAgreement.DraftName, agreement.Id);
        await db.ClearQueueOfAsync(agreement.Id);
        db.Add(QueueItem.ForWhoever(Role.CountyOffice, agreement.VillageId, QueueKind.AgreementToDecide, agreement.Id, clock.GetUtcNow()));
    });
}
