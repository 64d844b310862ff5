using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The insurer records that an agreement ends before its term does, with the reason. Policies stay as they are.</summary>
public sealed class EndAgreement(AppDbGate gate)
{
    /// <summary>The agreement as it was seen, its last day, and why.</summary>
    public sealed record Input(Guid AgreementId, int SeenVersion, DateOnly LastDay, string Reason);

    /// <summary>A reason of at most 500 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Reason).NotEmpty().MaximumLength(500);
    }

    /// <summary>Ends it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DraftAgreements, async db =>
    {
        input.MustMeet(new InputRules());
        var (agreement, _) = await db.AgreementAsSeenAsync(input.AgreementId, input.SeenVersion);
        agreement.End(input.LastDay, input.Reason);
        await db.ClearQueueOfAsync(agreement.Id);
    });
}
