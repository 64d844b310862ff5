using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using VillageInsurance.Domain.CallBacks;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.CallBacks;

internal sealed class CallBackMapping : IEntityTypeConfiguration<CallBack>
{
    public void Configure(EntityTypeBuilder<CallBack> callBack)
    {
        callBack.ToTable("call_backs");
        callBack.HasIndex(c => new { c.PolicyId, c.Kind, c.Due }).IsUnique();
        callBack.HasIndex(c => new { c.DoneOn, c.Due, c.Id });
        callBack.HasOne<Policy>().WithMany().HasForeignKey(c => c.PolicyId).OnDelete(DeleteBehavior.Restrict);
        callBack.Property(c => c.Kind).HasConversion<short>();
        callBack.Property(c => c.Missed).HasJson();
        callBack.Property(c => c.Answers).HasJson();
        callBack.Property(c => c.VoiceReference).HasMaxLength(100);
        callBack.Property(c => c.Note).HasMaxLength(2000);
        callBack.Ignore(c => c.HasProblem);
    }
}
