using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Claims;

/// <summary>The clocks of every claim in the actor's area as they were known on a day, by the claims' numbers.</summary>
public sealed class ClaimClockTable(AppDbGate gate)
{
    /// <summary>The day.</summary>
    public sealed record Input(DateOnly AsOf);

    /// <summary>A day that can be meant.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.AsOf).GreaterThan(new DateOnly(2000, 1, 1));
    }

    /// <summary>The rows by number; a claim reported or known later is not listed.</summary>
    public sealed record View(IReadOnlyList<Row> Rows);

    /// <summary>A claim's number and clock.</summary>
    public sealed record Row(string Number, ClaimClock Clock);

    /// <summary>Reads the clocks.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewClaimProgress, async db =>
    {
        input.MustMeet(new InputRules());
        var claims = await db.Claims.AsNoTracking().Where(c => c.ReportedOn <= input.AsOf && c.KnownOn <= input.AsOf).ToListAsync(cancel);
        var days = await db.WorkingDaysAsync(input.AsOf.AddYears(-1), cancel);
        return new View([.. claims.OrderBy(c => c.Number, StringComparer.Ordinal).Select(c => new Row(c.Number, ClaimClock.Of(c.Facts(), c.Terms(), input.AsOf, days)))]);
    }, cancel);
}
