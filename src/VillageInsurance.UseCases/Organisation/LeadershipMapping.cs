using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Organisation;

namespace VillageInsurance.UseCases.Organisation;

internal sealed class LeadershipMapping : IEntityTypeConfiguration<LeadershipSeat>, IEntityTypeConfiguration<Department>, IEntityTypeConfiguration<DepartmentName>
{
    public void Configure(EntityTypeBuilder<LeadershipSeat> seat)
    {
        seat.ToTable("leadership_seats");
        seat.HasIndex(s => new { s.AreaId, s.From });
        seat.HasOne<Area>().WithMany().HasForeignKey(s => s.AreaId).OnDelete(DeleteBehavior.Restrict);
        seat.HasOne<Department>().WithMany().HasForeignKey(s => s.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        seat.Property(s => s.Name).HasMaxLength(60);
        seat.Property(s => s.Title).HasMaxLength(100);
        seat.Property(s => s.Post).HasConversion<string>().HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<Department> department)
    {
        department.ToTable("departments");
        department.HasIndex(d => d.Code).IsUnique();
        department.Property(d => d.Code).HasMaxLength(20);
        department.HasMany(d => d.Names).WithOne().HasForeignKey(n => n.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DepartmentName> name)
    {
        name.ToTable("department_names");
        name.HasIndex(n => new { n.DepartmentId, n.From }).IsUnique();
        name.Property(n => n.Name).HasMaxLength(60);
    }
}
