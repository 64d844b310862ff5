using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.CallBacks;
using VillageInsurance.Domain.Complaints;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;

namespace VillageInsurance.UseCases.Complaints;

internal sealed class ComplaintMapping : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> complaint)
    {
        complaint.ToTable("complaints", table =>
            table.HasCheckConstraint("ck_nobody_decides_their_own_complaint", "decided_by_id <> recorded_by_id and (agent_id is null or decided_by_id <> agent_id)"));
        complaint.HasIndex(c => new { c.VillageId, c.Outcome, c.Due });
        complaint.HasIndex(c => c.AgentId);
        complaint.HasIndex(c => c.CallBackId).IsUnique();
        complaint.HasOne<Area>().WithMany().HasForeignKey(c => c.VillageId).OnDelete(DeleteBehavior.Restrict);
        complaint.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.RecordedById).OnDelete(DeleteBehavior.Restrict);
        complaint.HasOne<StaffMember>().WithMany().HasForeignKey(c => c.AgentId).OnDelete(DeleteBehavior.Restrict);
        complaint.HasOne<Policy>().WithMany().HasForeignKey(c => c.PolicyId).OnDelete(DeleteBehavior.Restrict);
        complaint.HasOne<CallBack>().WithMany().HasForeignKey(c => c.CallBackId).OnDelete(DeleteBehavior.Restrict);
        complaint.Property(c => c.Channel).HasConversion<short>();
        complaint.Property(c => c.Kind).HasConversion<short>();
        complaint.Property(c => c.Outcome).HasConversion<short>();
        complaint.Property(c => c.Facts).HasMaxLength(2000);
        complaint.Property(c => c.Complainant).HasMaxLength(100);
        complaint.Property(c => c.Result).HasMaxLength(2000);
        complaint.Ignore(c => c.Step);
    }
}
