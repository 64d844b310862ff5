using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Reconciliations;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Reconciliations;

/// <summary>The recorded side: what was booked in the period on the programme's own policies, and whatever the file names by its receipt. Two queries, however long the file is.</summary>
internal sealed record RecordedPremiums(IReadOnlyList<BookedPremium> Booked, Dictionary<Guid, RecordedPayment> AsRecorded)
{
    private sealed record Found(Payment Payment, Policy Policy, string? Holder);

    public static async Task<RecordedPremiums> LoadAsync(AppDb db, StatementReading file, DateOnly from, DateOnly to, DateOnly today)
    {
        var own = (await db.SchemeOfAsync(today.Year)).Rules.Policies.OwnInsurer;
        var receipts = file.Premiums.Select(p => p.Receipt).OfType<string>().Distinct().ToArray();
        var found = await With(db, db.Payments.Where(p => p.BookedOn >= from && p.BookedOn <= to || receipts.Contains(p.Number))).ToListAsync();
        bool IsExpected(Found f) => f.Policy.Insurer == own && f.Payment.BookedOn >= from && f.Payment.BookedOn <= to && file.Kinds.Contains(f.Payment.Kind);
        var named = receipts.ToHashSet();
        var used = found.Where(f => IsExpected(f) || named.Contains(f.Payment.Number)).ToList();
        return new([.. used.Select(f => new BookedPremium(f.Payment.Id, f.Policy.Id, f.Payment.Number, f.Policy.Number, f.Payment.BookedOn, StatedPremium.WithSign(f.Payment.Kind, f.Payment.AmountFen), IsExpected(f),
                f.Payment.PayerName, f.Payment.AccountOwner, f.Holder))],
            used.Where(f => f.Policy.Insurer == own).ToDictionary(f => f.Payment.Id, f => new RecordedPayment(f.Payment.Id, f.Policy.Id, f.Payment.VillageId, f.Payment.GroupId, f.Payment.MadeOn(f.Policy, f.Holder))));
    }

    private static IQueryable<Found> With(AppDb db, IQueryable<Payment> payments) =>
        from payment in payments.AsNoTracking()
        join policy in db.Policies.AsNoTracking() on payment.PolicyId equals policy.Id
        join holder in db.Persons on policy.HolderId equals (Guid?)holder.Id into holders
        from holder in holders.DefaultIfEmpty()
        select new Found(payment, policy, holder == null ? null : holder.Name);
}
