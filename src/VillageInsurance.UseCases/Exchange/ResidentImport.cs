using VillageInsurance.Domain.Households;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>residents.csv: a row is a membership, an ID number is a person. A second row with the same ID number is a move of the same person.</summary>
internal sealed class ResidentImport() : TableImport("residents", """
    id uuid, is_new boolean, number text, household_id uuid, village_id uuid, group_id uuid, relation text, residence smallint, joined_on date, join_reason smallint, left_on date, left_reason smallint,
    person_id uuid, person_is_new boolean, is_first boolean, person_village_id uuid, person_group_id uuid,
    id_number_cipher bytea, id_number_index bytea, name text, sex smallint, birth_date date, ethnicity text
    """,
    "resident_id", "household_no", "name", "id_no", "sex", "birth_date", "relation", "ethnicity", "residence_kind", "joined_on", "join_reason", "left_on", "left_reason")
{
    private static readonly Target Persons = new("persons",
        "id=person_id, village_id=person_village_id, group_id=person_group_id, !id_number_cipher, !id_number_index, name, sex, birth_date, ethnicity",
        isNew: "person_is_new", only: "s.is_first");

    private static readonly Target Memberships = new("memberships",
        "id, village_id, group_id, !number, person_id, household_id, relation, residence, joined_on, join_reason, left_on, left_reason, known_on=joined_on");

    protected override void Take(ImportRun run, RowReader row, Stage stage)
    {
        var number = row.Text("resident_id", 40);
        var household = row.Known("household_no", run.Keys.Households, ImportExpectation.KnownHousehold);
        var (name, ethnicity, relation) = (row.Text("name", 100), row.TextOrNull("ethnicity", 40), row.TextOrNull("relation", 40));
        var id = ReadIdNumber(run, row);
        var residence = row.OneOf("residence_kind", ClosedLists.Residences);
        var (joined, joinReason) = (row.Date("joined_on"), row.OneOf("join_reason", ClosedLists.JoinReasons));
        var (left, leftReason) = (row.DateOrNull("left_on"), row.OneOfOrNull("left_reason", ClosedLists.LeaveReasons));
        row.NotBefore("left_on", left, joined);
        var member = KnownRow.Take(run.Keys.Members, number, row, "resident_id");
        if (!row.IsSound) return;

        var index = run.Vault.IndexOf(id.Text);
        var key = KnownKeys.PersonKey(index);
        if (!run.Keys.Persons.TryGetValue(key, out var person)) run.Keys.Persons.Add(key, person = new());
        var isFirst = !person.Seen;
        person.Seen = true;
        member.Person?.Remove(member);
        (member.Person, member.Household, member.Joined, member.Left) = (person, household!, joined, left);
        person.Add(member);
        if (isFirst) (person.VillageId, person.GroupId) = (household!.VillageId, household.GroupId);

        stage.Row(member.IsNew && person.IsNew).Put(member.Id).Put(member.IsNew).Put(number).Put(household!.Id).Put(household.VillageId).Put(household.GroupId)
            .Put(relation).Put((short)residence).Put(joined).Put((short)joinReason).Put(left).Put((short?)leftReason)
            .Put(person.Id).Put(person.IsNew).Put(isFirst).Put(person.VillageId).Put(person.GroupId)
            .Put(isFirst && person.IsNew ? run.Vault.Seal(PersonalCells.IdNumber, person.Id, id.Text).Cipher : null).Put(index)
            .Put(name).Put((short)id.Sex).Put(id.BirthDate).Put(ethnicity);
    }

    protected override async Task<(long Added, long Changed)> MergeAsync(ImportRun run, Stage stage)
    {
        await CorrectSightAsync(run, stage);
        var persons = await stage.MergeAsync(Persons, run.Batch);
        var (added, changed) = await stage.MergeAsync(Memberships, run.Batch);
        // A row of the file changes when its membership or its person does; both at once are one row.
        return (added, Math.Max(changed, persons.Changed));
    }

    private static IdNumber ReadIdNumber(ImportRun run, RowReader row)
    {
        if (!IdNumber.TryParse(row.Text("id_no", 18), run.Rules.TestRegionAllowed, out var id)) row.Tell("id_no", ImportExpectation.IdNumber);
        else if (row.Date("birth_date") != id.BirthDate) row.Tell("birth_date", ImportExpectation.BirthDateOfIdNumber);
        else if (row.OneOf("sex", ClosedLists.Sexes) != id.Sex) row.Tell("sex", ImportExpectation.SexOfIdNumber);
        return id;
    }

    // Where a person is seen is known only when all memberships are.
    private static async Task CorrectSightAsync(ImportRun run, Stage stage)
    {
        var moved = run.Keys.Persons.Values.Where(p => p.Seen && p.Home is { } home && (home.VillageId, home.GroupId) != (p.VillageId, p.GroupId)).ToList();
        if (moved.Count == 0) return;
        foreach (var person in moved) (person.VillageId, person.GroupId) = (person.Home!.VillageId, person.Home.GroupId);
        await stage.ExecuteAsync("""
            update import_stage s set person_village_id = m.village_id, person_group_id = m.group_id
            from unnest($1, $2, $3) m(person_id, village_id, group_id) where s.person_id = m.person_id and s.is_first
            """, moved.Select(p => p.Id).ToArray(), moved.Select(p => p.VillageId).ToArray(), moved.Select(p => p.GroupId).ToArray());
    }
}
