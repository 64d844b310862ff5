using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Tests.Shared;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Tests.Households;

public sealed class ExportJobTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Run_twice_it_has_one_effect_and_heads_in_the_language_of_the_page()
    {
        var (id, agent) = await GivenAskedAsync();

        await RunAsync(id, agent);
        await RunAsync(id, agent);

        using var file = (await AsAsync(agent, services => services.GetRequiredService<OpenLongExport>().RunAsync(new(id)))).File;
        Assert.Equal("户号,村,组,户主", string.Join(',', (await new StreamReader(file).ReadLineAsync())!.Split(',').Take(4).Select(c => c.Trim('"'))));
        Assert.Equal(1, await site.Database.SeeAsync(Places.Village, db => db.QueueItems.CountAsync(q => q.RecordId == id)));
    }

    [Fact]
    public async Task Whose_right_was_withdrawn_meanwhile_gets_an_answer_and_no_file()
    {
        var (id, agent) = await GivenAskedAsync();
        var security = Someone.WhoMayDoAnythingIn(Places.Village);
        await site.Database.GateFor(security).ChangeAsync(Permission.ManageGrants, async db => (await db.RoleGrants.SingleAsync(g => g.StaffId == agent)).End(security, new(2026, 3, 1)));

        await RunAsync(id, agent);

        var job = await site.Database.SeeAsync(Places.Village, db => db.JobRequests.Where(j => j.Id == id).Select(j => new { j.State, j.Reason, j.Result }).SingleAsync());
        Assert.Equal((JobState.Refused, "Refusal.NotPermitted", null), (job.State, job.Reason, job.Result));
    }

    private async Task<(Guid Id, Guid Agent)> GivenAskedAsync()
    {
        var (id, agent) = (Guid.CreateVersion7(), (await site.GivenAsync(Role.ResidentAgent)).StaffId);
        await AsAsync(agent, services => services.GetRequiredService<BeginLongExport>().RunAsync(new(id, new(ExportKind.List, SheetForm.Csv, Places.Village, null, null, false, false, "own copy"), "zh-CN")));
        return (id, agent);
    }

    private Task<bool> RunAsync(Guid id, Guid staff) => AsAsync(null, async services =>
    {
        await services.GetRequiredService<ExportJob>().RunAsync(id, staff);
        return true;
    });

    private async Task<T> AsAsync<T>(Guid? staff, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        if (staff is { } person) await scope.ServiceProvider.GetRequiredService<JobIdentity>().TakeAsync(person, scope.ServiceProvider.GetRequiredService<ActorLoader>());
        return await work(scope.ServiceProvider);
    }
}
