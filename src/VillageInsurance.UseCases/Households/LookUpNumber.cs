using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>Finds the households of a whole ID number or phone by its blind index. Each look-up leaves its event, found or not; at most thirty in an hour.</summary>
public sealed class LookUpNumber(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>What a person may look up in an hour.</summary>
    public const int MostInAnHour = 30;

    /// <summary>A number as it was typed.</summary>
    public sealed record Input(string Typed);

    /// <summary>A whole number.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>An ID number or a phone.</summary>
        public InputRules() => RuleFor(i => i.Typed).MaximumLength(SearchTerm.MostCharacters).Must(t => SearchTerm.Of(t)?.Number is not null);
    }

    /// <summary>Gives the households, of today first. Refused: the thirty-first in an hour. Outside the area nothing is found.</summary>
    public Task<IReadOnlyList<HouseholdRow>> RunAsync(Input input) => gate.ChangeAsync<IReadOnlyList<HouseholdRow>>(Permission.ViewHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"look up/{db.Actor.StaffId}");
        var since = clock.GetUtcNow().AddHours(-1);
        if (await db.AuditChanges.CountAsync(c => c.Change == AuditChange.LookedUp && db.AuditEvents.Any(e => e.Id == c.EventId && e.StaffId == db.Actor.StaffId && e.At > since)) >= MostInAnHour)
            throw new TooManyLookUps();
        var term = SearchTerm.Of(input.Typed)!;
        var (record, households) = term.Number == LookedUpNumber.IdNumber ? await ByIdNumberAsync(db, vault.IndexOf(term.Text)) : await ByPhoneAsync(db, vault.IndexOf(term.Text));
        db.AuditEvents.Add(db.Operation);
        db.AuditChanges.Add(AuditChange.Of(db.Operation, AuditChange.LookedUp, term.Number == LookedUpNumber.IdNumber ? nameof(Person) : nameof(Household), record));
        return await HouseholdRows.ReadAsync(db, db.Households.Where(h => households.Contains(h.Id)), clock.Today(), null, CancellationToken.None);
    });

    private static async Task<(Guid Record, List<Guid> Households)> ByIdNumberAsync(AppDb db, byte[] index)
    {
        var person = await db.Persons.Where(p => p.IdNumberIndex == index).Select(p => new { p.Id, p.VillageId }).SingleOrDefaultAsync();
        if (person is null) return (Guid.Empty, []);
        db.Operation.Concerns(person.VillageId);
        return (person.Id, await db.Memberships.Where(m => m.PersonId == person.Id).OrderByDescending(m => m.JoinedOn).Select(m => m.HouseholdId).Take(HouseholdList.PageSize).ToListAsync());
    }

    private static async Task<(Guid Record, List<Guid> Households)> ByPhoneAsync(AppDb db, byte[] index)
    {
        var found = await db.Households.Where(h => h.Phone!.Index == index).OrderBy(h => h.Number).Select(h => new { h.Id, h.VillageId }).Take(HouseholdList.PageSize).ToListAsync();
        if (found is [var one]) db.Operation.Concerns(one.VillageId);
        return (found is [var first, ..] ? first.Id : Guid.Empty, [.. found.Select(h => h.Id)]);
    }
}

/// <summary>Thirty numbers in an hour are enough for any task.</summary>
public sealed class TooManyLookUps() : Refusal("Thirty numbers were looked up within an hour.");
