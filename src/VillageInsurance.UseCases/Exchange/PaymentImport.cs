using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Policies;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>payments.csv. Amounts are never negative: the kind says in which direction the money went.</summary>
internal sealed class PaymentImport() : TableImport("payments", """
    id uuid, is_new boolean, village_id uuid, group_id uuid, number text, policy_id uuid, booked_on date, counts_on date, kind smallint, policy_year integer, amount_fen bigint, method smallint
    """,
    "payment_no", "policy_no", "booked_on", "kind", "policy_year", "amount", "method")
{
    private static readonly Target Payments = new("payments",
        "id, village_id, group_id, !number, policy_id, booked_on, counts_on, kind, policy_year, amount_fen, method, known_on=booked_on");

    protected override void Take(ImportRun run, RowReader row, Stage stage)
    {
        var number = row.Text("payment_no", 40);
        var policy = row.Known("policy_no", run.Keys.Policies, ImportExpectation.KnownPolicy);
        var (booked, kind, year) = (row.Date("booked_on"), row.OneOf("kind", ClosedLists.PaymentKinds), row.Number("policy_year", 1, 120));
        var (amount, method) = (row.Fen("amount"), row.OneOf("method", ClosedLists.Methods));
        var payment = KnownRow.Take(run.Keys.Payments, number, row, "payment_no");
        if (!row.IsSound) return;
        stage.Row(payment.IsNew).Put(payment.Id).Put(payment.IsNew).Put(policy!.VillageId).Put(policy.GroupId).Put(number).Put(policy.Id)
            .Put(booked).Put(booked < policy.IssueDate ? policy.IssueDate : booked).Put((short)kind).Put(year).Put(amount).Put((short)method);
    }

    protected override async Task<(long Added, long Changed)> MergeAsync(ImportRun run, Stage stage)
    {
        var merged = await stage.MergeAsync(Payments, run.Batch);
        // These files name no payer and no payee, so that only these two reasons can be seen. A first load is history: one task with the count for the insurer's people, who ask the agents where it is needed.
        var opened = await stage.ExecuteAsync($"""
            insert into premium_exceptions (id, village_id, group_id, payment_id, policy_id, kind, opened_on, recorded_by_id, explanation, call_note, opinion, version)
            select gen_random_uuid(), s.village_id, s.group_id, s.id, s.policy_id, k.kind, $1, $2, '', '', '', 0
            from import_stage s join policies p on p.id = s.policy_id cross join lateral (
                select {(short)PremiumExceptionKind.Cash}::smallint as kind where s.method = {(short)PaymentMethod.Cash}
                union all select {(short)PremiumExceptionKind.EarlyRenewal} where s.kind = {(short)PaymentKind.Receipt} and s.policy_year > 1
                    and s.booked_on < (p.effective_date + make_interval(years => s.policy_year - 1))::date - {PremiumCheck.EarlyDays}) k
            where p.insurer = $3
            on conflict do nothing
            """, run.Db.Operation.At.LocalDay(), run.Db.Actor.StaffId, run.OwnInsurer);
        if (opened > 0) run.Db.Add(PremiumExceptions.ToCall(run.Batch, opened, run.Db.Operation.At));
        return merged;
    }
}
