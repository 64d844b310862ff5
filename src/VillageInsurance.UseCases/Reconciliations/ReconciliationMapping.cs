using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Reconciliations;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Reconciliations;

internal sealed class ReconciliationMapping : IEntityTypeConfiguration<Reconciliation>, IEntityTypeConfiguration<ReconciledLine>
{
    public void Configure(EntityTypeBuilder<Reconciliation> run)
    {
        run.ToTable("reconciliations", t => t.HasCheckConstraint("ck_reconciliations_nobody_decides_their_own", "closed_by_id <> staff_id"));
        run.HasIndex(r => new { r.At, r.Id });
        run.HasIndex(r => r.FileHash);
        run.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.StaffId).OnDelete(DeleteBehavior.Restrict);
        run.HasOne<StaffMember>().WithMany().HasForeignKey(r => r.ClosedById).OnDelete(DeleteBehavior.Restrict);
        run.Property(r => r.From).HasColumnName("from_day");
        run.Property(r => r.To).HasColumnName("to_day");
        run.Property(r => r.FileName).HasMaxLength(200);
        run.Property(r => r.FileHash).HasMaxLength(64);
        run.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
        run.Property(r => r.Why).HasMaxLength(80);
        run.Property(r => r.Counts).HasJson();
    }

    public void Configure(EntityTypeBuilder<ReconciledLine> line)
    {
        line.ToTable("reconciled_lines");
        line.HasIndex(l => new { l.ReconciliationId, l.Ordinal }).IsUnique();
        line.HasIndex(l => new { l.ReconciliationId, l.Verdict, l.Ordinal }).IncludeProperties(l => l.ExplainedById);
        line.HasOne<Reconciliation>().WithMany().HasForeignKey(l => l.ReconciliationId).OnDelete(DeleteBehavior.Restrict);
        line.Property(l => l.Row).HasColumnName("row_no");
        line.Property(l => l.Verdict).HasConversion<short>();
        line.Property(l => l.Explanation).HasMaxLength(500);
    }
}
