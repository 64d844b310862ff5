using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.UseCases.Data;

/// <summary>The staff member in whose name the command line acts.</summary>
internal static class CommandLinePerson
{
    public static readonly Actor Migrating = new(StaffMember.CommandLineId, "migration", [], default);

    public static async Task StoreAsync(AppDb db, CancellationToken cancel)
    {
        if (await db.Staff.AnyAsync(s => s.Id == StaffMember.CommandLineId, cancel)) return;
        // Stands among people's names on the pages, in the county's language: "command line".
        db.Staff.Add(new StaffMember(StaffMember.CommandLineId, "command-line", "\u547D\u4EE4\u884C", null));
        await db.SaveChangesAsync(cancel);
    }
}
