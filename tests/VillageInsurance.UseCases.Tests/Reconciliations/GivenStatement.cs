using System.Text;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Reconciliations;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Reconciliations;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Reconciliations;

/// <summary>Statements of a bank or the insurer, brought and compared.</summary>
internal static class GivenStatement
{
    private static int _last;

    /// <summary>A period of its own for each test, so that what one records is not missed by another: days before the day of the other tests.</summary>
    public static DateOnly NextDay() => GivenHousehold.Today.AddDays(-Interlocked.Increment(ref _last));

    public static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes("收据号,保单号,入账日期,金额,交款人\n" + string.Join('\n', rows) + "\n");

    public static Task<BringStatement.View> BringAsync(this TestDatabase database, Actor insurer, IFileStore store, DateOnly day, byte[] content, Guid? id = null) =>
        new BringStatement(database.GateFor(insurer, GivenHousehold.Clock()), Imports.Vault, store, GivenHousehold.Clock()).RunAsync(new(id ?? Guid.CreateVersion7(), "bank.csv", day, day, content));

    public static async Task<Guid> ComparedAsync(this TestDatabase database, Actor insurer, IFileStore store, DateOnly day, byte[] content)
    {
        var run = (await database.BringAsync(insurer, store, day, content)).Id;
        await new CompareStatement(database.GateFor(insurer, GivenHousehold.Clock()), Imports.Vault, store, GivenHousehold.Clock()).RunAsync(new(run));
        return run;
    }

    public static Task<ReconciliationDetail.View> SeenAsync(this TestDatabase database, Actor insurer, Guid run, ReconciliationVerdict? verdict = null, bool open = false, int after = 0) =>
        new ReconciliationDetail(database.GateFor(insurer, GivenHousehold.Clock()), Imports.Vault).RunAsync(new(run, verdict, open, after), CancellationToken.None);
}
