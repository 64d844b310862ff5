using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>Each index that a figure reads holds every column that the figure and the row-level policy look at: an index-only scan.</summary>
internal sealed class HouseholdMapping : IEntityTypeConfiguration<Household>, IEntityTypeConfiguration<HouseholdPlace>,
    IEntityTypeConfiguration<Person>, IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Household> household)
    {
        household.ToTable("households");
        household.IsBig();
        household.HasIndex(h => h.Number).IsUnique();
        household.HasIndex(h => new { h.VillageId, h.Number });
        household.HasOne<Area>().WithMany().HasForeignKey(h => h.VillageId).OnDelete(DeleteBehavior.Restrict);
        household.Property(h => h.Number).HasMaxLength(40);
        household.Property(h => h.HeadName).HasMaxLength(100);
        household.Property(h => h.MainIncome).HasMaxLength(40);
        household.Property(h => h.IncomeBand).HasMaxLength(20);
        household.Property(h => h.Kind).HasConversion<short>();
        household.Property(h => h.LeftReason).HasConversion<short>();
        household.ComplexProperty(h => h.Phone);
        household.Property(h => h.Address).HasMaxLength(200);
        household.Property(h => h.Machines).HasMaxLength(200);
        household.Property(h => h.Housing).HasConversion<short>();
        household.Property(h => h.DebtBand).HasConversion<short>();
        household.Property(h => h.Relief).HasConversion<short>();
    }

    public void Configure(EntityTypeBuilder<HouseholdPlace> place)
    {
        place.ToTable("household_places");
        place.IsBig();
        place.HasIndex(p => new { p.VillageId, p.HouseholdId })
            .IncludeProperties(p => new { p.GroupId, p.IsFamily, p.From, p.To, p.ToKnownOn, p.KnownOn });
        place.HasIndex(p => p.HouseholdId)
            .IncludeProperties(p => new { p.VillageId, p.GroupId, p.IsFamily, p.From, p.To, p.ToKnownOn, p.KnownOn });
        place.HasOne<Household>().WithMany().HasForeignKey(p => p.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        place.HasOne<Area>().WithMany().HasForeignKey(p => p.VillageId).OnDelete(DeleteBehavior.Restrict);
        place.Property(p => p.From).HasColumnName("from_day");
        place.Property(p => p.To).HasColumnName("to_day");
    }

    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("persons");
        person.IsBig();
        person.Ignore(p => p.IdNumber);
        person.HasIndex(p => p.IdNumberIndex).IsUnique();
        person.HasIndex(p => new { p.VillageId, p.Name });
        person.HasOne<Area>().WithMany().HasForeignKey(p => p.VillageId).OnDelete(DeleteBehavior.Restrict);
        person.Property(p => p.Name).HasMaxLength(100);
        person.Property(p => p.Ethnicity).HasMaxLength(40);
        person.Property(p => p.Occupation).HasMaxLength(40);
        person.Property(p => p.Sex).HasConversion<short>();
    }

    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("memberships");
        membership.IsBig();
        membership.HasIndex(m => m.Number).IsUnique();
        membership.HasIndex(m => m.HouseholdId)
            .IncludeProperties(m => new { m.VillageId, m.GroupId, m.PersonId, m.Residence, m.JoinReason, m.JoinedOn, m.LeftOn, m.LeftKnownOn, m.KnownOn });
        membership.HasIndex(m => m.PersonId)
            .IncludeProperties(m => new { m.VillageId, m.GroupId, m.HouseholdId, m.Residence, m.JoinReason, m.JoinedOn, m.LeftOn, m.LeftKnownOn, m.KnownOn });
        membership.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
        membership.HasOne<Household>().WithMany().HasForeignKey(m => m.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        membership.Property(m => m.Number).HasMaxLength(40);
        membership.Property(m => m.Relation).HasMaxLength(40);
        membership.Property(m => m.Residence).HasConversion<short>();
        membership.Property(m => m.JoinReason).HasConversion<short>();
        membership.Property(m => m.LeftReason).HasConversion<short>();
    }

    public void Configure(EntityTypeBuilder<Enrolment> enrolment)
    {
        enrolment.ToTable("enrolments");
        enrolment.IsBig();
        enrolment.HasIndex(e => new { e.ListedUnder, e.From, e.Stage }).IsUnique();
        enrolment.HasIndex(e => e.PersonId)
            .IncludeProperties(e => new { e.VillageId, e.GroupId, e.Stage, e.From, e.To, e.ToKnownOn, e.KnownOn });
        enrolment.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Restrict);
        enrolment.Property(e => e.ListedUnder).HasMaxLength(40);
        enrolment.Property(e => e.School).HasMaxLength(100);
        enrolment.Property(e => e.Stage).HasConversion<short>();
        enrolment.Property(e => e.From).HasColumnName("from_day");
        enrolment.Property(e => e.To).HasColumnName("to_day");
    }
}
