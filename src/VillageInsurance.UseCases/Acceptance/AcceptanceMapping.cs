using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Acceptance;

internal sealed class AcceptanceMapping : IEntityTypeConfiguration<FigureSnapshot>, IEntityTypeConfiguration<Declaration>, IEntityTypeConfiguration<ReviewSheet>, IEntityTypeConfiguration<FinalReply>
{
    public void Configure(EntityTypeBuilder<FigureSnapshot> snapshot)
    {
        snapshot.ToTable("figure_snapshots");
        snapshot.HasIndex(s => s.CycleId);
        snapshot.HasIndex(s => s.VillageId);
        snapshot.HasOne<VillageCycle>().WithMany().HasForeignKey(s => s.CycleId).OnDelete(DeleteBehavior.Restrict);
        snapshot.HasOne<Scheme>().WithMany().HasForeignKey(s => s.SchemeId).OnDelete(DeleteBehavior.Restrict);
        snapshot.Property(s => s.TakenFor).HasConversion<string>().HasMaxLength(20);
        snapshot.Property(s => s.Frozen).HasJson();
        snapshot.Property(s => s.Records).HasJson();
        snapshot.Property(s => s.Sha256).HasMaxLength(64);
        snapshot.Ignore(s => s.IsIntact);
    }

    public void Configure(EntityTypeBuilder<Declaration> declaration)
    {
        declaration.ToTable("declarations");
        // What came back is declared anew; at most one is under way.
        declaration.HasIndex(d => d.CycleId, "ux_one_open_declaration_per_cycle").IsUnique().HasFilter("status not in ('Returned', 'Refused')");
        declaration.HasIndex(d => new { d.Year, d.Status });
        declaration.HasIndex(d => d.VillageId);
        declaration.HasOne<VillageCycle>().WithMany().HasForeignKey(d => d.CycleId).OnDelete(DeleteBehavior.Restrict);
        declaration.HasOne<Area>().WithMany().HasForeignKey(d => d.VillageId).OnDelete(DeleteBehavior.Restrict);
        declaration.HasOne<Scheme>().WithMany().HasForeignKey(d => d.SchemeId).OnDelete(DeleteBehavior.Restrict);
        declaration.HasOne<FigureSnapshot>().WithMany().HasForeignKey(d => d.SnapshotId).OnDelete(DeleteBehavior.Restrict);
        declaration.HasOne<FigureSnapshot>().WithMany().HasForeignKey(d => d.ReviewSnapshotId).OnDelete(DeleteBehavior.Restrict);
        declaration.Property(d => d.Status).HasConversion<string>().HasMaxLength(20);
        declaration.Property(d => d.Statement).HasMaxLength(2000);
        declaration.Property(d => d.Papers).HasJson();
        declaration.Property(d => d.Number).HasMaxLength(60);
        declaration.Property(d => d.ReviewNumber).HasMaxLength(60);
        declaration.HasIndex(d => d.ReviewNumber).IsUnique();
        declaration.Property(d => d.Opinion).HasMaxLength(500);
        declaration.Property(d => d.ToPutRight).HasJson();
        declaration.ToTable(t => t.HasCheckConstraint("ck_nobody_handles_their_own_declaration",
            "decided_by_id is distinct from submitted_by_id or decided_by_id is null"));
    }

    public void Configure(EntityTypeBuilder<ReviewSheet> sheet)
    {
        sheet.ToTable("review_sheets");
        sheet.HasIndex(s => new { s.DeclarationId, s.ReviewerId }).IsUnique();
        sheet.HasIndex(s => s.VillageId);
        sheet.HasOne<Declaration>().WithMany().HasForeignKey(s => s.DeclarationId).OnDelete(DeleteBehavior.Restrict);
        sheet.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.ReviewerId).OnDelete(DeleteBehavior.Restrict);
        sheet.Property(s => s.Track).HasConversion<string>().HasMaxLength(20);
        sheet.Property(s => s.Verdict).HasConversion<string>().HasMaxLength(20);
        sheet.Property(s => s.Scores).HasJson();
        sheet.Property(s => s.VisitNote).HasMaxLength(1000);
        sheet.Property(s => s.Opinion).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<FinalReply> reply)
    {
        reply.ToTable("final_replies");
        reply.HasIndex(r => r.DeclarationId).IsUnique();
        reply.HasIndex(r => r.CycleId);
        reply.HasIndex(r => r.VillageId);
        reply.HasOne<Declaration>().WithMany().HasForeignKey(r => r.DeclarationId).OnDelete(DeleteBehavior.Restrict);
        reply.HasOne<VillageCycle>().WithMany().HasForeignKey(r => r.CycleId).OnDelete(DeleteBehavior.Restrict);
        reply.HasOne<FigureSnapshot>().WithMany().HasForeignKey(r => r.SnapshotId).OnDelete(DeleteBehavior.Restrict);
        reply.HasOne<MeetingMinutes>().WithMany().HasForeignKey(r => r.MinutesId).OnDelete(DeleteBehavior.Restrict);
        reply.Property(r => r.Reason).HasMaxLength(500);
        reply.Property(r => r.LetterNumber).HasMaxLength(60);
    }
}
