using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

internal sealed class FeedbackMapping : IEntityTypeConfiguration<CommitteeFeedback>
{
    public void Configure(EntityTypeBuilder<CommitteeFeedback> feedback)
    {
        feedback.ToTable("committee_feedback");
        feedback.HasIndex(f => new { f.VillageId, f.Month }).IsUnique();
        feedback.HasOne<StaffMember>().WithMany().HasForeignKey(f => f.ById).OnDelete(DeleteBehavior.Restrict);
        feedback.Property(f => f.Plan).HasMaxLength(1000);
        feedback.Property(f => f.TalkWith).HasMaxLength(100);
        feedback.Property(f => f.Minutes).HasMaxLength(2000);
        feedback.Property(f => f.Status).HasConversion<string>().HasMaxLength(20);
        feedback.Property(f => f.Figures!).HasJson();
    }
}
