using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Rosters;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Tests.Shared;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Tests.Rosters;

public sealed class RosterJobTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Run_twice_the_check_has_one_effect_and_tells_who_asked()
    {
        var (id, office) = await GivenAnUploadAsync();

        await RunAsync(id, office);
        await RunAsync(id, office);

        var job = await AsAsync(office, services => services.GetRequiredService<RosterJobDetail>().RunAsync(id, default));
        Assert.Equal((JobState.Succeeded, RosterAct.Check, 1), (job.State, job.Task.Act, job.Rows));
        Assert.Equal(1, await QueuedFor(id));
        Assert.Equal(RosterState.Ready, (await AsAsync(office, services => services.GetRequiredService<RosterDetail>().RunAsync(id, default))).State);
    }

    [Fact]
    public async Task Whose_right_was_withdrawn_meanwhile_gets_an_answer_and_nothing_is_checked()
    {
        var (id, office) = await GivenAnUploadAsync();
        var security = Someone.WhoMayDoAnythingIn(Places.Village);
        await site.Database.GateFor(security).ChangeAsync(Permission.ManageGrants, async db => (await db.RoleGrants.SingleAsync(g => g.StaffId == office)).End(security, new(2026, 3, 1)));

        await RunAsync(id, office);

        var (state, reason, roster) = await site.Database.SeeAsync(Places.Village, async db =>
        {
            var job = await db.JobRequests.SingleAsync(j => j.Id == id);
            return (job.State, job.Reason, (await db.RosterBatches.SingleAsync(b => b.Id == id)).State);
        });
        Assert.Equal((JobState.Refused, "Refusal.NotPermitted", RosterState.Refused), (state, reason, roster));
    }

    [Fact]
    public async Task A_job_ends_once()
    {
        var (id, office) = await GivenAnUploadAsync();
        await AsAsync(office, async services =>
        {
            await services.GetRequiredService<EndRosterJob>().RunAsync(new(id, JobState.Failed, null));
            await Assert.ThrowsAsync<Domain.Shared.RuleBroken>(() => services.GetRequiredService<EndRosterJob>().RunAsync(new(id, JobState.Succeeded, null)));
            return true;
        });
    }

    private async Task<(Guid Id, Guid Office)> GivenAnUploadAsync()
    {
        var (id, office) = (Guid.CreateVersion7(), (await site.GivenAsync(Role.CountyOffice)).StaffId);
        var content = Encoding.UTF8.GetBytes($"户号,姓名,身份证号,与户主关系\n{id:N},岩温,{GivenHousehold.IdNumber(1980)},户主\n");
        var day = new DateOnly(2026, 1, 1);
        await AsAsync(office, services => services.GetRequiredService<UploadRoster>().RunAsync(new(id, Places.Village, "a.csv", "list", "told", day, day, content)));
        return (id, office);
    }

    private Task<bool> RunAsync(Guid id, Guid staff) => AsAsync(null, async services =>
    {
        await services.GetRequiredService<RosterJob>().RunAsync(id, staff);
        return true;
    });

    private async Task<T> AsAsync<T>(Guid? staff, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        if (staff is { } person) await scope.ServiceProvider.GetRequiredService<JobIdentity>().TakeAsync(person, scope.ServiceProvider.GetRequiredService<ActorLoader>());
        return await work(scope.ServiceProvider);
    }

    private Task<int> QueuedFor(Guid roster) => site.Database.SeeAsync(Places.Village, db => db.QueueItems.CountAsync(q => q.RecordId == roster));
}
