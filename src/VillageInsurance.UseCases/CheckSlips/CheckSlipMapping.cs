using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.CheckSlips;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.UseCases.CheckSlips;

internal sealed class CheckSlipMapping : IEntityTypeConfiguration<CheckSlip>
{
    public void Configure(EntityTypeBuilder<CheckSlip> slip)
    {
        slip.ToTable("check_slips");
        slip.HasIndex(s => s.Number).IsUnique();
        slip.HasIndex(s => s.HouseholdId);
        slip.HasOne<Household>().WithMany().HasForeignKey(s => s.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        slip.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.PrintedById).OnDelete(DeleteBehavior.Restrict);
        slip.Property(s => s.Number).HasMaxLength(40);
        slip.Property(s => s.Hash).HasMaxLength(64);
    }
}
