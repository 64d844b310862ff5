using Microsoft.EntityFrameworkCore;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Deliveries;

internal static class Delivered
{
    /// <summary>Names in the audit each record that a delivery wrote; the rows themselves are written in sets, past the tracker that would have told.</summary>
    public static void Audit(this AppDb db, IEnumerable<(string Record, Guid Id, bool IsNew)> written) =>
        db.AuditChanges.AddRange(written.Select(w => AuditChange.Of(db.Operation, (w.IsNew ? EntityState.Added : EntityState.Modified).ToString(), w.Record, w.Id)));
}
