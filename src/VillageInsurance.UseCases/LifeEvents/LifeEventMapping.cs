using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.LifeEvents;

internal sealed class LifeEventMapping : IEntityTypeConfiguration<LifeEvent>
{
    public void Configure(EntityTypeBuilder<LifeEvent> life)
    {
        life.ToTable("life_events");
        life.HasIndex(e => new { e.HouseholdId, e.RecordedAt });
        life.HasIndex(e => e.OtherHouseholdId);
        life.HasIndex(e => new { e.VillageId, e.On });
        life.HasOne<Household>().WithMany().HasForeignKey(e => e.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        life.HasOne<Household>().WithMany().HasForeignKey(e => e.OtherHouseholdId).OnDelete(DeleteBehavior.Restrict);
        life.HasOne<StaffMember>().WithMany().HasForeignKey(e => e.RecordedById).OnDelete(DeleteBehavior.Restrict);
        life.Property(e => e.On).HasColumnName("on_day");
        life.Property(e => e.Kind).HasConversion<short>();
        life.Property(e => e.Persons).HasJson();
        life.Property(e => e.Traces).HasJson();
    }
}
