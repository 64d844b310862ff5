using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.UseCases.Organisation;

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Area>, IEntityTypeConfiguration<AreaName>,
    IEntityTypeConfiguration<StaffMember>, IEntityTypeConfiguration<RoleGrant>, IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Area> area)
    {
        area.ToTable("areas");
        area.HasIndex(a => a.Code).IsUnique();
        area.HasIndex(a => new { a.ParentId, a.Name });
        area.HasOne<Area>().WithMany().HasForeignKey(a => a.ParentId).OnDelete(DeleteBehavior.Restrict);
        area.HasOne<Area>().WithMany().HasForeignKey(a => a.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        area.Property(a => a.Level).HasConversion<string>().HasMaxLength(20);
        area.Property(a => a.Kind).HasConversion<string>().HasMaxLength(20);
        area.Property(a => a.Terrain).HasConversion<string>().HasMaxLength(20);
        area.Property(a => a.Code).HasMaxLength(12);
        area.Property(a => a.Name).HasMaxLength(100);
        area.ComplexProperty(a => a.Income, income => income.Property(i => i.Source).HasMaxLength(200));
        area.ComplexProperty(a => a.Registered);
        area.HasMany(a => a.FormerNames).WithOne().HasForeignKey(n => n.AreaId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AreaName> name)
    {
        name.ToTable("area_names");
        name.Property(n => n.Name).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<StaffMember> staff)
    {
        staff.ToTable("staff_members");
        staff.HasIndex(s => s.Code).IsUnique();
        staff.Property(s => s.Code).HasMaxLength(40);
        staff.Property(s => s.Name).HasMaxLength(100);
        staff.Property(s => s.Unit).HasMaxLength(100);
        staff.ComplexProperty(s => s.Registration, registration => registration.Property(r => r.Number).HasMaxLength(40));
    }

    public void Configure(EntityTypeBuilder<RoleGrant> grant)
    {
        grant.ToTable("role_grants");
        grant.HasIndex(g => g.StaffId);
        grant.HasOne<StaffMember>().WithMany().HasForeignKey(g => g.StaffId).OnDelete(DeleteBehavior.Restrict);
        grant.HasOne<StaffMember>().WithMany().HasForeignKey(g => g.GrantedById).OnDelete(DeleteBehavior.Restrict);
        grant.HasOne<Area>().WithMany().HasForeignKey(g => g.AreaId).OnDelete(DeleteBehavior.Restrict);
        grant.Property(g => g.Role).HasConversion<string>().HasMaxLength(40);
        grant.Property(g => g.Reason).HasMaxLength(500);
    }

    public void Configure(EntityTypeBuilder<Delegation> delegation)
    {
        delegation.ToTable("delegations");
        delegation.HasIndex(d => d.ToStaffId);
        delegation.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.FromStaffId).OnDelete(DeleteBehavior.Restrict);
        delegation.HasOne<StaffMember>().WithMany().HasForeignKey(d => d.ToStaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
