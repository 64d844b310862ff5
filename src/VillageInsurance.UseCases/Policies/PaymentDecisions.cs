using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Policies;

/// <summary>Decides on each row of a delivery of payments: which policy it is of, whether its receipt was booked before, and whether it gives back more than was received.</summary>
internal sealed class PaymentDecisions(PaymentLookups known)
{
    private readonly Dictionary<string, PaymentToWrite?> _seen = [];
    private readonly Dictionary<Guid, PremiumAccount> _accounts = [];

    /// <summary>What is new or different, to be written.</summary>
    public IReadOnlyList<PaymentToWrite> ToWrite => [.. _seen.Values.OfType<PaymentToWrite>()];

    public static bool IsRefund(PaymentKind? kind) => kind is PaymentKind.RefundError or PaymentKind.RefundPremium or PaymentKind.RefundHesitation;

    /// <summary>Decides, and answers in the order of the rows. What was received goes before what was given back, so that theirs makes no difference.</summary>
    public IReadOnlyList<RowResult> Decide(IReadOnlyList<PaymentRow> rows)
    {
        var twice = rows.Where(r => r.Number is not null).GroupBy(r => r.Number!).Where(g => g.Any(r => r with { Row = 0 } != g.First() with { Row = 0 })).Select(g => g.Key).ToHashSet();
        var results = new RowResult[rows.Count];
        foreach (var (at, row) in rows.Index().OrderBy(r => IsRefund(r.Item.Kind)).ThenBy(r => r.Item.BookedOn).ThenBy(r => r.Item.Number, StringComparer.Ordinal))
            results[at] = row.Number is { } number && twice.Contains(number) ? RowResult.Refuse(row.Row, RosterField.PaymentNo, IntakeReason.ListedTwice) : Decide(row);
        return results;
    }

    private RowResult Decide(PaymentRow row)
    {
        if (MissingIn(row) is { } missing) return RowResult.Refuse(row.Row, missing, IntakeReason.Missing);
        if (_seen.ContainsKey(row.Number!)) return new(row.Row, RowOutcome.Unchanged);
        if (!known.Policies.TryGetValue(row.PolicyNumber!, out var policy)) return RowResult.Refuse(row.Row, RosterField.PolicyNo, IntakeReason.UnknownPolicy);
        var payment = known.Payments.GetValueOrDefault(row.Number!);
        if (payment is not null && payment.PolicyId != policy.Id) return RowResult.Refuse(row.Row, RosterField.PaymentNo, PolicyRule.AReceiptIsBookedOnce);
        var terms = new PaymentTerms(policy, row.Number!, row.BookedOn!.Value, row.Kind!.Value, row.PolicyYear!.Value, row.AmountFen!.Value, row.Method ?? payment?.Method ?? PaymentMethod.Bank,
            row.PayerName ?? payment?.PayerName, row.AccountOwner ?? payment?.AccountOwner, row.PaidTo ?? payment?.PaidTo ?? Payee.Insurer, row.Receipt ?? payment?.Receipt ?? ReceiptForm.Official);
        var before = payment is null ? null : PaymentTerms.Of(payment, policy);
        // What an agent entered from the customer's paper gives way to the insurer's book; what the insurer booked stays as booked.
        if (before is not null && payment!.BatchId is not null && !before.BooksAs(terms)) return RowResult.Refuse(row.Row, RosterField.PaymentNo, PolicyRule.AReceiptIsBookedOnce);
        if (!Accounted(terms)) return RowResult.Refuse(row.Row, RosterField.Premium, PolicyRule.RefundsStayWithinReceipts);
        var outcome = payment is null ? RowOutcome.Added : before == terms && payment.BatchId is not null ? RowOutcome.Unchanged : RowOutcome.Changed;
        _seen[row.Number!] = outcome == RowOutcome.Unchanged ? null : new(payment?.Id ?? Guid.CreateVersion7(), payment is null, terms);
        return new(row.Row, outcome);
    }

    private static RosterField? MissingIn(PaymentRow row) => row switch
    {
        { Number: null } => RosterField.PaymentNo,
        { PolicyNumber: null } => RosterField.PolicyNo,
        { BookedOn: null } => RosterField.BookedOn,
        { Kind: null } => RosterField.PaymentKind,
        { AmountFen: null or < 0 } => RosterField.Premium,
        { PolicyYear: null or < 1 or > 120 } => RosterField.PolicyYear,
        _ => null,
    };

    // What is known counts once: a row that names a known receipt has it among them already.
    private bool Accounted(PaymentTerms terms)
    {
        var id = terms.Policy.Id;
        if (!_accounts.TryGetValue(id, out var account))
            account = known.OfRefunded[id].Aggregate(new PremiumAccount(), (sum, p) => sum.With(p.Kind, p.AmountFen));
        var isCounted = known.OfRefunded[id].Any(p => p.Number == terms.Number && p.Kind == terms.Kind && p.AmountFen == terms.AmountFen);
        var next = isCounted ? account : account.With(terms.Kind, terms.AmountFen);
        if (!isCounted && IsRefund(terms.Kind) && !next.IsSound) return false;
        _accounts[id] = next;
        return true;
    }
}
