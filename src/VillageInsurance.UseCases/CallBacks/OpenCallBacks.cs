using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.CallBacks;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.CallBacks;

/// <summary>Opens a call-back for each new own policy over one year. Run every day; what is older than thirty days is left to the samples.</summary>
public sealed class OpenCallBacks(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Days back to which a new policy is still asked about, so that an old list brings no thousand calls.</summary>
    public const int DaysBack = 30;

    /// <summary>Opens them, and says how many.</summary>
    public Task<int> RunAsync() => gate.ChangeAsync(Permission.ManageProgramme, async db =>
    {
        await db.LockAsync("call-backs");
        var (today, from) = (clock.Today(), clock.Today().AddDays(-DaysBack));
        var own = (await db.SchemeOfAsync(today.Year)).Rules.Policies.OwnInsurer;
        var policies = await db.Policies.AsNoTracking()
            .Where(p => p.IssueDate >= from && p.IssueDate <= today && p.Insurer == own && p.HesitationCancelOn == null
                && db.Products.Any(x => x.Id == p.ProductId && x.LongTerm)
                && !db.CallBacks.Any(c => c.PolicyId == p.Id && c.Kind == CallBackKind.NewPolicy)).ToListAsync();
        foreach (var policy in policies) db.Add(CallBack.OfNewPolicy(Guid.CreateVersion7(), policy));
        return policies.Count;
    });
}
