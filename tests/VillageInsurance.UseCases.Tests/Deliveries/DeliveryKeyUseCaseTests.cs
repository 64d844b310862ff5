using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Deliveries;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Deliveries;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.CallBacks;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Deliveries;

public class DeliveryKeyUseCaseTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FakeTimeProvider _clock = GivenHousehold.Clock();

    [Fact]
    public async Task A_key_opens_what_it_is_for_until_it_ends()
    {
        var admin = await database.GivenActorAsync(Role.SecurityAdministrator);
        var (id, token) = await CreateAsync(admin, DeliveryKinds.Policies);

        var system = await FindAsync(token);
        Assert.Equal([Permission.DeliverPolicies], system!.Permissions);
        Assert.Null(await FindAsync(token[..^1] + (token[^1] == 'A' ? 'B' : 'A')));
        var row = (await ListAsync(admin)).Single(k => k.Id == id);
        Assert.Equal(("Core", true, null), (row.Name, row.Holds, row.LastUsedAt));
        await new EndDeliveryKey(database.GateFor(admin, _clock), _clock).RunAsync(new(id, row.Version));
        Assert.Null(await FindAsync(token));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => new EndDeliveryKey(database.GateFor(admin, _clock), _clock).RunAsync(new(id, row.Version)));
    }

    [Fact]
    public async Task After_its_last_day_it_opens_nothing_and_the_secret_is_kept_nowhere()
    {
        var admin = await database.GivenActorAsync(Role.SecurityAdministrator);
        var (id, token) = await CreateAsync(admin, DeliveryKinds.All);

        var key = await database.SeeAsync(Places.Village, db => db.DeliveryKeys.AsNoTracking().SingleAsync(k => k.Id == id));
        Assert.True(DeliverySecret.Read(token)!.Matches(key.SecretHash));
        Assert.DoesNotContain(token.Split('_')[2], string.Join(' ', await database.SeeAsync(Places.Village, db => db.AuditChanges.Where(c => c.RecordId == id).Select(c => c.Values).ToListAsync())), StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromDays(31));
        Assert.Null(await FindAsync(token));
    }

    [Fact]
    public async Task Only_the_security_administrator_makes_and_ends_keys()
    {
        foreach (var stranger in new[] { Someone.InTheCounty(Role.InsurerReviewer), Someone.InTheCounty(Role.CountyOffice), Someone.InTheCounty(Role.SystemAdministrator) })
        {
            await Assert.ThrowsAsync<NotPermitted>(() => CreateAsync(stranger, DeliveryKinds.All));
            await Assert.ThrowsAsync<NotPermitted>(() => ListAsync(stranger));
            await Assert.ThrowsAsync<NotPermitted>(() => new EndDeliveryKey(database.GateFor(stranger, _clock), _clock).RunAsync(new(Guid.NewGuid(), 0)));
        }
    }

    [Fact]
    public async Task Nobody_delivers_by_a_role_and_a_delivery_is_small_and_numbered()
    {
        var (_, token) = await CreateAsync(await database.GivenActorAsync(Role.SecurityAdministrator), DeliveryKinds.Policies);
        var system = (await FindAsync(token))!;

        await Assert.ThrowsAsync<NotPermitted>(() => PoliciesAsync(Someone.InTheCounty(Role.InsurerReviewer), new PolicyRow(0) { Number = "B1" }));
        await Assert.ThrowsAsync<NotPermitted>(() => PremiumsAsync(system, new PaymentRow(0) { Number = "F1" }));
        await Assert.ThrowsAsync<InvalidInput>(() => PoliciesAsync(system));
        await Assert.ThrowsAsync<InvalidInput>(() => PoliciesAsync(system, new PolicyRow(0)));
        await Assert.ThrowsAsync<InvalidInput>(() => PoliciesAsync(system, [.. Enumerable.Range(0, 101).Select(i => new PolicyRow(i) { Number = $"B{i}" })]));
        var refused = Assert.Single(await PoliciesAsync(system, new PolicyRow(0) { Number = "B1", Product = "none" }));
        Assert.Equal(RowOutcome.Refused, refused.Outcome);
    }

    [Fact]
    public async Task Each_record_that_a_delivery_writes_stands_in_the_audit()
    {
        var agent = await database.GivenReadyAgentAsync();
        var (policy, _) = await database.GivenSoldAsync(agent, Staffing.Today.AddDays(-2));
        var (_, token) = await CreateAsync(await database.GivenActorAsync(Role.SecurityAdministrator), DeliveryKinds.All);
        var system = (await FindAsync(token))!;

        Assert.Equal(RowOutcome.Changed, Assert.Single(await PoliciesAsync(system, new PolicyRow(0) { Number = policy.Number, PremiumFen = 70_000 })).Outcome);
        Assert.Equal(RowOutcome.Unchanged, Assert.Single(await PoliciesAsync(system, new PolicyRow(0) { Number = policy.Number, PremiumFen = 70_000 })).Outcome);
        var events = await database.SeeAsync(Places.Village, db => (from c in db.AuditChanges where c.RecordId == policy.Id join e in db.AuditEvents on c.EventId equals e.Id where e.StaffId == system.StaffId select c.Change).ToListAsync());
        Assert.Equal(["Modified"], events);
    }

    private async Task<(Guid Id, string Token)> CreateAsync(Actor actor, DeliveryKinds kinds)
    {
        var id = Guid.CreateVersion7();
        return (id, await new CreateDeliveryKey(database.GateFor(actor, _clock), _clock).RunAsync(new(id, "Core", kinds, Staffing.Today.AddDays(30))));
    }

    private Task<Actor?> FindAsync(string token) => new DeliveryKeyReader(new DbContextOptionsBuilder<AppDb>(ConnectionSettings.OptionsFor(database.ConnectionString)).Options, _clock).FindAsync(token, default);

    private Task<IReadOnlyList<DeliveryKeyList.Row>> ListAsync(Actor actor) => new DeliveryKeyList(database.GateFor(actor, _clock), _clock).RunAsync(default);

    private Task<IReadOnlyList<DeliveredRow>> PoliciesAsync(Actor actor, params PolicyRow[] rows) => new DeliverPolicies(database.GateFor(actor, _clock), Imports.Vault, _clock).RunAsync(new(rows));

    private Task<IReadOnlyList<DeliveredRow>> PremiumsAsync(Actor actor, params PaymentRow[] rows) => new DeliverPremiums(database.GateFor(actor, _clock), Imports.Vault, _clock).RunAsync(new(rows));
}
