using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>While a household is typed: those of the actor's area that it may be already. A warning, never a block.</summary>
public sealed class PossibleDuplicates(AppDbGate gate, Vault vault)
{
    private const int Most = 5;

    /// <summary>What has been typed so far; what is not whole yet is left out. The household itself, when it is registered already.</summary>
    public sealed record Input(Guid VillageId, string? Name = null, DateOnly? BirthDate = null, string? IdNumber = null, string? Phone = null, string? HeadName = null, Guid? HouseholdId = null);

    /// <summary>Nothing is longer than a form lets it be.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.VillageId).NotEmpty();
            RuleFor(i => i.Name).MaximumLength(100);
            RuleFor(i => i.HeadName).MaximumLength(100);
            RuleFor(i => i.IdNumber).MaximumLength(SearchTerm.MostCharacters);
            RuleFor(i => i.Phone).MaximumLength(SearchTerm.MostCharacters);
        }
    }

    /// <param name="Name">The member that is alike; null when it is the household.</param>
    public sealed record Near(Guid HouseholdId, string Number, string HeadName, string? Name, DuplicateReason Reason);

    /// <summary>Reads at most five, the surest first.</summary>
    public Task<IReadOnlyList<Near>> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Near>>(Permission.KeepHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        var found = await DuplicateSearch.NearAsync(db, new(Index(input.IdNumber, LookedUpNumber.IdNumber), Index(input.Phone, LookedUpNumber.Phone), input.Name?.Trim() ?? "", input.BirthDate,
            input.VillageId, input.HeadName?.Trim() ?? "", input.HouseholdId ?? Guid.Empty, Most), cancel);
        var ids = found.Select(f => f.HouseholdId).ToList();
        var households = await db.Households.AsNoTracking().Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, cancel);
        return [.. found.Where(f => households.ContainsKey(f.HouseholdId)).Select(f => Shown(db.Actor, households[f.HouseholdId], f))];
    }, cancel);

    private static Near Shown(Actor actor, Household h, DuplicateSearch.Near near) =>
        new(h.Id, h.Number, NamesInClear.Shown(actor, h, h.HeadName), near.Name is { } name ? NamesInClear.Shown(actor, h, name) : null, near.Reason);

    private byte[]? Index(string? typed, LookedUpNumber number) => SearchTerm.Of(typed) is { } term && term.Number == number ? vault.IndexOf(term.Text) : null;
}
