using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>What the register knows of a village: its households, people and groups by the keys that a list names them by.</summary>
internal sealed class VillageRegister
{
    private readonly Dictionary<Guid, RegisteredMember> _current = [];
    private ILookup<Guid, RegisteredMember>? _living;

    public Dictionary<string, RegisteredHousehold> Households { get; } = [];
    public Dictionary<Guid, RegisteredHousehold> HouseholdsById { get; } = [];
    public Dictionary<string, RegisteredMember> Members { get; } = [];
    public Dictionary<Guid, RegisteredPerson> PersonsByNumber { get; } = [];
    public Dictionary<Guid, RegisteredPerson> Persons { get; } = [];
    public Dictionary<string, Guid> Groups { get; private set; } = [];

    /// <summary>The membership of today; null for somebody who lives in no household of the village.</summary>
    public RegisteredMember? CurrentOf(RegisteredPerson person) => _current.GetValueOrDefault(person.Id);

    /// <summary>Who lives in a household today.</summary>
    public IEnumerable<RegisteredMember> LivingIn(RegisteredHousehold household) => (_living ??= _current.Values.ToLookup(m => m.HouseholdId))[household.Id];

    public static async Task<VillageRegister> LoadAsync(AppDb db, Guid village)
    {
        var known = new VillageRegister { Groups = await db.Areas.Where(a => a.ParentId == village && a.ValidTo == null).ToDictionaryAsync(a => a.Name, a => a.Id) };
        await foreach (var h in db.Households.AsNoTracking().Where(h => h.VillageId == village)
            .Select(h => new RegisteredHousehold(h.Id, h.Number, h.GroupId, h.HeadName, h.JoinedOn, h.LeftOn)).AsAsyncEnumerable()) known.Add(h);
        await foreach (var p in db.Persons.AsNoTracking().Where(p => p.VillageId == village)
            .Select(p => new RegisteredPerson(p.Id, p.Name, p.Ethnicity, p.IdNumberIndex, p.Sex, p.BirthDate)).AsAsyncEnumerable()) known.Add(p);
        await foreach (var m in db.Memberships.AsNoTracking().Where(m => m.VillageId == village)
            .Select(m => new RegisteredMember(m.Id, m.Number, m.PersonId, m.HouseholdId, m.Relation, m.LeftOn)).AsAsyncEnumerable()) known.Add(m);
        return known;
    }

    /// <summary>Notes a household, also one that is only about to be stored.</summary>
    public RegisteredHousehold Add(RegisteredHousehold household)
    {
        HouseholdsById[household.Id] = household;
        return Households[household.Number] = household;
    }

    private void Add(RegisteredPerson person)
    {
        Persons[person.Id] = person;
        if (person.Index is { } index) PersonsByNumber[KnownKeys.PersonKey(index)] = person;
    }

    private void Add(RegisteredMember member)
    {
        Members[member.Number] = member;
        if (member.LeftOn is null) _current[member.PersonId] = member;
    }

    /// <summary>The id of a household that has no number in its list yet: the same at each reading of the same row of the same roster.</summary>
    public static Guid HouseholdIdOf(Guid batch, int sheet, long row) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{batch:N} {sheet} {row}")).AsSpan(0, 16));

    /// <summary>The number of the membership that a row of a roster brings: by it the row is known as stored.</summary>
    public static string MemberNumberOf(Guid batch, int sheet, long row) => $"R{batch.ToString("N")[^12..]}-{sheet}-{row}";
}

internal sealed record RegisteredHousehold(Guid Id, string Number, Guid? GroupId, string HeadName, DateOnly JoinedOn, DateOnly? LeftOn)
{
    /// <summary>What an undone roster left has no day: it may begin again.</summary>
    public bool IsVoid => LeftOn == JoinedOn;

    /// <summary>Whether this operation begins it.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether a row of this operation has brought it already.</summary>
    public bool Seen { get; set; }

    public Guid PlaceId { get; } = RowId.Next();
}

internal sealed record RegisteredPerson(Guid Id, string Name, string? Ethnicity, byte[]? Index, Domain.Households.Sex Sex, DateOnly BirthDate);

internal sealed record RegisteredMember(Guid Id, string Number, Guid PersonId, Guid HouseholdId, string? Relation, DateOnly? LeftOn);
