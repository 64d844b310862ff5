using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Claims;

/// <summary>The board reads what is open, village by village; closed years stay out of its index.</summary>
internal sealed class ClaimMapping : IEntityTypeConfiguration<Claim>, IEntityTypeConfiguration<ClaimStep>, IEntityTypeConfiguration<ClaimNote>, IEntityTypeConfiguration<ClaimCallBack>,
    IEntityTypeConfiguration<ClaimPick>
{
    public void Configure(EntityTypeBuilder<Claim> claim)
    {
        claim.ToTable("claims", table =>
        {
            table.HasCheckConstraint("ck_claims_decision_has_its_day", "(decision is null) = (determined_on is null)");
            table.HasCheckConstraint("ck_claims_days_in_order", "accident_on <= reported_on and reported_on <= papers_received_on and papers_received_on <= determined_on and determined_on <= agreed_on and agreed_on <= paid_on");
        });
        claim.IsBig();
        claim.HasIndex(c => c.Number).IsUnique();
        claim.HasIndex(c => c.PolicyId);
        claim.HasIndex(c => c.InsuredId);
        claim.HasIndex(c => new { c.VillageId, c.ReportedOn });
        claim.HasIndex(c => c.VillageId, "ix_claims_open").HasFilter(Unsettled);
        claim.HasOne<Area>().WithMany().HasForeignKey(c => c.VillageId).OnDelete(DeleteBehavior.Restrict);
        claim.HasOne<Policy>().WithMany().HasForeignKey(c => c.PolicyId).OnDelete(DeleteBehavior.Restrict);
        claim.HasOne<Person>().WithMany().HasForeignKey(c => c.InsuredId).OnDelete(DeleteBehavior.Restrict);
        claim.Property(c => c.Number).HasMaxLength(40);
        claim.Property(c => c.Decision).HasConversion<short>();
        claim.Property(c => c.RefusalReason).HasMaxLength(500);
        claim.Property(c => c.MissingPapers).HasMaxLength(500);
        claim.Property(c => c.Event).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<ClaimStep> step)
    {
        step.ToTable("claim_steps");
        step.IsBig();
        step.HasIndex(s => s.ClaimId);
        step.HasOne<Claim>().WithMany().HasForeignKey(s => s.ClaimId).OnDelete(DeleteBehavior.Restrict);
        step.Property(s => s.Milestone).HasConversion<short>();
        step.Property(s => s.Way).HasConversion<short>();
        step.Property(s => s.Text).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<ClaimNote> note)
    {
        note.ToTable("claim_notes", table => table.HasCheckConstraint("ck_nobody_answers_their_own_note", "answered_by_id <> by_id"));
        note.HasIndex(n => n.ClaimId);
        note.HasIndex(n => new { n.VillageId, n.ById });
        note.HasOne<Claim>().WithMany().HasForeignKey(n => n.ClaimId).OnDelete(DeleteBehavior.Restrict);
        note.Property(n => n.Kind).HasConversion<short>();
        note.Property(n => n.ObjectedTo).HasConversion<short>();
        note.Property(n => n.Text).HasMaxLength(500);
        note.Property(n => n.Answer).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<ClaimCallBack> call)
    {
        call.ToTable("claim_call_backs");
        call.HasIndex(c => c.ClaimId);
        call.HasOne<Claim>().WithMany().HasForeignKey(c => c.ClaimId).OnDelete(DeleteBehavior.Restrict);
        call.Property(c => c.Answers).HasJson();
    }

    public void Configure(EntityTypeBuilder<ClaimPick> pick)
    {
        pick.ToTable("claim_picks");
        pick.HasIndex(p => new { p.VillageId, p.Month, p.Reason }).IsUnique();
        pick.HasIndex(p => p.ClaimId);
        pick.HasOne<Claim>().WithMany().HasForeignKey(p => p.ClaimId).OnDelete(DeleteBehavior.Restrict);
        pick.Property(p => p.Reason).HasConversion<short>();
    }

    /// <summary>Somebody still waits: as <see cref="ClaimFacts.IsSettled"/> says it, in SQL.</summary>
    private const string Unsettled = "paid_on is null and refusal_notified_on is null and closed_on is null and withdrawn_on is null";
}
