using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Products;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Products;

internal sealed class ProductMapping : IEntityTypeConfiguration<ProductVersion>
{
    public void Configure(EntityTypeBuilder<ProductVersion> version)
    {
        // Nobody publishes what they drafted, not even by plain SQL.
        version.ToTable("product_versions", table => table.HasCheckConstraint("ck_nobody_publishes_their_own", "published_by_id <> drafted_by_id or (by_list and number = 1)"));
        version.HasIndex(v => new { v.ProductId, v.Number }).IsUnique();
        version.HasIndex(v => v.ProductId, "ux_one_draft_per_product").IsUnique().HasFilter("status = 'Draft'");
        version.HasIndex(v => new { v.Code, v.Number });
        version.HasOne<StaffMember>().WithMany().HasForeignKey(v => v.DraftedById).OnDelete(DeleteBehavior.Restrict);
        version.HasOne<StaffMember>().WithMany().HasForeignKey(v => v.PublishedById).OnDelete(DeleteBehavior.Restrict);
        version.Property(v => v.Code).HasMaxLength(40);
        version.Property(v => v.Status).HasConversion<string>().HasMaxLength(20);
        version.Property(v => v.Terms).HasJson();
    }
}
