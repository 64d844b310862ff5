using Hangfire;
using VillageInsurance.UseCases.CallBacks;
using VillageInsurance.UseCases.Claims;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.Web.Work;

/// <summary>What happens by itself every day, six in the morning by the county's clock: sites go on into a new year, last days are reminded of, claims are picked for a look, new policies are to be asked about, and the files of ended rosters are deleted. May run twice.</summary>
[AutomaticRetry(Attempts = 2)]
internal sealed class DailyJob(JobIdentity identity, ContinueCycles continues, RemindOfDeadlines remind, RemindOfClaims claims, PickClaims picks, OpenCallBacks callBacks, SweepRosters rosters, TimeProvider clock)
{
    public async Task RunAsync()
    {
        identity.TakeProgram(clock.Today());
        await continues.RunAsync();
        await remind.RunAsync();
        await claims.RunAsync();
        await picks.RunAsync();
        await callBacks.RunAsync();
        await rosters.RunAsync();
    }
}
