namespace VillageInsurance.UseCases.Exchange;

/// <summary>staff.csv: people without accounts, whom policies name.</summary>
internal sealed class StaffImport() : TableImport("staff",
    "id uuid, is_new boolean, code text, name text, registration_number text, registration_from date, registration_to date",
    "staff_id", "village_code", "role", "name", "registration_no", "registered_on", "ended_on")
{
    private static readonly Target Staff = new("staff_members", "id, code, name, registration_number, registration_from, registration_to");

    protected override void Take(ImportRun run, RowReader row, Stage stage)
    {
        var (code, name, number) = (row.Text("staff_id", 40), row.Text("name", 100), row.TextOrNull("registration_no", 40));
        row.OneOf("role", ClosedLists.StaffRoles);
        row.Known("village_code", run.Keys.Villages, ImportExpectation.KnownVillage);
        var from = number is null ? row.DateOrNull("registered_on") : row.Date("registered_on");
        var to = row.DateOrNull("ended_on");
        row.NotBefore("ended_on", to, from ?? DateOnly.MinValue);
        var staff = KnownRow.Take(run.Keys.Staff, code, row, "staff_id");
        if (!row.IsSound) return;
        (staff.IsRegistered, staff.From, staff.To) = (number is not null, from, to);
        // A registration is a number with its days, or nothing.
        stage.Row(staff.IsNew).Put(staff.Id).Put(staff.IsNew).Put(code).Put(name).Put(number).Put(number is null ? null : from).Put(number is null ? null : to);
    }

    protected override Task<(long Added, long Changed)> MergeAsync(ImportRun run, Stage stage) => stage.MergeAsync(Staff, run.Batch);
}
