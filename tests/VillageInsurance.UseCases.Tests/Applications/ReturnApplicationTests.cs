using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Applications;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Applications;

public class ReturnApplicationTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_return_waits_in_the_senders_queue_with_the_fields_at_fault()
    {
        var submitted = await database.StoredAsync(Given.Submitted());

        await RunAs(Given.Office, submitted, "Count again", "Households", "Papers");

        var saved = await database.SeeAsync(Places.Village, db => db.Applications.Include(a => a.Rounds).SingleAsync(a => a.Id == submitted.Id));
        Assert.Equal(ApplicationStatus.Returned, saved.Status);
        Assert.Equal(["Households", "Papers"], saved.Rounds[0].Decision!.Fields);
        var item = await database.SeeAsync(Places.Village, db => db.QueueItems.SingleAsync(q => q.RecordId == submitted.Id));
        Assert.Equal((QueueKind.ApplicationReturned, Given.Official.StaffId), (item.Kind, item.StaffId));
    }

    [Fact]
    public async Task Without_a_reason_or_a_field_it_is_refused()
    {
        var submitted = await database.StoredAsync(Given.Submitted());

        await Assert.ThrowsAsync<InvalidInput>(() => RunAs(Given.Office, submitted, "", "Households"));
        await Assert.ThrowsAsync<InvalidInput>(() => RunAs(Given.Office, submitted, "Why"));
    }

    [Fact]
    public async Task An_official_of_another_village_does_not_find_it()
    {
        var submitted = await database.StoredAsync(Given.Submitted());

        await Assert.ThrowsAsync<NotFound>(() => RunAs(Someone.Who(Role.CountyOffice, Places.OtherVillage), submitted, "Why", "Households"));
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_opened()
    {
        var submitted = await database.StoredAsync(Given.Submitted());

        await Assert.ThrowsAsync<NotPermitted>(() => RunAs(Given.Agent, submitted, "Why", "Households"));
    }

    [Fact]
    public async Task From_a_stale_page_it_is_refused()
    {
        var seen = await database.StoredAsync(Given.Submitted());
        await RunAs(Given.Office, seen, "First", "Households");

        await Assert.ThrowsAsync<ChangedMeanwhile>(() => RunAs(Given.Office, seen, "Second", "Households"));
    }

    private Task RunAs(Actor actor, SiteApplication seen, string opinion, params string[] fields) =>
        new ReturnApplication(database.GateFor(actor), TimeProvider.System).RunAsync(new(seen.Id, seen.Version, opinion, fields));
}
