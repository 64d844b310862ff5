using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Schemes;

internal sealed class SchemeMapping : IEntityTypeConfiguration<Scheme>
{
    public void Configure(EntityTypeBuilder<Scheme> scheme)
    {
        scheme.ToTable("schemes");
        scheme.HasIndex(s => new { s.Programme, s.Year, s.Number }).IsUnique();
        scheme.HasOne<Scheme>().WithMany().HasForeignKey(s => s.BasisId).OnDelete(DeleteBehavior.Restrict);
        scheme.Property(s => s.Programme).HasConversion<string>().HasMaxLength(20);
        scheme.Property(s => s.Status).HasConversion<string>().HasMaxLength(20);
        scheme.Property(s => s.Name).HasJson();
        scheme.Property(s => s.Rules).HasJson();
    }
}
