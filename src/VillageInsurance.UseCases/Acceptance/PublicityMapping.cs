using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Acceptance;

internal sealed class PublicityMapping : IEntityTypeConfiguration<ForwardingList>, IEntityTypeConfiguration<ForwardingLine>,
    IEntityTypeConfiguration<PublicNotice>, IEntityTypeConfiguration<NoticePlace>, IEntityTypeConfiguration<NoticeObjection>, IEntityTypeConfiguration<MeetingMinutes>
{
    public void Configure(EntityTypeBuilder<ForwardingList> list)
    {
        list.ToTable("forwarding_lists");
        list.HasIndex(l => new { l.Year, l.Status });
        list.Property(l => l.Status).HasConversion<string>().HasMaxLength(20);
        list.Property(l => l.Number).HasMaxLength(60);
        list.Property(l => l.Remark).HasMaxLength(500);
        list.HasMany(l => l.Lines).WithOne().HasForeignKey(l => l.ListId).OnDelete(DeleteBehavior.Restrict);
        list.ToTable(t => t.HasCheckConstraint("ck_nobody_signs_their_own_list", "signed_by_id is null or signed_by_id <> prepared_by_id"));
    }

    public void Configure(EntityTypeBuilder<ForwardingLine> line)
    {
        line.ToTable("forwarding_lines");
        line.HasIndex(l => new { l.ListId, l.Rank }).IsUnique();
        line.HasIndex(l => l.DeclarationId);
        line.HasIndex(l => l.VillageId);
        line.HasOne<Declaration>().WithMany().HasForeignKey(l => l.DeclarationId).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<VillageCycle>().WithMany().HasForeignKey(l => l.CycleId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<PublicNotice> notice)
    {
        notice.ToTable("public_notices");
        notice.HasIndex(n => new { n.Kind, n.SubjectId });
        notice.HasIndex(n => n.Year);
        notice.Property(n => n.Kind).HasConversion<string>().HasMaxLength(20);
        notice.Property(n => n.Number).HasMaxLength(60);
        notice.Property(n => n.Text).HasMaxLength(4000);
        notice.HasMany(n => n.Places).WithOne().HasForeignKey(p => p.NoticeId).OnDelete(DeleteBehavior.Restrict);
        notice.HasMany(n => n.Objections).WithOne().HasForeignKey(o => o.NoticeId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<NoticePlace> place)
    {
        place.ToTable("notice_places");
        place.HasIndex(p => p.CycleId);
        place.HasIndex(p => p.VillageId);
        place.HasOne<VillageCycle>().WithMany().HasForeignKey(p => p.CycleId).OnDelete(DeleteBehavior.Restrict);
        place.Property(p => p.HungAt).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<NoticeObjection> objection)
    {
        objection.ToTable("notice_objections");
        objection.HasIndex(o => o.VillageId);
        objection.Property(o => o.Channel).HasConversion<string>().HasMaxLength(20);
        objection.Property(o => o.Outcome).HasConversion<string>().HasMaxLength(20);
        objection.Property(o => o.Text).HasMaxLength(1000);
        objection.Property(o => o.Answer).HasMaxLength(1000);
    }

    public void Configure(EntityTypeBuilder<MeetingMinutes> minutes)
    {
        minutes.ToTable("meeting_minutes");
        minutes.HasIndex(m => m.VillageId);
        minutes.Property(m => m.Body).HasConversion<string>().HasMaxLength(20);
        minutes.Property(m => m.ResolutionNumber).HasMaxLength(60);
        minutes.Property(m => m.Subject).HasMaxLength(200);
        minutes.Property(m => m.Decision).HasMaxLength(2000);
        minutes.Property(m => m.Participants).HasJson();
    }
}
