using FluentValidation;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The insurer writes in a draft or returned agreement, without sending it.</summary>
public sealed class SaveAgreement(AppDbGate gate)
{
    /// <summary>The name under which the form's draft is kept.</summary>
    public const string DraftName = "agreement";

    /// <summary>All terms, and the version on which they were written.</summary>
    public sealed record Input(Guid AgreementId, int SeenVersion, AgreementTerms Terms);

    /// <summary>Unfinished terms may be saved.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Terms).SetValidator(new TermsRules());
    }

    /// <summary>Saves it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DraftAgreements, async db =>
    {
        input.MustMeet(new InputRules());
        var (agreement, clauses) = await db.AgreementAsSeenAsync(input.AgreementId, input.SeenVersion);
        agreement.Edit(db.Actor, input.Terms, clauses);
        await db.DropDraftAsync(DraftName, agreement.Id);
    });
}
