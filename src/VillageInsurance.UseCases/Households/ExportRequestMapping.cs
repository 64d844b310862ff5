using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.UseCases.Households;

internal sealed class ExportRequestMapping : IEntityTypeConfiguration<ExportRequest>
{
    public void Configure(EntityTypeBuilder<ExportRequest> request)
    {
        request.ToTable("export_requests", table => table.HasCheckConstraint("ck_nobody_allows_what_they_take_out", "decided_by_id <> asked_by_id"));
        request.HasIndex(r => new { r.Status, r.AskedAt });
        request.HasIndex(r => new { r.AskedById, r.AskedAt });
        request.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.AskedById).OnDelete(DeleteBehavior.Restrict);
        request.Property(r => r.Status).HasConversion<short>();
        request.Property(r => r.Order).HasColumnName("order_text").HasMaxLength(2_000);
        request.Property(r => r.UsedFor).HasMaxLength(200);
        request.Property(r => r.Opinion).HasMaxLength(500);
    }
}
