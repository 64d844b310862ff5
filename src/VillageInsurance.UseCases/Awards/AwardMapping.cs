using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Cycles;

namespace VillageInsurance.UseCases.Awards;

internal sealed class AwardMapping : IEntityTypeConfiguration<Title>
{
    public void Configure(EntityTypeBuilder<Title> title)
    {
        title.ToTable("titles");
        title.HasIndex(t => t.CycleId).IsUnique();
        title.HasIndex(t => t.VillageId);
        title.HasIndex(t => t.Certificate).IsUnique();
        title.HasOne<VillageCycle>().WithMany().HasForeignKey(t => t.CycleId).OnDelete(DeleteBehavior.Restrict);
        title.Property(t => t.Certificate).HasMaxLength(60);
    }
}
