using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

internal sealed class AgentMapping : IEntityTypeConfiguration<AgentService>, IEntityTypeConfiguration<AgentViolation>, IEntityTypeConfiguration<CommitmentLetter>,
    IEntityTypeConfiguration<HouseholdCharge>, IEntityTypeConfiguration<CustomerNotice>
{
    public void Configure(EntityTypeBuilder<AgentService> service)
    {
        service.ToTable("agent_services", table => table.HasCheckConstraint("ck_nobody_assigns_whom_they_put_forward",
            "assigned_by_id <> recommended_by_id and assigned_by_id <> vetted_by_id"));
        service.HasIndex(s => new { s.StaffId, s.VillageId }, "ux_one_open_service_per_agent_and_village").IsUnique().HasFilter("status not in ('Left', 'TurnedDown')");
        service.HasIndex(s => new { s.VillageId, s.Status });
        service.HasOne<Area>().WithMany().HasForeignKey(s => s.VillageId).OnDelete(DeleteBehavior.Restrict);
        service.HasOne<Area>().WithMany().HasForeignKey(s => s.GroupId).OnDelete(DeleteBehavior.Restrict);
        service.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Restrict);
        service.Property(s => s.Points).HasJson();
        service.Property(s => s.Status).HasConversion<string>().HasMaxLength(20);
        service.Property(s => s.Vetting).HasMaxLength(500);
        service.Property(s => s.FormNumber).HasMaxLength(60);
        service.Property(s => s.LetterNumber).HasMaxLength(60);
        service.Property(s => s.Reason).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<AgentViolation> violation)
    {
        violation.ToTable("agent_violations");
        violation.HasIndex(v => v.ServiceId);
        violation.HasOne<AgentService>().WithMany().HasForeignKey(v => v.ServiceId).OnDelete(DeleteBehavior.Restrict);
        violation.Property(v => v.Facts).HasMaxLength(500);
        violation.Property(v => v.Measure).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<CommitmentLetter> letter)
    {
        letter.ToTable("commitment_letters");
        letter.HasIndex(l => new { l.ServiceId, l.Year }).IsUnique();
        letter.HasIndex(l => l.Number).IsUnique();
        letter.HasOne<AgentService>().WithMany().HasForeignKey(l => l.ServiceId).OnDelete(DeleteBehavior.Restrict);
        letter.HasOne<ProgrammeText>().WithMany().HasForeignKey(l => l.TextId).OnDelete(DeleteBehavior.Restrict);
        letter.Property(l => l.SignedName).HasMaxLength(100);
        letter.Property(l => l.Number).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<HouseholdCharge> charge)
    {
        charge.ToTable("household_charges");
        charge.HasIndex(c => c.HouseholdId, "ux_one_agent_in_charge_of_a_household").IsUnique().HasFilter("\"to\" is null");
        charge.HasIndex(c => c.ServiceId).HasFilter("\"to\" is null");
        charge.HasIndex(c => c.VillageId);
        charge.HasOne<Household>().WithMany().HasForeignKey(c => c.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        charge.HasOne<AgentService>().WithMany().HasForeignKey(c => c.ServiceId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<CustomerNotice> notice)
    {
        notice.ToTable("customer_notices");
        notice.HasIndex(n => new { n.ServiceId, n.PersonId }).IsUnique();
        notice.HasIndex(n => n.Due).HasFilter("told_on is null");
        notice.HasOne<AgentService>().WithMany().HasForeignKey(n => n.ServiceId).OnDelete(DeleteBehavior.Restrict);
        notice.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Restrict);
        notice.Property(n => n.How).HasConversion<string>().HasMaxLength(20);
    }
}
