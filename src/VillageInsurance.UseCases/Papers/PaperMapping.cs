using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;

namespace VillageInsurance.UseCases.Papers;

internal sealed class PaperMapping : IEntityTypeConfiguration<NumberSeries>, IEntityTypeConfiguration<PrintRecord>, IEntityTypeConfiguration<PaperTemplate>
{
    public void Configure(EntityTypeBuilder<NumberSeries> series)
    {
        series.ToTable("number_series");
        series.HasIndex(s => new { s.Kind, s.Year }).IsUnique();
        series.Property(s => s.Kind).HasConversion<string>().HasMaxLength(40);
        series.Property(s => s.Prefix).HasMaxLength(40);
    }

    public void Configure(EntityTypeBuilder<PrintRecord> print)
    {
        print.ToTable("print_records");
        print.HasIndex(p => p.RecordId);
        print.HasIndex(p => p.VillageId);
        print.HasIndex(p => p.JobId).HasFilter("job_id is not null");
        print.HasIndex(p => p.Number).IsUnique();
        print.HasOne<Area>().WithMany().HasForeignKey(p => p.VillageId).OnDelete(DeleteBehavior.Restrict);
        print.Property(p => p.Kind).HasConversion<string>().HasMaxLength(40);
        print.Property(p => p.Form).HasConversion<string>().HasMaxLength(10);
        print.Property(p => p.Standing).HasConversion<string>().HasMaxLength(10);
        print.Property(p => p.Number).HasMaxLength(60);
        print.Property(p => p.CheckCode).HasMaxLength(10);
    }

    public void Configure(EntityTypeBuilder<PaperTemplate> template)
    {
        template.ToTable("paper_templates");
        template.HasIndex(t => new { t.Kind, t.Number }).IsUnique();
        template.Property(t => t.Kind).HasConversion<string>().HasMaxLength(40);
        template.Property(t => t.FileName).HasMaxLength(200);
        template.Property(t => t.Sha256).HasMaxLength(64);
    }
}
