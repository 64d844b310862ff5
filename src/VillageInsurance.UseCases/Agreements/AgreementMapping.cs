using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

internal sealed class AgreementMapping : IEntityTypeConfiguration<Agreement>, IEntityTypeConfiguration<ProgrammeText>, IEntityTypeConfiguration<CommitteeMember>
{
    public void Configure(EntityTypeBuilder<Agreement> agreement)
    {
        // Nobody decides what they wrote or sent, not even by plain SQL.
        agreement.ToTable("agreements", table => table.HasCheckConstraint("ck_nobody_decides_their_own_agreement",
            "decided_by_id <> submitted_by_id and decided_by_id <> created_by_id"));
        agreement.HasIndex(a => a.VillageId, "ux_one_agreement_in_force_per_village").IsUnique().HasFilter("status = 'InForce'");
        agreement.HasIndex(a => new { a.Status, a.To });
        agreement.HasIndex(a => a.Number).IsUnique();
        agreement.HasOne<Area>().WithMany().HasForeignKey(a => a.VillageId).OnDelete(DeleteBehavior.Restrict);
        agreement.HasOne<Scheme>().WithMany().HasForeignKey(a => a.SchemeId).OnDelete(DeleteBehavior.Restrict);
        agreement.HasOne<Agreement>().WithMany().HasForeignKey(a => a.PreviousId).OnDelete(DeleteBehavior.Restrict);
        agreement.Property(a => a.Terms).HasJson();
        agreement.Property(a => a.Status).HasConversion<string>().HasMaxLength(20);
        agreement.Property(a => a.Number).HasMaxLength(60);
        agreement.Property(a => a.Opinion).HasMaxLength(500);
        agreement.Property(a => a.EndReason).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<ProgrammeText> text)
    {
        text.ToTable("programme_texts");
        text.HasIndex(t => new { t.Kind, t.Number }).IsUnique();
        text.Property(t => t.Kind).HasConversion<string>().HasMaxLength(20);
        text.Property(t => t.Title).HasMaxLength(100);
        text.Property(t => t.Points).HasJson();
    }

    public void Configure(EntityTypeBuilder<CommitteeMember> member)
    {
        member.ToTable("committee_members");
        member.HasIndex(m => m.VillageId, "ux_one_cadre_in_charge_per_village").IsUnique().HasFilter("in_charge and \"to\" is null");
        member.HasIndex(m => new { m.VillageId, m.From });
        member.HasOne<Area>().WithMany().HasForeignKey(m => m.VillageId).OnDelete(DeleteBehavior.Restrict);
        member.Property(m => m.Name).HasMaxLength(60);
        member.Property(m => m.Post).HasMaxLength(60);
    }
}
