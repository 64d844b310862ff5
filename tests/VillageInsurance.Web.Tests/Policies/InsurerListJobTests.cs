using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Tests.Shared;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Tests.Policies;

public sealed class InsurerListJobTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Run_twice_the_check_has_one_effect_and_tells_who_asked()
    {
        var (id, insurer) = await GivenAnUploadAsync();

        await RunAsync(id, insurer);
        await RunAsync(id, insurer);

        Assert.Equal(JobState.Succeeded, (await AsAsync(insurer, services => services.GetRequiredService<InsurerListJobDetail>().RunAsync(id, default))).State);
        Assert.Equal(1, await site.Database.SeeAsync(Places.Village, db => db.QueueItems.CountAsync(q => q.RecordId == id)));
        var list = await AsAsync(insurer, services => services.GetRequiredService<InsurerListDetail>().RunAsync(new(id), default));
        Assert.Equal((InsurerListState.Ready, 1), (list.State, list.Counts.Refused));
    }

    [Fact]
    public async Task Whose_right_was_withdrawn_meanwhile_gets_an_answer_and_nothing_is_read()
    {
        var (id, insurer) = await GivenAnUploadAsync();
        var security = Someone.WhoMayDoAnythingIn(Places.Village);
        await site.Database.GateFor(security).ChangeAsync(Permission.ManageGrants, async db => (await db.RoleGrants.SingleAsync(g => g.StaffId == insurer)).End(security, new(2026, 3, 1)));

        await RunAsync(id, insurer);

        Assert.Equal((JobState.Refused, "Refusal.NotPermitted"), await site.Database.SeeAsync(Places.Village, db => db.JobRequests.Where(j => j.Id == id).Select(j => new ValueTuple<JobState, string>(j.State, j.Reason!)).SingleAsync()));
    }

    private async Task<(Guid Id, Guid Insurer)> GivenAnUploadAsync()
    {
        var (id, insurer) = (Guid.CreateVersion7(), (await site.GivenAsync(Role.InsurerReviewer)).StaffId);
        var content = Encoding.UTF8.GetBytes($"保单号,被保险人,证件号码,险种,承保日期,交费方式,保费\n{id:N},岩温,11010519491231002X,P01,2026-01-01,年交,600.00\n");
        await AsAsync(insurer, services => services.GetRequiredService<UploadInsurerList>().RunAsync(new(id, "a.csv", content)));
        return (id, insurer);
    }

    private Task<bool> RunAsync(Guid id, Guid staff) => AsAsync(null, async services =>
    {
        await services.GetRequiredService<InsurerListJob>().RunAsync(id, staff);
        return true;
    });

    private async Task<T> AsAsync<T>(Guid? staff, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        if (staff is { } person) await scope.ServiceProvider.GetRequiredService<JobIdentity>().TakeAsync(person, scope.ServiceProvider.GetRequiredService<ActorLoader>());
        return await work(scope.ServiceProvider);
    }
}
