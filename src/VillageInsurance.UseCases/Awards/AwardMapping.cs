using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Cycles;

namespace VillageInsurance.UseCases.Awards;

internal sealed class AwardMapping : IEntityTypeConfiguration<Title>, IEntityTypeConfiguration<TitleCheck>, IEntityTypeConfiguration<RewardLine>,
    IEntityTypeConfiguration<ProgrammeCost>, IEntityTypeConfiguration<YearSummary>
{
    public void Configure(EntityTypeBuilder<Title> title)
    {
        title.ToTable("titles");
        title.HasIndex(t => t.CycleId).IsUnique();
        title.HasIndex(t => t.VillageId);
        title.HasIndex(t => t.Certificate).IsUnique();
        title.HasOne<VillageCycle>().WithMany().HasForeignKey(t => t.CycleId).OnDelete(DeleteBehavior.Restrict);
        title.Property(t => t.Certificate).HasMaxLength(60);
        title.Property(t => t.RewardSheet).HasMaxLength(60);
        title.HasIndex(t => t.RewardSheet).IsUnique();
        title.Property(t => t.PlaqueNumber).HasMaxLength(60);
        title.Property(t => t.MonumentPlace).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<TitleCheck> check)
    {
        check.ToTable("title_checks");
        check.HasIndex(c => new { c.TitleId, c.Year });
        check.HasOne<Title>().WithMany().HasForeignKey(c => c.TitleId).OnDelete(DeleteBehavior.Restrict);
        check.Property(c => c.Finding).HasMaxLength(1000);
    }

    public void Configure(EntityTypeBuilder<RewardLine> line)
    {
        // Nobody approves what they prepared or are paid, and nobody pays what they approved, not even by plain SQL.
        line.ToTable("reward_lines", table =>
        {
            table.HasCheckConstraint("ck_reward_decider", "decided_by_id <> prepared_by_id and (payee_id is null or decided_by_id <> payee_id)");
            table.HasCheckConstraint("ck_reward_payer", "paid_by_id <> decided_by_id");
            table.HasCheckConstraint("ck_reward_amount", "fen >= 0");
        });
        line.HasIndex(l => new { l.Year, l.Status });
        line.HasIndex(l => l.TitleId);
        line.HasIndex(l => new { l.PayeeId, l.Month }, "ux_one_allowance_a_month").IsUnique().HasFilter("month is not null and status <> 'Refused'");
        line.HasIndex(l => new { l.TitleId, l.PayeeId, l.Kind }, "ux_one_reward_for_a_person").IsUnique().HasFilter("title_id is not null and payee_id is not null and status <> 'Refused'");
        line.HasIndex(l => new { l.TitleId, l.Kind }, "ux_one_reward_for_the_village").IsUnique().HasFilter("title_id is not null and payee_id is null and status <> 'Refused'");
        line.HasOne<Title>().WithMany().HasForeignKey(l => l.TitleId).OnDelete(DeleteBehavior.Restrict);
        line.Property(l => l.Kind).HasConversion<string>().HasMaxLength(20);
        line.Property(l => l.Status).HasConversion<string>().HasMaxLength(20);
        line.Property(l => l.UsedFor).HasConversion<string>().HasMaxLength(20);
        line.Property(l => l.Payee).HasMaxLength(60);
        line.Property(l => l.Resolution).HasMaxLength(200);
        line.Property(l => l.Opinion).HasMaxLength(500);
        line.Property(l => l.PaymentReference).HasMaxLength(60);
        line.Property(l => l.UseNote).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<ProgrammeCost> cost)
    {
        cost.ToTable("programme_costs", table => table.HasCheckConstraint("ck_cost_amount", "fen > 0"));
        cost.HasIndex(c => c.Year);
        cost.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
        cost.Property(c => c.Payer).HasConversion<string>().HasMaxLength(20);
        cost.Property(c => c.Note).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<YearSummary> summary)
    {
        summary.ToTable("year_summaries");
        summary.HasIndex(s => new { s.VillageId, s.Year }).IsUnique();
        summary.Property(s => s.Text).HasMaxLength(4000);
    }
}
