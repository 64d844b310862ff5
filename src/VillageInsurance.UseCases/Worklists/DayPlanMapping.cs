using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Worklists;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Worklists;

internal sealed class DayPlanMapping : IEntityTypeConfiguration<DayPlan>
{
    public void Configure(EntityTypeBuilder<DayPlan> plan)
    {
        plan.ToTable("day_plans");
        plan.HasIndex(p => new { p.StaffId, p.Day }).IsUnique();
        plan.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.StaffId).OnDelete(DeleteBehavior.Restrict);
        plan.Property(p => p.Households).HasJson();
    }
}
