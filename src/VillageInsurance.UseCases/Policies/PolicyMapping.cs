using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Policies;

/// <summary>Stock goes by the person, so holder and insured have an index with all that decides whether a policy is in force; flow goes by the village of issue.</summary>
internal sealed class PolicyMapping : IEntityTypeConfiguration<Product>, IEntityTypeConfiguration<Policy>, IEntityTypeConfiguration<Payment>, IEntityTypeConfiguration<ProductTariff>, IEntityTypeConfiguration<GivenAdvice>
{
    public void Configure(EntityTypeBuilder<Product> product)
    {
        product.ToTable("products");
        product.HasIndex(p => p.Code).IsUnique();
        product.Property(p => p.Code).HasMaxLength(40);
        product.Property(p => p.Name).HasMaxLength(100);
        product.Property(p => p.Kind).HasMaxLength(40);
        product.Property(p => p.Insurer).HasMaxLength(20);
        product.Property(p => p.PayModes).HasDefaultValueSql("'{}'");
    }

    public void Configure(EntityTypeBuilder<ProductTariff> tariff)
    {
        tariff.ToTable("product_tariffs");
        tariff.HasIndex(t => t.ProductCode).IsUnique();
        tariff.HasIndex(t => t.Letter).IsUnique();
        tariff.Property(t => t.ProductCode).HasMaxLength(40);
        tariff.Property(t => t.Letter).HasMaxLength(1);
        tariff.Property(t => t.PayMode).HasConversion<short>();
    }

    public void Configure(EntityTypeBuilder<Policy> policy)
    {
        policy.ToTable("policies");
        policy.IsBig();
        policy.HasIndex(p => p.Number).IsUnique();
        policy.HasIndex(p => p.HolderId).IncludeProperties(p => new
        {
            p.VillageId,
            p.GroupId,
            p.InsuredId,
            p.ProductId,
            p.Insurer,
            p.PayMode,
            p.EffectiveDate,
            p.EndDate,
            p.KnownOn,
            p.HesitationCancelOn,
            p.SurrenderedOn,
            p.SuspendedOn,
            p.ReinstatedOn,
            p.ClaimEndedOn,
        });
        policy.HasIndex(p => p.InsuredId).IncludeProperties(p => new
        {
            p.VillageId,
            p.GroupId,
            p.HolderId,
            p.ProductId,
            p.Insurer,
            p.PayMode,
            p.EffectiveDate,
            p.EndDate,
            p.KnownOn,
            p.HesitationCancelOn,
            p.SurrenderedOn,
            p.SuspendedOn,
            p.ReinstatedOn,
            p.ClaimEndedOn,
        });
        policy.HasIndex(p => new { p.VillageId, p.Id })
            .IncludeProperties(p => new { p.GroupId, p.ProductId, p.InsuredId, p.Insurer, p.PayMode, p.IssueDate, p.HesitationCancelOn, p.KnownOn });
        policy.HasOne<Area>().WithMany().HasForeignKey(p => p.VillageId).OnDelete(DeleteBehavior.Restrict);
        policy.HasOne<Product>().WithMany().HasForeignKey(p => p.ProductId).OnDelete(DeleteBehavior.Restrict);
        policy.HasOne<Person>().WithMany().HasForeignKey(p => p.HolderId).OnDelete(DeleteBehavior.Restrict);
        policy.HasOne<Person>().WithMany().HasForeignKey(p => p.InsuredId).OnDelete(DeleteBehavior.Restrict);
        policy.HasOne<StaffMember>().WithMany().HasForeignKey(p => p.AgentId).OnDelete(DeleteBehavior.Restrict);
        policy.Property(p => p.Number).HasMaxLength(40);
        policy.Property(p => p.Insurer).HasMaxLength(20);
        policy.Property(p => p.PayMode).HasConversion<short>();
        policy.Property(p => p.GraceTerm).HasConversion<short>().HasDefaultValue(GraceTerm.SixtyDaysFromDue).HasSentinel((GraceTerm)0);
        policy.HasIndex(p => p.GroupNumber).HasFilter("group_number is not null");
        policy.Property(p => p.GroupNumber).HasMaxLength(40);
        policy.Property(p => p.School).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<GivenAdvice> advice)
    {
        advice.ToTable("policy_advices");
        advice.HasIndex(a => a.PolicyId);
        advice.HasIndex(a => a.HouseholdId);
        advice.HasOne<Policy>().WithMany().HasForeignKey(a => a.PolicyId).OnDelete(DeleteBehavior.Restrict);
        advice.HasOne<Product>().WithMany().HasForeignKey(a => a.ProductId).OnDelete(DeleteBehavior.Restrict);
        advice.HasOne<Household>().WithMany().HasForeignKey(a => a.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        advice.HasOne<StaffMember>().WithMany().HasForeignKey(a => a.RecordedById).OnDelete(DeleteBehavior.Restrict);
        advice.Property(a => a.Decision).HasConversion<short>();
    }

    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.ToTable("payments");
        payment.IsBig();
        payment.HasIndex(p => p.Number).IsUnique();
        payment.HasIndex(p => p.PolicyId);
        payment.HasIndex(p => new { p.VillageId, p.CountsOn })
            .IncludeProperties(p => new { p.GroupId, p.PolicyId, p.Kind, p.PolicyYear, p.AmountFen, p.KnownOn });
        payment.HasOne<Policy>().WithMany().HasForeignKey(p => p.PolicyId).OnDelete(DeleteBehavior.Restrict);
        payment.Property(p => p.Number).HasMaxLength(40);
        payment.Property(p => p.Kind).HasConversion<short>();
        payment.Property(p => p.Method).HasConversion<short>();
        payment.Property(p => p.PaidTo).HasConversion<short>().HasDefaultValue(Payee.Insurer).HasSentinel((Payee)0);
        payment.Property(p => p.Receipt).HasConversion<short>().HasDefaultValue(ReceiptForm.Official).HasSentinel((ReceiptForm)0);
        payment.Property(p => p.PayerName).HasMaxLength(100);
        payment.Property(p => p.AccountOwner).HasMaxLength(100);
    }
}
