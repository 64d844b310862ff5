using System.Security.Cryptography;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.CallBacks;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.CallBacks;

/// <summary>Draws renewals at random, to ask their holders: premium that was taken in cash has come to light that way and in no other.</summary>
public sealed class SampleRenewals(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Seed">Made by the page. The same seed draws the same policies from the same payments; a repeated request adds none.</param>
    /// <param name="From">The first day of booking.</param>
    /// <param name="To">The last one.</param>
    /// <param name="Count">How many, 1 to 100.</param>
    public sealed record Input(Guid Seed, DateOnly From, DateOnly To, int Count);

    /// <summary>At most a year and a hundred calls.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Seed).NotEmpty();
            RuleFor(i => i.Count).InclusiveBetween(1, 100);
            RuleFor(i => i.To).Must((i, to) => i.From <= to && to <= i.From.AddYears(1));
        }
    }

    /// <summary>Draws among the own policies with a renewal premium booked in these days, of which nobody was asked in the year before. Says how many it opened.</summary>
    public Task<int> RunAsync(Input input) => gate.ChangeAsync(Permission.MakeCallBacks, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync("call-backs");
        var (today, own) = (clock.Today(), (await db.SchemeOfAsync(clock.Today().Year)).Rules.Policies.OwnInsurer);
        var yearAgo = today.AddYears(-1);
        var renewed = await db.Payments.Where(p => p.BookedOn >= input.From && p.BookedOn <= input.To && p.PolicyYear > 1 && p.Kind == PaymentKind.Receipt).Select(p => p.PolicyId).Distinct()
            .Where(id => db.Policies.Any(p => p.Id == id && p.Insurer == own)).ToListAsync();
        var ofThisDraw = renewed.Select(id => IdOf(input.Seed, id)).ToList();
        if (await db.CallBacks.AnyAsync(c => ofThisDraw.Contains(c.Id))) return 0;
        var asked = await db.CallBacks.Where(c => renewed.Contains(c.PolicyId) && (c.DoneOn == null || c.DoneOn > yearAgo)).Select(c => c.PolicyId).ToListAsync();
        var drawn = renewed.Except(asked).OrderBy(id => Lot(input.Seed, id)).Take(input.Count).ToList();
        var policies = await db.Policies.AsNoTracking().Where(p => drawn.Contains(p.Id)).ToListAsync();
        foreach (var policy in policies) db.Add(CallBack.OfRenewal(IdOf(input.Seed, policy.Id), policy, today));
        return policies.Count;
    });

    private static string Lot(Guid seed, Guid policy) => Convert.ToHexString(Hash(seed, policy));

    // The same draw makes the same rows, by which a repeated request is recognised.
    private static Guid IdOf(Guid seed, Guid policy) => new(Hash(seed, policy).AsSpan(0, 16));

    private static byte[] Hash(Guid seed, Guid policy) => SHA256.HashData([.. seed.ToByteArray(), .. policy.ToByteArray()]);
}
