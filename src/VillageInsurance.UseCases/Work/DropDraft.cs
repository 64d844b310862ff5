using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Work;

/// <summary>Throws away what a person typed into a form and does not want to send.</summary>
public sealed class DropDraft(AppDbGate gate)
{
    /// <summary>The form, and the record that it is about.</summary>
    public sealed record Input(string Form, Guid RecordId);

    /// <summary>A form by its name.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Form).NotEmpty().MaximumLength(60);
    }

    /// <summary>Drops the actor's own draft; nothing happens when there is none.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.UseOwnQueue, db =>
    {
        input.MustMeet(new InputRules());
        return db.DropDraftAsync(input.Form, input.RecordId);
    });
}
