using Hangfire;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.Web.Work;

/// <summary>What happens by itself every day, six in the morning by the county's clock: sites go on into a new year, and last days are reminded of. May run twice.</summary>
[AutomaticRetry(Attempts = 2)]
internal sealed class DailyJob(JobIdentity identity, ContinueCycles continues, RemindOfDeadlines remind, TimeProvider clock)
{
    public async Task RunAsync()
    {
        identity.TakeProgram(clock.Today());
        await continues.RunAsync();
        await remind.RunAsync();
    }
}
