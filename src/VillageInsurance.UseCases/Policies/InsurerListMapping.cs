using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Policies;

internal sealed class InsurerListMapping : IEntityTypeConfiguration<InsurerList>, IEntityTypeConfiguration<InsurerListQuestion>, IEntityTypeConfiguration<PremiumException>
{
    public void Configure(EntityTypeBuilder<InsurerList> list)
    {
        list.ToTable("insurer_lists");
        list.HasIndex(l => l.At);
        list.HasIndex(l => l.FileHash);
        list.HasOne<StaffMember>().WithMany().HasForeignKey(l => l.StaffId).OnDelete(DeleteBehavior.Restrict);
        list.Property(l => l.FileName).HasMaxLength(200);
        list.Property(l => l.FileHash).HasMaxLength(64);
        list.Property(l => l.State).HasConversion<string>().HasMaxLength(20);
        list.Property(l => l.Fault).HasConversion<string>().HasMaxLength(40);
        list.Property(l => l.Counts).HasJson();
    }

    public void Configure(EntityTypeBuilder<InsurerListQuestion> question)
    {
        question.ToTable("insurer_list_questions");
        question.HasIndex(q => new { q.ListId, q.Round, q.Sheet, q.Row });
        question.HasOne<InsurerList>().WithMany().HasForeignKey(q => q.ListId).OnDelete(DeleteBehavior.Restrict);
        question.Property(q => q.Row).HasColumnName("row_no");
        question.Property(q => q.Outcome).HasConversion<short>();
        question.Property(q => q.Field).HasConversion<short>();
        question.Property(q => q.Why).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<PremiumException> exception)
    {
        exception.ToTable("premium_exceptions", t => t.HasCheckConstraint("ck_premium_exceptions_nobody_decides_their_own", "decided_by_id is null or decided_by_id <> recorded_by_id and decided_by_id is distinct from explained_by_id"));
        exception.HasIndex(e => new { e.PaymentId, e.Kind }).IsUnique();
        exception.HasIndex(e => new { e.VillageId, e.Id });
        exception.HasIndex(e => e.PolicyId);
        exception.HasIndex(e => new { e.OpenedOn, e.Id }).HasFilter("decision is null");
        exception.HasOne<Area>().WithMany().HasForeignKey(e => e.VillageId).OnDelete(DeleteBehavior.Restrict);
        exception.HasOne<Payment>().WithMany().HasForeignKey(e => e.PaymentId).OnDelete(DeleteBehavior.Restrict);
        exception.HasOne<Policy>().WithMany().HasForeignKey(e => e.PolicyId).OnDelete(DeleteBehavior.Restrict);
        exception.Property(e => e.Kind).HasConversion<short>();
        exception.Property(e => e.Answer).HasConversion<short>();
        exception.Property(e => e.Decision).HasConversion<short>();
        exception.Property(e => e.Explanation).HasMaxLength(1000);
        exception.Property(e => e.CallNote).HasMaxLength(1000);
        exception.Property(e => e.Opinion).HasMaxLength(1000);
    }
}
