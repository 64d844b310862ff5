using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;

namespace VillageInsurance.UseCases.Work;

internal sealed class WorkMapping : IEntityTypeConfiguration<QueueItem>, IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<JobRequest>
{
    public void Configure(EntityTypeBuilder<QueueItem> item)
    {
        item.ToTable("queue_items");
        item.HasIndex(q => q.StaffId);
        item.HasIndex(q => new { q.Role, q.VillageId });
        item.HasIndex(q => q.RecordId);
        item.Property(q => q.Kind).HasConversion<string>().HasMaxLength(40);
        item.Property(q => q.Role).HasConversion<string>().HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("drafts");
        draft.HasIndex(d => new { d.StaffId, d.Form, d.RecordId }).IsUnique();
        draft.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.StaffId).OnDelete(DeleteBehavior.Restrict);
        draft.Property(d => d.Form).HasMaxLength(60);
        draft.Property(d => d.Content).HasColumnType("jsonb");
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
