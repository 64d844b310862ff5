using Microsoft.EntityFrameworkCore;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

internal static class StaffNames
{
    /// <summary>The names of these staff members, who are on duty and so are named.</summary>
    public static Task<Dictionary<Guid, string>> StaffNamesAsync(this AppDb db, IEnumerable<Guid> staffIds, CancellationToken cancel)
    {
        var ids = staffIds.Distinct().ToList();
        return db.Staff.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
    }
}
