using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Deliveries;
using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.UseCases.Deliveries;

internal sealed class DeliveryKeyMapping : IEntityTypeConfiguration<DeliveryKey>
{
    public void Configure(EntityTypeBuilder<DeliveryKey> key)
    {
        key.ToTable("delivery_keys");
        key.HasIndex(k => k.Prefix).IsUnique();
        key.HasOne<StaffMember>().WithMany().HasForeignKey(k => k.StaffId).OnDelete(DeleteBehavior.Restrict);
        key.HasOne<StaffMember>().WithMany().HasForeignKey(k => k.CreatedById).OnDelete(DeleteBehavior.Restrict);
        key.Property(k => k.Prefix).HasMaxLength(8);
        key.Property(k => k.Kinds).HasConversion<short>();
    }
}
