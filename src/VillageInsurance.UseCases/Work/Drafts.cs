using System.Text;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Work;

internal static class Drafts
{
    // The name of the sealed cells; it never changes.
    private const string Cell = "drafts.content";

    public static byte[] SealDraft(this Vault vault, Guid id, string content) => vault.SealBytes(Cell, id, Encoding.UTF8.GetBytes(content));

    /// <summary>Opens it. Drafts of before they were sealed begin as JSON does.</summary>
    public static string OpenDraft(this Vault vault, Guid id, byte[] content) =>
        Encoding.UTF8.GetString(content is [(byte)'{' or (byte)'[' or (byte)'"', ..] ? content : vault.OpenBytes(Cell, id, content));

    /// <summary>The form was sent: what the actor had typed into it is no longer a draft.</summary>
    public static async Task DropDraftAsync(this AppDb db, string form, Guid recordId) =>
        db.Drafts.RemoveRange(await db.Drafts.Where(d => d.StaffId == db.Actor.StaffId && d.Form == form && d.RecordId == recordId).ToListAsync());
}
