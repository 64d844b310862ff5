using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Policies;

/// <summary>A payment that has been recorded, as the rule of no cash takes it.</summary>
internal sealed record RecordedPayment(Guid Id, Guid PolicyId, Guid VillageId, Guid? GroupId, PaymentMade Made);

/// <summary>Opens what the rule of no cash asks about, wherever a payment is recorded.</summary>
internal static class PremiumExceptions
{
    /// <summary>Each reason once for a payment, however often it is recorded. The agent is asked to explain, the insurer to call the customer: one by one, but where a list brought several, by one task with their count.</summary>
    /// <param name="source">The list, delivery or reconciliation; null for a page.</param>
    /// <param name="only">One reason; null for all.</param>
    public static async Task OpenAsync(AppDb db, IReadOnlyList<RecordedPayment> payments, Guid? source = null, PremiumExceptionKind? only = null)
    {
        var asked = payments.SelectMany(p => PremiumCheck.Of(p.Made).Where(k => only is null || k == only).Select(kind => (Payment: p, Kind: kind))).ToList();
        if (asked.Count == 0) return;
        var ids = asked.Select(a => a.Payment.Id).Distinct().ToArray();
        var open = (await db.PremiumExceptions.Where(e => ids.Contains(e.PaymentId)).Select(e => new { e.PaymentId, e.Kind }).ToListAsync()).Select(e => (e.PaymentId, e.Kind)).ToHashSet();
        var opened = asked.Where(a => !open.Contains((a.Payment.Id, a.Kind))).Select(a =>
            new PremiumException(Guid.CreateVersion7(), a.Payment.VillageId, a.Payment.GroupId, a.Payment.Id, a.Payment.PolicyId, a.Kind, db.Operation.At.LocalDay(), db.Actor.StaffId)).ToList();
        db.AddRange(opened);
        db.AddRange(source is { } list && opened.DistinctBy(e => e.PaymentId).Count() > 1 ? Together(opened, list, db.Operation.At) : OneByOne(opened, db.Operation.At));
    }

    /// <summary>One task for the insurer's people: so many customers are to be called.</summary>
    public static QueueItem ToCall(Guid source, long count, DateTimeOffset at) =>
        QueueItem.ForRole(Role.InsurerReviewer, QueueKind.CustomersToCall, source, at, at.LocalDay().AddDays(PremiumException.Days), count.ToString(CultureInfo.InvariantCulture));

    /// <summary>With the last one explained in a village, its agents wait for no list's any more; with the last one decided in the county, the insurer's people neither.</summary>
    public static async Task ClearTogetherAsync(AppDb db, PremiumException done)
    {
        var kind = done.Decision is null ? QueueKind.ExceptionsToExplain : QueueKind.CustomersToCall;
        var others = db.PremiumExceptions.Where(e => e.Id != done.Id && e.Decision == null);
        if (await (kind == QueueKind.CustomersToCall ? others : others.Where(e => e.VillageId == done.VillageId && e.ExplainedById == null)).AnyAsync()) return;
        await db.ClearQueueOfKindAsync(kind, kind == QueueKind.CustomersToCall ? null : done.VillageId);
    }

    private static IEnumerable<QueueItem> OneByOne(IEnumerable<PremiumException> opened, DateTimeOffset at) => opened.SelectMany(e => new[]
    {
        QueueItem.ForWhoever(Role.ResidentAgent, e.VillageId, QueueKind.ExceptionToExplain, e.Id, at, e.Due), QueueItem.ForWhoever(Role.InsurerReviewer, e.VillageId, QueueKind.CustomerToCall, e.Id, at, e.Due),
    });

    private static IEnumerable<QueueItem> Together(List<PremiumException> opened, Guid list, DateTimeOffset at) => opened.GroupBy(e => e.VillageId)
        .Select(v => QueueItem.ForWhoever(Role.ResidentAgent, v.Key, QueueKind.ExceptionsToExplain, list, at, v.First().Due, v.Count().ToString(CultureInfo.InvariantCulture))).Append(ToCall(list, opened.Count, at));
}
