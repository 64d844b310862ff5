using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Exchange;

internal sealed class ExchangeMapping : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> batch)
    {
        batch.ToTable("import_batches");
        batch.HasIndex(b => b.At);
        batch.HasOne<StaffMember>().WithMany().HasForeignKey(b => b.StaffId).OnDelete(DeleteBehavior.Restrict);
        batch.Property(b => b.ContentHash).HasMaxLength(64);
        batch.Property(b => b.Source).HasMaxLength(200);
        batch.Property(b => b.Basis).HasMaxLength(200);
        batch.Property(b => b.Counts).HasJson();
    }
}
