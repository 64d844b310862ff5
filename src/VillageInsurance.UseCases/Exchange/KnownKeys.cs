using Npgsql;
using VillageInsurance.Domain.Claims;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>The keys by which the rows of the files name each other, with the ids they have or get. What is stored is loaded first.</summary>
internal sealed class KnownKeys
{
    public Dictionary<string, KnownArea> Townships { get; } = [];
    public Dictionary<string, KnownArea> Villages { get; } = [];
    public Dictionary<(Guid Village, string Name), Guid> Groups { get; } = [];
    public Dictionary<string, KnownStaff> Staff { get; } = [];
    public Dictionary<string, KnownHousehold> Households { get; } = [];
    public Dictionary<Guid, KnownPerson> Persons { get; } = [];
    public Dictionary<string, KnownMember> Members { get; } = [];
    public Dictionary<(string ListedUnder, DateOnly From, short Stage), KnownRow> Enrolments { get; } = [];
    public Dictionary<string, KnownRow> Products { get; } = [];
    public Dictionary<string, KnownPolicy> Policies { get; } = [];
    public Dictionary<string, KnownRow> Payments { get; } = [];
    public Dictionary<string, KnownClaim> Claims { get; } = [];

    /// <summary>The first half of a blind index is as good as unique, and small.</summary>
    public static Guid PersonKey(byte[] idNumberIndex) => new(idNumberIndex.AsSpan(0, 16));

    public async Task LoadAsync(NpgsqlConnection connection)
    {
        await ReadAsync(connection, "select code, id, registration_number is not null, registration_from, registration_to from staff_members",
            r => Staff.Add(r.GetString(0), new() { Id = r.GetGuid(1), IsNew = false, IsRegistered = r.GetBoolean(2), From = Day(r, 3), To = Day(r, 4) }));
        await ReadAsync(connection, """
            select h.number, h.id, p.id, h.village_id, h.group_id from households h
            join lateral (select id from household_places where household_id = h.id order by from_day desc limit 1) p on true
            """,
            r => Households.Add(r.GetString(0), new() { Id = r.GetGuid(1), PlaceId = r.GetGuid(2), VillageId = r.GetGuid(3), GroupId = Id(r, 4), IsNew = false }));
        var persons = new Dictionary<Guid, KnownPerson>();
        await ReadAsync(connection, "select id, id_number_index, village_id, group_id from persons", r =>
        {
            var person = new KnownPerson { Id = r.GetGuid(0), IsNew = false, VillageId = r.GetGuid(2), GroupId = Id(r, 3) };
            persons.Add(person.Id, person);
            // Whoever has no number yet is nobody whom a list could name by it.
            if (!r.IsDBNull(1)) Persons.Add(PersonKey((byte[])r[1]), person);
        });
        var households = Households.Values.ToDictionary(h => h.Id);
        await ReadAsync(connection, "select number, id, person_id, household_id, joined_on, left_on from memberships", r =>
        {
            var member = new KnownMember { Id = r.GetGuid(1), Person = persons[r.GetGuid(2)], IsNew = false, Household = households[r.GetGuid(3)], Joined = r.GetFieldValue<DateOnly>(4), Left = Day(r, 5) };
            Members.Add(r.GetString(0), member);
            member.Person.Add(member);
        });
        await ReadAsync(connection, "select listed_under, from_day, stage, id from enrolments",
            r => Enrolments.Add((r.GetString(0), r.GetFieldValue<DateOnly>(1), r.GetInt16(2)), new() { Id = r.GetGuid(3), IsNew = false }));
        await ReadAsync(connection, "select code, id from products", r => Products.Add(r.GetString(0), new() { Id = r.GetGuid(1), IsNew = false }));
        await ReadAsync(connection, "select number, id, village_id, group_id, issue_date from policies", r => Policies.Add(r.GetString(0),
            new() { Id = r.GetGuid(1), IsNew = false, VillageId = r.GetGuid(2), GroupId = Id(r, 3), IssueDate = r.GetFieldValue<DateOnly>(4) }));
        await ReadAsync(connection, "select number, id from payments", r => Payments.Add(r.GetString(0), new() { Id = r.GetGuid(1), IsNew = false }));
        await ReadAsync(connection, """
            select number, id, by_hand, accident_on, reported_on, papers_received_on, supplement_asked_on, supplement_received_on, surveyed_on, assessed_on, determined_on, agreed_on, paid_on,
            refusal_notified_on, interim_paid_on, closed_on, withdrawn_on, reopened_on, decision, claimed_fen, decided_fen, paid_fen, interim_fen from claims
            """, r => Claims.Add(r.GetString(0), new() { Id = r.GetGuid(1), IsNew = false, ByHand = r.GetBoolean(2) ? KnownClaim.Facts(r) : null }));
    }

    private static async Task ReadAsync(NpgsqlConnection connection, string sql, Action<NpgsqlDataReader> take)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) take(reader);
    }

    private static Guid? Id(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    private static DateOnly? Day(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}

/// <summary>A row by its id: new, or stored before; seen once the file has named it.</summary>
internal class KnownRow
{
    public Guid Id { get; init; } = RowId.Next();
    public bool IsNew { get; init; } = true;
    public bool Seen { get; set; }

    /// <summary>Finds or adds the row with this key; tells a second one in the same file.</summary>
    public static T Take<TKey, T>(Dictionary<TKey, T> known, TKey key, RowReader row, string column) where TKey : notnull where T : KnownRow, new()
    {
        if (!known.TryGetValue(key, out var found)) known.Add(key, found = new());
        if (found.Seen) row.Tell(column, ImportExpectation.UniqueKey);
        found.Seen = true;
        return found;
    }
}

internal sealed class KnownArea : KnownRow
{
    // Villages are told in the order of their list.
    public KnownArea() => Id = InOrder.NextId();

    public Guid ParentId { get; set; }
}

internal sealed class KnownStaff : KnownRow
{
    public bool IsRegistered { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }

    public bool IsRegisteredOn(DateOnly day) => IsRegistered && From <= day && !(To < day);
}

internal sealed class KnownHousehold : KnownRow
{
    public Guid PlaceId { get; init; } = RowId.Next();
    public Guid VillageId { get; set; }
    public Guid? GroupId { get; set; }
}

internal sealed class KnownPerson : KnownRow
{
    private readonly List<KnownMember> _memberships = new(1);

    /// <summary>Where he is seen now, as stored or staged.</summary>
    public Guid VillageId { get; set; }
    public Guid? GroupId { get; set; }

    public void Add(KnownMember member) => _memberships.Add(member);

    public void Remove(KnownMember member) => _memberships.Remove(member);

    /// <summary>The household of the current membership, else of the last.</summary>
    public KnownHousehold? Home => _memberships.MaxBy(m => (m.Left is null, m.Joined))?.Household;

    /// <summary>The household in which the person lived on a day.</summary>
    public KnownHousehold? HomeOn(DateOnly day) => _memberships.Find(m => m.Joined <= day && !(m.Left <= day))?.Household;
}

internal sealed class KnownMember : KnownRow
{
    public KnownPerson Person { get; set; } = null!;
    public KnownHousehold Household { get; set; } = null!;
    public DateOnly Joined { get; set; }
    public DateOnly? Left { get; set; }
}

internal sealed class KnownPolicy : KnownRow
{
    public Guid VillageId { get; set; }
    public Guid? GroupId { get; set; }
    public DateOnly IssueDate { get; set; }
}

internal sealed class KnownClaim : KnownRow
{
    /// <summary>What is known of a claim that somebody has worked on by hand; null for one that only lists have told.</summary>
    public ClaimFacts? ByHand { get; init; }

    /// <summary>Reads the facts, from the accident's day in the fourth column on.</summary>
    public static ClaimFacts Facts(NpgsqlDataReader row) => new(Day(row, 3)!.Value, Day(row, 4)!.Value)
    {
        PapersReceivedOn = Day(row, 5),
        SupplementAskedOn = Day(row, 6),
        SupplementReceivedOn = Day(row, 7),
        SurveyedOn = Day(row, 8),
        AssessedOn = Day(row, 9),
        DeterminedOn = Day(row, 10),
        AgreedOn = Day(row, 11),
        PaidOn = Day(row, 12),
        RefusalNotifiedOn = Day(row, 13),
        InterimPaidOn = Day(row, 14),
        ClosedOn = Day(row, 15),
        WithdrawnOn = Day(row, 16),
        ReopenedOn = Day(row, 17),
        Decision = row.IsDBNull(18) ? null : (ClaimDecision)row.GetInt16(18),
        ClaimedFen = Sum(row, 19),
        DecidedFen = Sum(row, 20),
        PaidFen = Sum(row, 21),
        InterimFen = Sum(row, 22),
    };

    private static DateOnly? Day(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    private static long? Sum(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
