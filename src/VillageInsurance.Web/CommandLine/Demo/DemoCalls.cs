using VillageInsurance.Domain.Complaints;
using VillageInsurance.UseCases.CallBacks;
using VillageInsurance.UseCases.Complaints;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Web.CommandLine.Demo;

/// <summary>A complaint that the supervisor took in, and holders of renewed policies drawn for a call-back.</summary>
internal static class DemoCalls
{
    // The demo's premiums are of this year; the same draw each time.
    private static readonly (DateOnly From, DateOnly To, Guid Seed) Draw = (new(2025, 1, 1), new(2025, 12, 31), new("00000000-0000-7000-8000-000000002025"));

    public static async Task CreateAsync(IServiceProvider services, Guid village, IReadOnlyDictionary<string, Guid> staff)
    {
        var (actor, words, today) = (services.GetRequiredService<CommandLineActor>(), DemoWords.Read(), services.GetRequiredService<TimeProvider>().Today());
        actor.InNameOf = staff["supervisor"];
        await services.GetRequiredService<TakeInComplaint>().RunAsync(new(Guid.CreateVersion7(), village, ComplaintChannel.Supervisor, ComplaintKind.SoldAsDeposit, words["complaint.facts"], today.AddDays(-2), words["complaint.name"], null, null, null));
        actor.InNameOf = staff["insurer"];
        await services.GetRequiredService<SampleRenewals>().RunAsync(new(Draw.Seed, Draw.From, Draw.To, 5));
        actor.InNameOf = null;
    }
}
