using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Rosters;

internal sealed class RosterMapping : IEntityTypeConfiguration<RosterBatch>, IEntityTypeConfiguration<RosterFinding>, IEntityTypeConfiguration<RosterChange>, IEntityTypeConfiguration<RosterRecipe>
{
    public void Configure(EntityTypeBuilder<RosterBatch> batch)
    {
        batch.ToTable("roster_batches");
        batch.HasIndex(b => new { b.VillageId, b.At });
        batch.HasOne<Area>().WithMany().HasForeignKey(b => b.VillageId).OnDelete(DeleteBehavior.Restrict);
        batch.HasOne<Area>().WithMany().HasForeignKey(b => b.GroupId).OnDelete(DeleteBehavior.Restrict);
        batch.HasOne<StaffMember>().WithMany().HasForeignKey(b => b.StaffId).OnDelete(DeleteBehavior.Restrict);
        batch.Property(b => b.FileName).HasMaxLength(200);
        batch.Property(b => b.FileHash).HasMaxLength(64);
        batch.Property(b => b.Source).HasMaxLength(200);
        batch.Property(b => b.Basis).HasMaxLength(200);
        batch.Property(b => b.State).HasConversion<string>().HasMaxLength(20);
        batch.Property(b => b.Kind).HasConversion<short>();
        batch.Property(b => b.Fault).HasConversion<string>().HasMaxLength(40);
        batch.Property(b => b.Counts).HasJson();
        batch.Property(b => b.Columns).HasJson();
    }

    public void Configure(EntityTypeBuilder<RosterFinding> finding)
    {
        finding.ToTable("roster_findings");
        finding.IsBig();
        finding.HasIndex(f => new { f.BatchId, f.Round, f.Sheet, f.Row });
        finding.HasOne<RosterBatch>().WithMany().HasForeignKey(f => f.BatchId).OnDelete(DeleteBehavior.Restrict);
        finding.Property(f => f.Row).HasColumnName("row_no");
        finding.Property(f => f.Header).HasMaxLength(200);
        finding.Property(f => f.Field).HasConversion<short>();
        finding.Property(f => f.Handling).HasConversion<short>();
        finding.Property(f => f.Reason).HasConversion<short>();
        finding.Property(f => f.Decision).HasConversion<short>();
    }

    public void Configure(EntityTypeBuilder<RosterChange> change)
    {
        change.ToTable("roster_changes");
        change.HasIndex(c => c.BatchId);
        change.HasOne<RosterBatch>().WithMany().HasForeignKey(c => c.BatchId).OnDelete(DeleteBehavior.Restrict);
        change.Property(c => c.Record).HasMaxLength(40);
        change.Property(c => c.Old).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<RosterRecipe> recipe)
    {
        recipe.ToTable("roster_recipes");
        recipe.HasIndex(r => new { r.VillageId, r.GroupId, r.HeaderHash }).IsUnique().AreNullsDistinct(false);
        recipe.HasOne<Area>().WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
        recipe.HasOne<Area>().WithMany().HasForeignKey(r => r.VillageId).OnDelete(DeleteBehavior.Restrict);
        recipe.Property(r => r.HeaderHash).HasMaxLength(64);
        recipe.Property(r => r.Columns).HasJson();
    }
}
