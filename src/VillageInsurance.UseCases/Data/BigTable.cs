using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VillageInsurance.UseCases.Data;

/// <summary>What the tables with a row or more for every person have in common.</summary>
internal static class BigTable
{
    /// <summary>Index-only scans need a fresh visibility map: vacuum after two rows of a hundred, not after twenty.</summary>
    public static void IsBig<T>(this EntityTypeBuilder<T> table) where T : class => table
        .HasStorageParameter("autovacuum_vacuum_scale_factor", 0.02)
        .HasStorageParameter("autovacuum_vacuum_insert_scale_factor", 0.02)
        .HasStorageParameter("autovacuum_analyze_scale_factor", 0.02);
}
