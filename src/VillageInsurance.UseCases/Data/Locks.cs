using Microsoft.EntityFrameworkCore;

namespace VillageInsurance.UseCases.Data;

/// <summary>Makes operations that decide on the same thing wait for each other, until the transaction ends.</summary>
internal static class Locks
{
    public static Task<int> LockAsync(this AppDb db, string thing) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({thing}, 0))");

    /// <summary>The same, but whoever comes second is told at once.</summary>
    public static Task<bool> TryLockAsync(this AppDb db, string thing) =>
        db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock(hashtextextended({thing}, 0)) as \"Value\"").SingleAsync();
}
