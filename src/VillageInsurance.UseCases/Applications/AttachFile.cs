using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Applications;

/// <summary>The township attaches a photo or scan to an application that it may still edit. Bytes before row: a cut leaves at most an orphan file.</summary>
public sealed class AttachFile(AppDbGate gate, IFileStore store, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="Slot">The field that it shows.</param>
    /// <param name="Content">Can be read from the start again; at most 10 MB, photos 5 MB.</param>
    public sealed record Input(Guid Id, Guid ApplicationId, string Slot, string FileName, Stream Content);

    /// <summary>A slot and a name are needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Slot).NotEmpty().MaximumLength(60);
            RuleFor(i => i.FileName).NotEmpty().MaximumLength(200);
        }
    }

    /// <summary>Attaches it. Refused by content, size, number and day's total.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DraftApplications, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.Attachments.AnyAsync(f => f.Id == input.Id)) return;
        var application = await db.Applications.FindOrRefuseAsync(input.ApplicationId);
        var rules = (await db.Schemes.SingleAsync(s => s.Id == application.SchemeId)).Rules;
        if (!application.CanBeEditedBy(db.Actor, rules)) throw ApplicationRule.OnlyADraftOrReturnedOneIsEdited.Broken();
        if (!ApplicationForm.FieldsOf(rules).Contains(input.Slot)) throw ApplicationRule.AReturnMarksTheFieldsAtFault.Broken();
        await db.KeepAsync(store, clock.GetUtcNow(), input.Id, application.VillageId, application.Id, EvidenceKind.Application, input.Slot, input.FileName, input.Content);
    });
}
