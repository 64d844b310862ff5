using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.UseCases.Cycles;

internal sealed class CycleMapping : IEntityTypeConfiguration<VillageCycle>, IEntityTypeConfiguration<CycleStep>
{
    public void Configure(EntityTypeBuilder<VillageCycle> cycle)
    {
        cycle.ToTable("village_cycles");
        // One cycle for a site and year; null groups would not be compared.
        cycle.HasIndex(c => new { c.VillageId, c.Year }, "ux_one_cycle_per_village_and_year").IsUnique().HasFilter("site_group_id is null");
        cycle.HasIndex(c => new { c.SiteGroupId, c.Year }, "ux_one_cycle_per_group_and_year").IsUnique().HasFilter("site_group_id is not null");
        cycle.HasIndex(c => new { c.Year, c.State });
        cycle.HasOne<Area>().WithMany().HasForeignKey(c => c.VillageId).OnDelete(DeleteBehavior.Restrict);
        cycle.HasOne<Area>().WithMany().HasForeignKey(c => c.SiteGroupId).OnDelete(DeleteBehavior.Restrict);
        cycle.HasOne<Scheme>().WithMany().HasForeignKey(c => c.SchemeId).OnDelete(DeleteBehavior.Restrict);
        cycle.HasOne<VillageCycle>().WithMany().HasForeignKey(c => c.ContinuesId).OnDelete(DeleteBehavior.Restrict);
        cycle.Property(c => c.State).HasConversion<string>().HasMaxLength(20);
        cycle.HasMany(c => c.Steps).WithOne().HasForeignKey(s => s.CycleId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CycleStep> step)
    {
        step.ToTable("cycle_steps");
        step.HasIndex(s => new { s.CycleId, s.Number }).IsUnique();
        step.HasIndex(s => s.VillageId);
        step.Property(s => s.Move).HasConversion<string>().HasMaxLength(20);
        step.Property(s => s.From).HasConversion<string>().HasMaxLength(20);
        step.Property(s => s.To).HasConversion<string>().HasMaxLength(20);
        step.Property(s => s.Reason).HasMaxLength(500);
    }
}
