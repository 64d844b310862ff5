using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Households;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

internal sealed class DuplicateMapping : IEntityTypeConfiguration<HouseholdMerge>, IEntityTypeConfiguration<NotDuplicate>
{
    public void Configure(EntityTypeBuilder<HouseholdMerge> merge)
    {
        merge.ToTable("household_merges");
        merge.HasIndex(m => m.KeptId);
        merge.HasIndex(m => m.OtherId);
        merge.HasIndex(m => m.VillageId);
        merge.HasOne<Household>().WithMany().HasForeignKey(m => m.KeptId).OnDelete(DeleteBehavior.Restrict);
        merge.HasOne<Household>().WithMany().HasForeignKey(m => m.OtherId).OnDelete(DeleteBehavior.Restrict);
        merge.Property(m => m.On).HasColumnName("on_day");
        merge.Property(m => m.Trace).HasJson();
    }

    public void Configure(EntityTypeBuilder<NotDuplicate> pair)
    {
        pair.ToTable("not_duplicates");
        pair.HasIndex(p => new { p.FirstId, p.SecondId }).IsUnique();
        pair.HasIndex(p => p.SecondId);
        pair.HasOne<Household>().WithMany().HasForeignKey(p => p.FirstId).OnDelete(DeleteBehavior.Restrict);
        pair.HasOne<Household>().WithMany().HasForeignKey(p => p.SecondId).OnDelete(DeleteBehavior.Restrict);
    }
}
