using Npgsql;
using VillageInsurance.Domain.Households;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>A member of a household as a roster brings him.</summary>
internal sealed record StagedMember(short Sheet, int Row, Guid HouseholdId, bool HouseholdIsNew, bool PlaceIsNew, bool IsFirst, Guid PlaceId, string HouseholdNumber, Guid? GroupId, string? HeadName, bool IsHead,
    byte[]? PhoneCipher, byte[]? PhoneIndex, Guid PersonId, bool PersonIsNew, byte[]? NumberCipher, byte[]? NumberIndex, string? Name, Sex? Sex, DateOnly? BirthDate, string? Ethnicity,
    Guid MemberId, bool IsNew, string MemberNumber, string? Relation, DateOnly JoinedOn);

/// <summary>Brings a roster's rows into the register by whole sets: new people, households, places and memberships are added, what is known is changed and what it said before is kept.
/// A person or household that is registered where the actor does not see is left out and told.</summary>
internal sealed class RosterStage(NpgsqlConnection connection, RosterBatch batch) : IAsyncDisposable
{
    // Where nobody is lost, the first row of a household is a member of it.
    private const string HasMembers = "s.is_first and (s.lost = 0 or exists (select from import_stage o where o.household_id = s.household_id and o.lost = 0))";

    private static readonly Target Persons = new("persons", "id=person_id, village_id, group_id, id_number_cipher, id_number_index, name, sex, birth_date, ethnicity", isNew: "person_is_new", orNothing: true);

    private static readonly Target Households = new("households", "id=household_id, village_id, group_id, number=household_number, kind, head_name, phone_cipher, phone_index, joined_on=cut_off",
        isNew: "household_is_new", only: HasMembers, orNothing: true);

    private static readonly Target Places = new("household_places", "id=place_id, household_id, village_id, group_id, is_family, from_day=cut_off, known_on=cut_off", isNew: "place_is_new", only: $"s.lost <> 2 and {HasMembers}");

    private static readonly Target Memberships = new("memberships", "id=member_id, village_id, group_id, number=member_number, person_id, household_id, relation, residence, joined_on, join_reason, known_on=joined_on", only: "s.lost = 0");

    private readonly Stage _stage = new(connection, $"""
        sheet smallint, row_no integer, household_id uuid, household_is_new boolean, place_is_new boolean, is_first boolean, place_id uuid, household_number text, group_id uuid, head_name text, is_head boolean,
        phone_cipher bytea, phone_index bytea, person_id uuid, person_is_new boolean, id_number_cipher bytea, id_number_index bytea, name text, sex smallint, birth_date date, ethnicity text,
        member_id uuid, is_new boolean, member_number text, relation text, joined_on date,
        village_id uuid default '{batch.VillageId}', cut_off date default '{batch.CutOff:O}', kind smallint default {(short)HouseholdKind.Family}, is_family boolean default true,
        residence smallint default {(short)ResidenceKind.Local}, join_reason smallint default {(short)JoinReason.Initial}, lost smallint default 0
        """);

    private int _newPersons, _newHouseholds;
    private bool _anyKnown, _headsFollow, _anyLost;

    public Task BeginAsync() => _stage.BeginAsync();

    public void Put(StagedMember m)
    {
        if (m.PersonIsNew) _newPersons++;
        if (m.HouseholdIsNew && m.IsFirst) _newHouseholds++;
        _headsFollow |= m.IsFirst && !(m.IsHead && m.HeadName is not null);
        _anyKnown |= !m.PersonIsNew || !m.IsNew || !m.HouseholdIsNew;
        _stage.Row(isNew: true).Put(m.Sheet).Put(m.Row).Put(m.HouseholdId).Put(m.HouseholdIsNew).Put(m.PlaceIsNew).Put(m.IsFirst).Put(m.PlaceId).Put(m.HouseholdNumber)
            .Put(m.GroupId).Put(m.HeadName).Put(m.IsHead).Put(m.PhoneCipher).Put(m.PhoneIndex).Put(m.PersonId).Put(m.PersonIsNew).Put(m.NumberCipher).Put(m.NumberIndex).Put(m.Name).Put((short?)m.Sex)
            .Put(m.BirthDate).Put(m.Ethnicity).Put(m.MemberId).Put(m.IsNew).Put(m.MemberNumber).Put(m.Relation).Put(m.JoinedOn);
    }

    /// <summary>Merges. Gives the rows that are registered elsewhere: whether the person or the household is, by sheet and row.</summary>
    public async Task<IReadOnlyList<(short Sheet, int Row, bool ByPerson)>> EndAsync()
    {
        await _stage.CompleteAsync();
        // What the statements below join and choose by, from a small sample; the rest is sealed, wide and slow to look at.
        await _stage.ExecuteAsync("set local default_statistics_target = 10");
        await _stage.ExecuteAsync("analyze import_stage (household_id, person_id, member_id, is_first, is_new, person_is_new, household_is_new, place_is_new, lost)");
        if (_headsFollow) await NameHeadsAsync();
        if ((await _stage.MergeAsync(Persons, batch.Id)).Added < _newPersons) await MarkAsync(1, "s.person_is_new and not exists (select from persons p where p.id = s.person_id)");
        if ((await _stage.MergeAsync(Households, batch.Id)).Added < _newHouseholds) await MarkAsync(2, "s.lost = 0 and s.household_is_new and not exists (select from households h where h.id = s.household_id)");
        await _stage.MergeAsync(Places, batch.Id);
        await _stage.MergeAsync(Memberships, batch.Id);
        if (_anyKnown)
            foreach (var change in RosterChanges.All) await change.CarryOutAsync(_stage, batch);
        return _anyLost ? await LostAsync() : [];
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    // The first row of a household stands for it, and its head may come later.
    private Task<long> NameHeadsAsync() => _stage.ExecuteAsync("""
        update import_stage f set head_name = coalesce(h.head_name, case when f.household_is_new then '' end)
        from (select distinct on (household_id) household_id, head_name from import_stage order by household_id, head_name is null, is_head desc, sheet, row_no) h
        where f.is_first and f.household_id = h.household_id
        """);

    private async Task MarkAsync(short why, string where)
    {
        _anyLost = true;
        await _stage.ExecuteAsync($"update import_stage s set lost = {why} where {where}");
    }

    private async Task<IReadOnlyList<(short, int, bool)>> LostAsync()
    {
        var lost = new List<(short, int, bool)>();
        await using var command = new NpgsqlCommand("select sheet, row_no, lost = 1 from import_stage where lost <> 0 order by sheet, row_no", connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lost.Add((reader.GetInt16(0), reader.GetInt32(1), reader.GetBoolean(2)));
        return lost;
    }
}
