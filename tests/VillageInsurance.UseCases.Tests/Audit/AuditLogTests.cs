using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Applications;
using VillageInsurance.UseCases.Audit;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Tests.Applications;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Audit;

public class AuditLogTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);

    private readonly Actor _auditor = Someone.InTheCounty(Role.Auditor);

    [Fact]
    public async Task It_is_filtered_by_record_person_result_and_day()
    {
        var draft = await database.StoredAsync(Given.Draft());
        var save = new SaveApplication(database.GateFor(Given.Official, new FakeTimeProvider(Noon)));
        await save.RunAsync(new(draft.Id, draft.Version, Given.Form with { People = 1234 }));
        await Assert.ThrowsAsync<ChangedMeanwhile>(() => save.RunAsync(new(draft.Id, draft.Version, Given.Form)));

        Assert.Equal(2, (await ReadAsync(new(RecordId: draft.Id))).Count);
        Assert.Single(await ReadAsync(new(RecordId: draft.Id, From: new(2026, 3, 1), To: new(2026, 3, 1))));
        Assert.Empty(await ReadAsync(new(RecordId: draft.Id, To: new(2026, 2, 28))));
        Assert.Empty(await ReadAsync(new(Person: "Nobody of that name")));
        var refused = Assert.Single(await ReadAsync(new(From: new(2026, 3, 1), To: new(2026, 3, 1), Result: AuditResult.Refused)));
        Assert.Equal(("Refusal.ChangedMeanwhile", nameof(Role.TownshipOfficial)), (refused.Reason, refused.Roles));
    }

    [Fact]
    public async Task Who_reads_it_is_recorded_too()
    {
        await ReadAsync(new());

        Assert.Contains(await ReadAsync(new()), e => e.Permission == Permission.ViewAudit && e.Result == AuditResult.Done);
    }

    [Theory]
    [MemberData(nameof(EveryoneElse))]
    public async Task Nobody_but_the_auditor_reads_it(Role role) =>
        await Assert.ThrowsAsync<NotPermitted>(() => new AuditLog(database.GateFor(Someone.InTheCounty(role))).RunAsync(new()));

    public static TheoryData<Role> EveryoneElse() => [.. Enum.GetValues<Role>().Where(r => r != Role.Auditor)];

    private async Task<IReadOnlyList<AuditLog.Row>> ReadAsync(AuditLog.Filter filter) => (await new AuditLog(database.GateFor(_auditor)).RunAsync(filter)).Rows;
}
