namespace VillageInsurance.UseCases.Exchange;

/// <summary>students.csv: enrolments. They belong to the person, whichever of his rows the list names.</summary>
internal sealed class StudentImport() : TableImport("students",
    "id uuid, is_new boolean, village_id uuid, group_id uuid, person_id uuid, listed_under text, school text, stage smallint, from_day date, to_day date",
    "resident_id", "school", "stage", "enrolled_from", "enrolled_to")
{
    private static readonly Target Enrolments = new("enrolments",
        "id, village_id, group_id, person_id, !listed_under, school, !stage, !from_day, to_day, known_on=from_day");

    protected override void Take(ImportRun run, RowReader row, Stage stage)
    {
        var number = row.Text("resident_id", 40);
        var member = row.Known("resident_id", run.Keys.Members, ImportExpectation.KnownResident);
        var (school, level) = (row.Text("school", 100), row.OneOf("stage", ClosedLists.Stages));
        var (from, to) = (row.Date("enrolled_from"), row.DateOrNull("enrolled_to"));
        if (!row.IsSound) return;
        var enrolment = KnownRow.Take(run.Keys.Enrolments, (number, from, (short)level), row, "resident_id");
        if (!row.IsSound || member!.Person is not { } person) return;
        stage.Row(enrolment.IsNew).Put(enrolment.Id).Put(enrolment.IsNew).Put(person.Home!.VillageId).Put(person.Home.GroupId).Put(person.Id)
            .Put(number).Put(school).Put((short)level).Put(from).Put(to);
    }

    protected override Task<(long Added, long Changed)> MergeAsync(ImportRun run, Stage stage) => stage.MergeAsync(Enrolments, run.Batch);
}
