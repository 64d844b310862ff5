using FluentValidation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Documents;

/// <summary>Whoever attached a photo or scan takes it off again on the same day; after that it stays as evidence.</summary>
public sealed class RemoveEvidence(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The attachment.</summary>
    public sealed record Input(EvidenceKind Kind, Guid FileId);

    /// <summary>An id is needed; a site application's files have their own rules.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Kind).IsInEnum().NotEqual(EvidenceKind.Application);
            RuleFor(i => i.FileId).NotEmpty();
        }
    }

    /// <summary>Removes it; it stays in the history.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(input.Kind.ToAttach(), async db =>
    {
        input.MustMeet(new InputRules());
        var file = await db.Attachments.FindOrRefuseAsync(input.FileId);
        if (file.Kind != input.Kind) throw new NotFound(nameof(Attachment), input.FileId);
        if (file.UploadedById != db.Actor.StaffId || file.At.LocalDay() != clock.Today()) throw DocumentRule.OnlyTheUploaderRemovesOnTheSameDay.Broken();
        file.Remove(clock.GetUtcNow());
    });
}
