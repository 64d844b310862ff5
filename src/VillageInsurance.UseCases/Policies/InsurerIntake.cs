using Microsoft.EntityFrameworkCore;
using Npgsql;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Policies;

/// <summary>Takes what the insurer tells of policies and payments, a single row as well as a whole list: finds by whole sets whom and what the rows name, lets the rules decide on each, and writes
/// what holds in the transaction of the operation. The same rows again, in any order and from several sides at once, leave the register the same: policies go by their number, payments by their receipt's.</summary>
/// <param name="batch">The list or delivery that the rows name as their source.</param>
internal sealed class InsurerIntake(AppDb db, Vault vault, Guid batch, DateOnly today)
{
    /// <summary>What was written so far, for an audit that names each record.</summary>
    public List<(string Record, Guid Id, bool IsNew)> Written { get; } = [];

    private NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    /// <summary>Policies. What asks or is refused is not written; "store" false only says what would become of them.</summary>
    public async Task<IReadOnlyList<RowResult>> PoliciesAsync(IReadOnlyList<PolicyRow> rows, bool store = true)
    {
        if (store) await LockAsync();
        var own = (await db.SchemeOfAsync(today.Year)).Rules.Policies.OwnInsurer;
        var decisions = new PolicyDecisions(await PolicyLookups.LoadAsync(db, vault, rows), own, rows);
        var results = decisions.Decide();
        if (!store) return results;
        await PolicyStage.WriteAsync(Connection, batch, decisions.ToWrite);
        Written.AddRange(decisions.ToWrite.Select(p => (nameof(Policy), p.Id, p.IsNew)));
        return results;
    }

    /// <summary>Payments, after the policies that they name. What the rule of no cash asks about is opened beside them.</summary>
    public async Task<IReadOnlyList<RowResult>> PaymentsAsync(IReadOnlyList<PaymentRow> rows, bool store = true)
    {
        if (store) await LockAsync();
        var decisions = new PaymentDecisions(await PaymentLookups.LoadAsync(db, rows));
        var results = decisions.Decide(rows);
        if (!store) return results;
        await PaymentStage.WriteAsync(Connection, batch, decisions.ToWrite);
        Written.AddRange(decisions.ToWrite.Select(p => (nameof(Payment), p.Id, p.IsNew)));
        var own = (await db.SchemeOfAsync(today.Year)).Rules.Policies.OwnInsurer;
        await PremiumExceptions.OpenAsync(db, [.. decisions.ToWrite.Where(p => p.Terms.Policy.Insurer == own).Select(p => p.Terms.AsRecorded(p.Id))], batch);
        return results;
    }

    // Two deliveries at once wait for each other, so that neither adds what the other is adding.
    private Task<int> LockAsync() => db.LockAsync("the insurer's rows");
}
