using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.HouseholdChecks;

internal sealed class CheckMapping : IEntityTypeConfiguration<HouseholdFile>, IEntityTypeConfiguration<FieldChange>, IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<HouseholdFile> file)
    {
        file.ToTable("household_files");
        file.HasOne<Household>().WithOne().HasForeignKey<HouseholdFile>(f => f.Id).OnDelete(DeleteBehavior.Restrict);
        file.HasIndex(f => new { f.Status, f.SubmittedAt });
        file.HasIndex(f => new { f.VillageId, f.Status });
        file.Property(f => f.Status).HasConversion<short>();
        file.Property(f => f.Rounds).HasJson();
    }

    public void Configure(EntityTypeBuilder<FieldChange> change)
    {
        change.ToTable("field_changes");
        change.HasIndex(c => new { c.HouseholdId, c.At });
        change.HasOne<Household>().WithMany().HasForeignKey(c => c.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        change.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.ChangedById).OnDelete(DeleteBehavior.Restrict);
        change.Property(c => c.Field).HasMaxLength(40);
        change.Property(c => c.OldValue).HasMaxLength(500);
        change.Property(c => c.NewValue).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.ToTable("corrections", table => table.HasCheckConstraint("ck_nobody_allows_what_they_ask", "decided_by_id <> asked_by_id"));
        correction.HasIndex(c => new { c.Status, c.AskedAt });
        correction.HasIndex(c => c.HouseholdId);
        correction.HasOne<Household>().WithMany().HasForeignKey(c => c.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        correction.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.AskedById).OnDelete(DeleteBehavior.Restrict);
        correction.Property(c => c.Kind).HasConversion<short>();
        correction.Property(c => c.Status).HasConversion<short>();
        correction.Property(c => c.Reason).HasMaxLength(500);
        correction.Property(c => c.Opinion).HasMaxLength(500);
        correction.Property(c => c.Name).HasMaxLength(100);
        correction.Property(c => c.Fields).HasJson();
        correction.Property(c => c.Facts!).HasJson();
    }
}
