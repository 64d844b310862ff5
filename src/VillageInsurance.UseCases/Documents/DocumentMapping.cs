using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace VillageInsurance.UseCases.Documents;

internal sealed class DocumentMapping : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.ToTable("attachments");
        attachment.HasIndex(a => a.RecordId);
        attachment.HasIndex(a => new { a.UploadedById, a.At });
        // What was attached before there were kinds belongs to an application.
        attachment.Property(a => a.Kind).HasConversion<string>().HasMaxLength(40).HasDefaultValue(EvidenceKind.Application);
        attachment.Property(a => a.Slot).HasMaxLength(60);
        attachment.Property(a => a.FileName).HasMaxLength(200);
        attachment.Property(a => a.MediaType).HasMaxLength(60);
        attachment.Property(a => a.Sha256).HasMaxLength(64);
        attachment.Property(a => a.StoreKey).HasMaxLength(100);
    }
}
