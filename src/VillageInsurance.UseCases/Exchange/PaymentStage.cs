using Npgsql;
using VillageInsurance.UseCases.Policies;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>Brings the insurer's payments into the register by whole sets.</summary>
internal static class PaymentStage
{
    private static readonly Target Payments = new("payments",
        "id, village_id, group_id, !number, policy_id, booked_on, counts_on, kind, policy_year, amount_fen, method, payer_name, account_owner, paid_to, receipt, known_on=booked_on");

    public static async Task WriteAsync(NpgsqlConnection connection, Guid batch, IReadOnlyCollection<PaymentToWrite> payments)
    {
        if (payments.Count == 0) return;
        await using var stage = new Stage(connection, """
            id uuid, is_new boolean, village_id uuid, group_id uuid, number text, policy_id uuid, booked_on date, counts_on date, kind smallint, policy_year integer, amount_fen bigint, method smallint,
            payer_name text, account_owner text, paid_to smallint, receipt smallint
            """);
        await stage.BeginAsync();
        foreach (var (id, isNew, t) in payments)
            stage.Row(isNew).Put(id).Put(isNew).Put(t.Policy.VillageId).Put(t.Policy.GroupId).Put(t.Number).Put(t.Policy.Id).Put(t.BookedOn).Put(t.BookedOn < t.Policy.IssuedOn ? t.Policy.IssuedOn : t.BookedOn)
                .Put((short)t.Kind).Put(t.PolicyYear).Put(t.AmountFen).Put((short)t.Method).Put(t.PayerName).Put(t.AccountOwner).Put((short)t.PaidTo).Put((short)t.Receipt);
        await stage.CompleteAsync();
        await stage.MergeAsync(Payments, batch);
    }
}
