using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>What visits bring: answers, consents, risks, cover elsewhere. The answers are one column: read and written together.</summary>
internal sealed class SurveyMapping : IEntityTypeConfiguration<Visit>, IEntityTypeConfiguration<Consent>, IEntityTypeConfiguration<RiskRecord>, IEntityTypeConfiguration<CoverElsewhere>
{
    public void Configure(EntityTypeBuilder<Visit> visit)
    {
        visit.ToTable("visits");
        visit.HasIndex(v => new { v.HouseholdId, v.On });
        visit.HasIndex(v => new { v.VillageId, v.On });
        visit.HasOne<Household>().WithMany().HasForeignKey(v => v.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        visit.HasOne<StaffMember>().WithMany().HasForeignKey(v => v.AgentId).OnDelete(DeleteBehavior.Restrict);
        visit.Property(v => v.On).HasColumnName("on_day");
        visit.Property(v => v.Answers).HasJson();
        visit.Property(v => v.Checked!).HasJson();
    }

    public void Configure(EntityTypeBuilder<Consent> consent)
    {
        consent.ToTable("consents");
        consent.HasIndex(c => new { c.HouseholdId, c.Kind });
        consent.HasIndex(c => new { c.VillageId, c.Kind });
        consent.HasOne<Household>().WithMany().HasForeignKey(c => c.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        consent.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        consent.HasOne<ProgrammeText>().WithMany().HasForeignKey(c => c.TextId).OnDelete(DeleteBehavior.Restrict);
        consent.Property(c => c.Kind).HasConversion<short>();
        consent.Property(c => c.Form).HasConversion<short>();
        consent.Property(c => c.On).HasColumnName("on_day");
        consent.Property(c => c.GivenBy).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<RiskRecord> risk)
    {
        risk.ToTable("risk_records");
        risk.HasIndex(r => r.HouseholdId);
        risk.HasOne<Household>().WithMany().HasForeignKey(r => r.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        risk.Property(r => r.Kind).HasConversion<short>();
        risk.Property(r => r.On).HasColumnName("on_day");
        risk.Property(r => r.PaidBy).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<CoverElsewhere> cover)
    {
        cover.ToTable("covers_elsewhere");
        cover.HasIndex(c => c.HouseholdId);
        cover.HasOne<Household>().WithMany().HasForeignKey(c => c.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        cover.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        cover.Property(c => c.Insurer).HasMaxLength(60);
        cover.Property(c => c.Kind).HasMaxLength(60);
        cover.Property(c => c.PayMode).HasConversion<short>();
    }
}
