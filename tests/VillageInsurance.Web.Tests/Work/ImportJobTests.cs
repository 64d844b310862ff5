using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Tests.Shared;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Tests.Work;

public sealed class ImportJobTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Run_twice_it_has_one_effect()
    {
        var (id, office, path) = await GivenARequestAsync();

        await RunAsync(id, office);
        await RunAsync(id, office);

        Assert.Equal((JobState.Succeeded, ImportOutcome.Stored), await OutcomeAsync(id, office));
        Assert.Equal((1, 1), (await BatchesOf(office), await QueuedFor(id)));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Cut_off_after_it_stored_it_ends_without_storing_again()
    {
        var (id, office, path) = await GivenARequestAsync();
        await AsAsync(office, services => services.GetRequiredService<ImportCounty>().RunAsync(InputFor(path)));

        await RunAsync(id, office);

        Assert.Equal((JobState.Succeeded, ImportOutcome.AlreadyStored), await OutcomeAsync(id, office));
        Assert.Equal((1, 1), (await BatchesOf(office), await QueuedFor(id)));
    }

    [Fact]
    public async Task While_another_import_runs_it_ends_nothing_and_is_taken_up_later()
    {
        var (id, office, path) = await GivenARequestAsync();
        var otherFiles = Files();

        await AsAsync(office, services => services.GetRequiredService<ImportCounty>().RunAsync(InputFor(otherFiles), async _ => await RunAsync(id, office)));
        Assert.Equal((JobState.Running, null), await OutcomeAsync(id, office));
        Assert.True(File.Exists(path));
        await RunAsync(id, office);

        Assert.Equal((JobState.Succeeded, ImportOutcome.Stored), await OutcomeAsync(id, office));
        Assert.Equal((2, 1), (await BatchesOf(office), await QueuedFor(id)));
    }

    [Fact]
    public async Task Whose_right_was_withdrawn_meanwhile_gets_an_answer_and_nothing_is_stored()
    {
        var (id, office, path) = await GivenARequestAsync();
        var security = Someone.WhoMayDoAnythingIn(Places.Village);
        await site.Database.GateFor(security).ChangeAsync(Permission.ManageGrants, async db =>
            (await db.RoleGrants.SingleAsync(g => g.StaffId == office)).End(security, new(2026, 3, 1)));

        await RunAsync(id, office);

        var job = await site.Database.SeeAsync(Places.Village, db => db.JobRequests.SingleAsync(j => j.Id == id));
        Assert.Equal((JobState.Refused, "Refusal.NotPermitted"), (job.State, job.Reason));
        Assert.Equal((0, 1), (await BatchesOf(office), await QueuedFor(id)));
        Assert.False(File.Exists(path));
    }

    private static string Files()
    {
        var (county, path) = (new CountyFiles(), Path.Combine(Directory.CreateTempSubdirectory("staging").FullName, "county.zip"));
        county.Resident(county.Household());
        System.IO.Compression.ZipFile.CreateFromDirectory(county.Write(), path);
        return path;
    }

    private static ImportCounty.Input InputFor(string path) => new(path, "register", "scheme", new(2025, 1, 1));

    private async Task<(Guid Id, Guid Office, string Path)> GivenARequestAsync()
    {
        var (id, office, path) = (Guid.CreateVersion7(), (await site.GivenAsync(Role.CountyOffice)).StaffId, Files());
        await AsAsync(office, async services =>
        {
            await services.GetRequiredService<RequestImport>().RunAsync(new(id, InputFor(path)));
            return true;
        });
        return (id, office, path);
    }

    private Task<bool> RunAsync(Guid id, Guid staff) => AsAsync(null, async services =>
    {
        await services.GetRequiredService<ImportJob>().RunAsync(id, staff);
        return true;
    });

    private async Task<T> AsAsync<T>(Guid? staff, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = site.Services.CreateAsyncScope();
        if (staff is { } person) await scope.ServiceProvider.GetRequiredService<JobIdentity>().TakeAsync(person, scope.ServiceProvider.GetRequiredService<ActorLoader>());
        return await work(scope.ServiceProvider);
    }

    private Task<(JobState, ImportOutcome?)> OutcomeAsync(Guid id, Guid staff) => AsAsync(staff, async services =>
    {
        var job = await services.GetRequiredService<UseCases.Work.JobDetail>().RunAsync(id, CancellationToken.None);
        return (job.State, job.Result?.Outcome);
    });

    private Task<int> BatchesOf(Guid staff) => site.Database.SeeAsync(Places.Village, db => db.ImportBatches.CountAsync(b => b.StaffId == staff));

    private Task<int> QueuedFor(Guid job) => site.Database.SeeAsync(Places.Village, db => db.QueueItems.CountAsync(q => q.RecordId == job));
}
