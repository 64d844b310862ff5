using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Policies;

/// <summary>A payment that has been recorded, as the rule of no cash takes it.</summary>
internal sealed record RecordedPayment(Guid Id, Guid PolicyId, Guid VillageId, Guid? GroupId, PaymentMade Made);

/// <summary>Opens what the rule of no cash asks about, wherever a payment is recorded.</summary>
internal static class PremiumExceptions
{
    /// <summary>Each reason once for a payment, however often it is recorded. The agent is asked to explain, the insurer to call the customer.</summary>
    public static async Task OpenAsync(AppDb db, IReadOnlyList<RecordedPayment> payments)
    {
        var asked = payments.SelectMany(p => PremiumCheck.Of(p.Made).Select(kind => (Payment: p, Kind: kind))).ToList();
        if (asked.Count == 0) return;
        var ids = asked.Select(a => a.Payment.Id).Distinct().ToArray();
        var open = (await db.PremiumExceptions.Where(e => ids.Contains(e.PaymentId)).Select(e => new { e.PaymentId, e.Kind }).ToListAsync()).Select(e => (e.PaymentId, e.Kind)).ToHashSet();
        foreach (var (payment, kind) in asked.Where(a => !open.Contains((a.Payment.Id, a.Kind))))
        {
            var exception = new PremiumException(Guid.CreateVersion7(), payment.VillageId, payment.GroupId, payment.Id, payment.PolicyId, kind, db.Operation.At.LocalDay(), db.Actor.StaffId);
            db.Add(exception);
            db.Add(QueueItem.ForWhoever(Role.ResidentAgent, payment.VillageId, QueueKind.ExceptionToExplain, exception.Id, db.Operation.At));
            db.Add(QueueItem.ForWhoever(Role.InsurerReviewer, payment.VillageId, QueueKind.CustomerToCall, exception.Id, db.Operation.At));
        }
    }
}
