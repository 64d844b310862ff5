using Microsoft.EntityFrameworkCore;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Work;

internal static class Drafts
{
    /// <summary>The form was sent: what the actor had typed into it is no longer a draft.</summary>
    public static async Task DropDraftAsync(this AppDb db, string form, Guid recordId) =>
        db.Drafts.RemoveRange(await db.Drafts.Where(d => d.StaffId == db.Actor.StaffId && d.Form == form && d.RecordId == recordId).ToListAsync());
}
