using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Work;

/// <summary>Keeps what a person is typing, at most 200 KB a form.</summary>
public sealed class SaveDraft(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <param name="Form">The form's name.</param>
    /// <param name="RecordId">The record that the form is about.</param>
    /// <param name="Content">The form's fields as JSON.</param>
    public sealed record Input(string Form, Guid RecordId, string Content);

    /// <summary>Content is JSON.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Form).NotEmpty().MaximumLength(60);
            RuleFor(i => i.RecordId).NotEmpty();
            RuleFor(i => i.Content).MaximumLength(200_000).Must(IsJson);
        }

        private static bool IsJson(string content)
        {
            try { using var _ = JsonDocument.Parse(content); return true; }
            catch (JsonException) { return false; }
        }
    }

    /// <summary>Saves it and says when.</summary>
    public Task<DateTimeOffset> RunAsync(Input input) => gate.ChangeAsync(Permission.UseOwnQueue, async db =>
    {
        input.MustMeet(new InputRules());
        var now = clock.GetUtcNow();
        var draft = await db.Drafts.SingleOrDefaultAsync(d => d.StaffId == db.Actor.StaffId && d.Form == input.Form && d.RecordId == input.RecordId);
        var id = draft?.Id ?? Guid.CreateVersion7();
        var content = vault.SealDraft(id, input.Content);
        if (draft is null) db.Add(new Draft(id, db.Actor.StaffId, input.Form, input.RecordId, content, now));
        else draft.Save(content, now);
        return now;
    });
}
