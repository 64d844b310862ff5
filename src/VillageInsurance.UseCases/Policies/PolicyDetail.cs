using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Policies;

/// <summary>One policy: its terms, how it stands with the days, every payment, and what the rule of no cash asks about.</summary>
public sealed class PolicyDetail(AppDbGate gate, TimeProvider clock)
{
    /// <param name="GraceEnd">The last day of grace for what is overdue; null while nothing is.</param>
    /// <param name="Advice">What spoke against it when it was entered, and the customer's own decision; null for nothing.</param>
    public sealed record View(Guid Id, string Number, string Product, bool IsRival, string Insurer, string Insured, string? Holder, string? Agent, bool AgentWasUnregistered, PlaceName? Place, PolicyDates Dates, PayMode Mode,
        int PayYears, long PremiumFen, long SumInsuredFen, PolicyState State, DateOnly? NextDue, DateOnly? GraceEnd, string? GroupNumber, string? School, IReadOnlyList<PaymentLine> Payments, AdviceView? Advice);

    /// <summary>A payment with the exceptions that it opened.</summary>
    public sealed record PaymentLine(string Number, DateOnly BookedOn, PaymentKind Kind, int PolicyYear, long AmountFen, PaymentMethod Method, string? Payer, string? AccountOwner, IReadOnlyList<ExceptionMark> Exceptions);

    /// <summary>An exception, and how far it is.</summary>
    public sealed record ExceptionMark(Guid Id, PremiumExceptionKind Kind, ExceptionStep Step);

    /// <summary>Reads it. Not found outside the viewer's area.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.ViewPolicyBook, async db =>
    {
        var p = await db.Policies.AsNoTracking().FindOrRefuseAsync(id, cancel);
        var own = (await db.SchemeOfAsync(clock.Today().Year, cancel)).Rules.Policies.OwnInsurer;
        var names = await db.Persons.AsNoTracking().Where(x => x.Id == p.InsuredId || x.Id == p.HolderId).ToDictionaryAsync(x => x.Id, x => x.Name, cancel);
        var payments = await db.Payments.AsNoTracking().Where(x => x.PolicyId == id).OrderByDescending(x => x.BookedOn).ThenBy(x => x.Number).ToListAsync(cancel);
        var exceptions = (await db.PremiumExceptions.AsNoTracking().Where(e => e.PolicyId == id).ToListAsync(cancel)).ToLookup(e => e.PaymentId, e => new ExceptionMark(e.Id, e.Kind, e.Step));
        var paid = (await db.PaidAsync([id], cancel)).GetValueOrDefault(id);
        var (state, due) = (p.StateOn(clock.Today(), paid), p.NextDue(paid));
        string? Name(Guid? person) => person is { } known && names.TryGetValue(known, out var name) ? NamesInClear.Shown(db.Actor, p, name) : null;
        string? Masked(string? name) => name is null ? null : NamesInClear.Shown(db.Actor, p, name);
        return new View(p.Id, p.Number, await db.Products.Where(x => x.Id == p.ProductId).Select(x => x.Name).SingleAsync(cancel), p.Insurer != own, p.Insurer, Name(p.InsuredId) ?? "", Name(p.HolderId),
            p.AgentId is { } agent ? (await db.StaffNamesAsync([agent], cancel)).GetValueOrDefault(agent) : null, p.AgentWasUnregistered, (await db.PlaceNamesAsync([p.VillageId], cancel)).GetValueOrDefault(p.VillageId),
            p.Dates, p.PayMode, p.PayYears, p.PremiumFen, p.SumInsuredFen, state, due, state is PolicyState.Grace or PolicyState.GraceOver ? p.GraceEnd(due!.Value) : null, p.GroupNumber, p.School,
            [.. payments.Select(x => new PaymentLine(x.Number, x.BookedOn, x.Kind, x.PolicyYear, x.AmountFen, x.Method, Masked(x.PayerName), Masked(x.AccountOwner), [.. exceptions[x.Id]]))],
            await AdviceView.OfAsync(db, p, clock.Today(), cancel));
    }, cancel);
}
