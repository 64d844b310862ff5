using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Households;

/// <summary>Two households side by side, with numbers masked, for whoever decides whether they are one.</summary>
public sealed class DuplicateComparison(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>The two.</summary>
    public sealed record Input(Guid FirstId, Guid SecondId);

    /// <summary>Two different ones.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.SecondId).NotEmpty().NotEqual(i => i.FirstId);
    }

    /// <param name="Alike">Members of the two who may be one person: who stays, and who without ID number gives way.</param>
    public sealed record View(Side First, Side Second, IReadOnlyList<AlikePersons> Alike);

    /// <param name="Facts">What it told; null for whoever sees no household files.</param>
    /// <param name="SamePhone">Whether the phones are the same, which masks alone do not tell.</param>
    /// <param name="Policies">How many; null for whoever sees no policies.</param>
    public sealed record Side(Guid Id, int Version, string Number, string HeadName, PlaceName? Place, string? Group, DateOnly JoinedOn, DateOnly? LeftOn, string? Phone, bool SamePhone, string? Address,
        HouseholdFacts? Facts, IReadOnlyList<Member> Members, int? Policies, int Visits);

    /// <param name="IdNumber">Masked; null when it is missing.</param>
    public sealed record Member(Guid PersonId, string Name, Sex Sex, int Age, string? Relation, string? IdNumber, bool InBoth);

    /// <summary>Reads both. Not found outside the actor's villages.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.MergeHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        var (first, second) = (await LoadAsync(db, input.FirstId, cancel), await LoadAsync(db, input.SecondId, cancel));
        return new View(await ShownAsync(db, first, second, cancel), await ShownAsync(db, second, first, cancel), SamePersons.Alike(first.Persons, second.Persons));
    }, cancel);

    private static async Task<Loaded> LoadAsync(AppDb db, Guid id, CancellationToken cancel)
    {
        var household = await db.Households.AsNoTracking().FindOrRefuseAsync(id, cancel);
        var members = await (from m in db.Memberships.AsNoTracking()
                             where m.HouseholdId == id && m.LeftOn == null
                             join p in db.Persons on m.PersonId equals p.Id
                             orderby m.Number
                             select new { Membership = m, Person = p }).ToListAsync(cancel);
        return new(household, [.. members.Select(m => m.Membership)], [.. members.Select(m => m.Person)]);
    }

    private async Task<Side> ShownAsync(AppDb db, Loaded side, Loaded other, CancellationToken cancel)
    {
        var h = side.Household;
        var places = await db.PlaceNamesAsync([h.VillageId], cancel);
        var group = await db.Areas.Where(a => a.Id == h.GroupId).Select(a => a.Name).FirstOrDefaultAsync(cancel);
        var persons = side.Persons.Select(p => p.Id).ToList();
        int? policies = db.Actor.May(Permission.ViewPolicies, h) ? await db.Policies.CountAsync(p => persons.Contains(p.InsuredId) || (p.HolderId != null && persons.Contains(p.HolderId.Value)), cancel) : null;
        var facts = new HouseholdFacts(h.Address, h.MainIncome, h.IncomeBand, h.Housing, h.DebtBand, h.Relief, h.Machines);
        return new(h.Id, h.Version, h.Number, NamesInClear.Shown(db.Actor, h, h.HeadName), places.GetValueOrDefault(h.VillageId), group, h.JoinedOn, h.LeftOn,
            h.Phone is { } phone ? Masking.Number(vault.Open(PersonalCells.Phone, h.Id, phone)) : null,
            h.Phone is { } one && other.Household.Phone is { } two && one.Index.AsSpan().SequenceEqual(two.Index),
            h.Address, db.Actor.May(Permission.ViewHouseholds, h) ? facts : null,
            [.. side.Memberships.Zip(side.Persons, (m, p) => new Member(p.Id, NamesInClear.Shown(db.Actor, h, p.Name), p.Sex, p.AgeOn(clock.Today()), m.Relation,
                p.IdNumber is { } number ? Masking.Number(vault.Open(PersonalCells.IdNumber, p.Id, number)) : null, other.Persons.Any(o => o.Id == p.Id)))],
            policies, await db.Visits.CountAsync(v => v.HouseholdId == h.Id, cancel));
    }

    private sealed record Loaded(Household Household, IReadOnlyList<Membership> Memberships, IReadOnlyList<Person> Persons);
}
