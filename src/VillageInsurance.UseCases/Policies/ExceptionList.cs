using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Policies;

/// <summary>Payments that the rule of no cash asks about, the oldest due first: the agent's villages, or the county for the insurer.</summary>
public sealed class ExceptionList(AppDbGate gate)
{
    /// <summary>Exceptions on a page.</summary>
    public const int PageSize = 50;

    /// <param name="Decided">Those that are decided instead of those that are open.</param>
    /// <param name="After">The last one of the page before; null for the first page.</param>
    public sealed record Input(bool Decided = false, Place? After = null);

    /// <summary>Nothing that could be wrong.</summary>
    public sealed class InputRules : AbstractValidator<Input>;

    /// <summary>Where an exception stands in the list.</summary>
    public sealed record Place(DateOnly OpenedOn, Guid Id);

    /// <summary>An exception with its payment.</summary>
    public sealed record Row(Guid Id, PremiumExceptionKind Kind, ExceptionStep Step, ExceptionDecision? Decision, PlaceName? Village, string PolicyNumber, string Receipt, DateOnly BookedOn, long AmountFen, PaymentMethod Method, DateOnly OpenedOn, DateOnly Due);

    /// <summary>A page, and how many are open in all.</summary>
    public sealed record View(IReadOnlyList<Row> Rows, bool HasMore, int Open);

    /// <summary>Reads a page.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewPolicyBook, async db =>
    {
        input.MustMeet(new InputRules());
        // Each has the same days, so that who was opened first falls due first.
        var (day, id) = (input.After?.OpenedOn, input.After?.Id);
        var found = await (from exception in db.PremiumExceptions.AsNoTracking()
                           where (exception.Decision != null) == input.Decided && (day == null || exception.OpenedOn > day || exception.OpenedOn == day && exception.Id > id)
                           join payment in db.Payments on exception.PaymentId equals payment.Id
                           join policy in db.Policies on exception.PolicyId equals policy.Id
                           orderby exception.OpenedOn, exception.Id
                           select new { exception, payment, policy.Number }).Take(PageSize + 1).ToListAsync(cancel);
        var places = await db.PlaceNamesAsync(found.Select(f => (Guid?)f.exception.VillageId), cancel);
        return new View([.. found.Take(PageSize).Select(f => new Row(f.exception.Id, f.exception.Kind, f.exception.Step, f.exception.Decision, places.GetValueOrDefault(f.exception.VillageId), f.Number, f.payment.Number,
            f.payment.BookedOn, f.payment.AmountFen, f.payment.Method, f.exception.OpenedOn, f.exception.Due))], found.Count > PageSize, await db.PremiumExceptions.CountAsync(e => e.Decision == null, cancel));
    }, cancel);
}
