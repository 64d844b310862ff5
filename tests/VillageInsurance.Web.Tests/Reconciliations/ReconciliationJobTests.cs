using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Reconciliations;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Reconciliations;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Tests.Shared;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Tests.Reconciliations;

public sealed class ReconciliationJobTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Run_twice_the_comparison_has_one_effect_and_tells_who_asked()
    {
        var (id, insurer) = await GivenAStatementAsync();

        await RunAsync(id, insurer);
        await RunAsync(id, insurer);

        Assert.Equal(1, await site.Database.SeeAsync(Places.Village, db => db.QueueItems.CountAsync(q => q.RecordId == id && q.Kind == QueueKind.ReconciliationReady)));
        var run = await AsAsync(insurer, services => services.GetRequiredService<ReconciliationDetail>().RunAsync(new(id), default));
        Assert.Equal((ReconciliationState.Open, 1), (run.State, run.Counts.MissingHere));
    }

    [Fact]
    public async Task Whose_right_was_withdrawn_meanwhile_gets_an_answer_and_nothing_is_compared()
    {
        var (id, insurer) = await GivenAStatementAsync();
        var security = Someone.WhoMayDoAnythingIn(Places.Village);
        await site.Database.GateFor(security).ChangeAsync(Permission.ManageGrants, async db => (await db.RoleGrants.SingleAsync(g => g.StaffId == insurer)).End(security, new(2026, 3, 1)));

        await RunAsync(id, insurer);

        Assert.Equal((JobState.Refused, "Refusal.NotPermitted", ReconciliationState.Refused), await site.Database.SeeAsync(Places.Village, async db =>
            (await db.JobRequests.Where(j => j.Id == id).Select(j => j.State).SingleAsync(), await db.JobRequests.Where(j => j.Id == id).Select(j => j.Reason!).SingleAsync(), await db.Reconciliations.Where(r => r.Id == id).Select(r => r.State).SingleAsync())));
    }

    private async Task<(Guid Id, Guid Insurer)> GivenAStatementAsync()
    {
        var (id, insurer) = (Guid.CreateVersion7(), (await site.GivenAsync(Role.InsurerReviewer)).StaffId);
        var content = Encoding.UTF8.GetBytes($"收据号,保单号,入账日期,金额\n{id:N},P1,2026-01-05,600.00\n");
        await AsAsync(insurer, services => services.GetRequiredService<BringStatement>().RunAsync(new(id, "a.csv", new(2026, 1, 1), new(2026, 1, 31), content)));
        return (id, insurer);
    }

    private Task<bool> RunAsync(Guid id, Guid staff) => AsAsync(null, async services =>
    {
        await services.GetRequiredService<ReconciliationJob>().RunAsync(id, staff);
        return true;
    });

    private async Task<T> AsAsync<T>(Guid? staff, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        if (staff is { } person) await scope.ServiceProvider.GetRequiredService<JobIdentity>().TakeAsync(person, scope.ServiceProvider.GetRequiredService<ActorLoader>());
        return await work(scope.ServiceProvider);
    }
}
