using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Policies;

/// <summary>One payment that the rule of no cash asks about, with what was said to it.</summary>
public sealed class ExceptionDetail(AppDbGate gate)
{
    /// <param name="MayExplain">The viewer is the agent who may explain.</param>
    /// <param name="MayCall">The viewer is of the insurer and may call the customer.</param>
    /// <param name="MayDecide">He may decide as well: he neither recorded nor explained it.</param>
    public sealed record View(Guid Id, int Version, PremiumExceptionKind Kind, ExceptionStep Step, PlaceName? Place, Guid PolicyId, string PolicyNumber, string Product, string? Holder, string Receipt, DateOnly BookedOn, long AmountFen,
        PaymentKind PaymentKind, PaymentMethod Method, string? Payer, string? AccountOwner, DateOnly OpenedOn, string RecordedBy, string Explanation, string ExplainedBy, CallBackAnswer? Answer, string CallNote, string CalledBy,
        DateTimeOffset? CalledAt, ExceptionDecision? Decision, string Opinion, string DecidedBy, DateTimeOffset? DecidedAt, bool MayExplain, bool MayCall, bool MayDecide);

    /// <summary>Reads it. Not found outside the viewer's area.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.ViewPolicyBook, async db =>
    {
        var e = await db.PremiumExceptions.AsNoTracking().FindOrRefuseAsync(id, cancel);
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.Id == e.PaymentId, cancel);
        var policy = await (from p in db.Policies.AsNoTracking()
                            where p.Id == e.PolicyId
                            join product in db.Products on p.ProductId equals product.Id
                            select new { p.Number, Product = product.Name, Holder = db.Persons.Where(x => x.Id == p.HolderId).Select(x => x.Name).FirstOrDefault() }).SingleAsync(cancel);
        var names = await db.StaffNamesAsync(new[] { e.RecordedById, e.ExplainedById, e.CalledById, e.DecidedById }.OfType<Guid>(), cancel);
        string By(Guid? staff) => staff is { } known ? names.GetValueOrDefault(known, "") : "";
        string? Shown(string? name) => name is null ? null : NamesInClear.Shown(db.Actor, e, name);
        var follows = db.Actor.May(Permission.FollowUpExceptions, e);
        return new View(e.Id, e.Version, e.Kind, e.Step, (await db.PlaceNamesAsync([e.VillageId], cancel)).GetValueOrDefault(e.VillageId), e.PolicyId, policy.Number, policy.Product, Shown(policy.Holder), payment.Number,
            payment.BookedOn, payment.AmountFen, payment.Kind, payment.Method, Shown(payment.PayerName), Shown(payment.AccountOwner), e.OpenedOn, By(e.RecordedById), e.Explanation, By(e.ExplainedById), e.Answer, e.CallNote,
            By(e.CalledById), e.CalledAt, e.Decision, e.Opinion, By(e.DecidedById), e.DecidedAt, e.Decision is null && db.Actor.May(Permission.RecordPolicies, e), e.Decision is null && follows,
            e.Step == ExceptionStep.ToDecide && follows && db.Actor.StaffId != e.RecordedById && db.Actor.StaffId != e.ExplainedById);
    }, cancel);
}
