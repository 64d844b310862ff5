using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.UseCases.Cycles;

internal sealed class CycleMapping : IEntityTypeConfiguration<VillageCycle>, IEntityTypeConfiguration<CycleStep>,
    IEntityTypeConfiguration<LaunchRecord>, IEntityTypeConfiguration<VillagePlan>, IEntityTypeConfiguration<CandidateChoice>
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

    public void Configure(EntityTypeBuilder<LaunchRecord> launch)
    {
        launch.ToTable("launch_records");
        launch.HasIndex(l => new { l.VillageId, l.Year, l.Task }).IsUnique();
        launch.HasIndex(l => l.Year);
        launch.Property(l => l.Task).HasMaxLength(40);
        launch.Property(l => l.Paper).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<VillagePlan> plan)
    {
        plan.ToTable("village_plans");
        plan.HasIndex(p => new { p.VillageId, p.Year }).IsUnique();
        plan.Property(p => p.Source).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<CandidateChoice> choice)
    {
        choice.ToTable("candidate_choices");
        choice.HasIndex(c => new { c.VillageId, c.Year });
        choice.Property(c => c.Reason).HasMaxLength(1000);
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
