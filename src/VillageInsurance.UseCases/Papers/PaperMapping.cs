using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Papers;

namespace VillageInsurance.UseCases.Papers;

internal sealed class PaperMapping : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> series)
    {
        series.ToTable("number_series");
        series.HasIndex(s => new { s.Kind, s.Year }).IsUnique();
        series.Property(s => s.Kind).HasConversion<string>().HasMaxLength(40);
        series.Property(s => s.Prefix).HasMaxLength(40);
    }
}
