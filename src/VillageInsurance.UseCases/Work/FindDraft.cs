using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Work;

/// <summary>What the actor typed into a form and did not send yet.</summary>
public sealed class FindDraft(AppDbGate gate, Vault vault)
{
    /// <summary>The fields as JSON, and when they were saved.</summary>
    public sealed record View(string Content, DateTimeOffset SavedAt);

    /// <summary>Null when there is none.</summary>
    public Task<View?> RunAsync(string form, Guid recordId, CancellationToken cancel) => gate.ReadAsync(Permission.UseOwnQueue, async db =>
        await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.StaffId == db.Actor.StaffId && d.Form == form && d.RecordId == recordId, cancel) is { } draft
            ? new View(vault.OpenDraft(draft.Id, draft.Content), draft.SavedAt) : null, cancel);
}
