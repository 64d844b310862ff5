using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Applications;

/// <summary>The township takes a file off an application that it may still edit. What was submitted before keeps it.</summary>
public sealed class RemoveFile(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The attachment.</summary>
    public sealed record Input(Guid FileId);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.FileId).NotEmpty();
    }

    /// <summary>Removes it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DraftApplications, async db =>
    {
        input.MustMeet(new InputRules());
        var file = await db.Attachments.FindOrRefuseAsync(input.FileId);
        var application = await db.Applications.FindOrRefuseAsync(file.RecordId);
        var rules = (await db.Schemes.SingleAsync(s => s.Id == application.SchemeId)).Rules;
        if (!application.CanBeEditedBy(db.Actor, rules)) throw ApplicationRule.OnlyADraftOrReturnedOneIsEdited.Broken();
        file.Remove(clock.GetUtcNow());
    });
}
