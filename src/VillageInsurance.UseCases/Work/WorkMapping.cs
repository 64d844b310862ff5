using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;

namespace VillageInsurance.UseCases.Work;

internal sealed class WorkMapping : IEntityTypeConfiguration<QueueItem>, IEntityTypeConfiguration<CalendarDay>, IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<JobRequest>
{
    public void Configure(EntityTypeBuilder<QueueItem> item)
    {
        item.ToTable("queue_items");
        item.HasIndex(q => q.StaffId).HasFilter("done_at is null");
        item.HasIndex(q => new { q.Role, q.VillageId }).HasFilter("done_at is null");
        item.HasIndex(q => new { q.DoneById, q.DoneAt }).HasFilter("done_at is not null");
        item.HasIndex(q => q.RecordId);
        item.Property(q => q.Kind).HasConversion<string>().HasMaxLength(40);
        item.Property(q => q.Role).HasConversion<string>().HasMaxLength(40);
        item.Property(q => q.Detail).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<CalendarDay> day)
    {
        day.ToTable("calendar_days");
        day.HasIndex(d => d.Day).IsUnique();
        day.Property(d => d.Kind).HasConversion<string>().HasMaxLength(20);
        day.Property(d => d.Name).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("drafts");
        draft.HasIndex(d => new { d.StaffId, d.Form, d.RecordId }).IsUnique();
        draft.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.StaffId).OnDelete(DeleteBehavior.Restrict);
        draft.Property(d => d.Form).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<JobRequest> job)
    {
        job.ToTable("job_requests");
        job.HasIndex(j => new { j.StaffId, j.At });
        job.HasIndex(j => j.State);
        job.Property(j => j.Kind).HasConversion<string>().HasMaxLength(40);
        job.Property(j => j.State).HasConversion<string>().HasMaxLength(20);
        job.Property(j => j.Input).HasColumnType("jsonb");
        job.Property(j => j.Result).HasColumnType("jsonb");
        job.Property(j => j.Step).HasMaxLength(60);
        job.Property(j => j.Reason).HasMaxLength(200);
    }
}
