using VillageInsurance.Domain.Households;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>households.csv: a household and the place where it lies from its first to its last day.</summary>
internal sealed class HouseholdImport() : TableImport("households", """
    id uuid, is_new boolean, place_id uuid, number text, village_id uuid, group_id uuid, kind smallint, is_family boolean, head_name text, phone_cipher bytea, phone_index bytea,
    main_income text, income_band text, joined_on date, left_on date, left_reason smallint
    """,
    "household_no", "village_code", "group_no", "head_name", "phone", "main_income", "income_band", "joined_on", "left_on", "left_reason", "kind")
{
    private static readonly Target Households = new("households",
        "id, village_id, group_id, !number, kind, head_name, phone_cipher, phone_index, main_income, income_band, joined_on, left_on, left_reason");

    private static readonly Target Places = new("household_places",
        "id=place_id, !household_id=id, village_id, group_id, is_family, from_day=joined_on, to_day=left_on, known_on=joined_on");

    private readonly List<(Guid Id, Guid VillageId, string Name)> _groups = [];

    protected override void Take(ImportRun run, RowReader row, Stage stage)
    {
        var number = row.Text("household_no", 40);
        var village = row.Known("village_code", run.Keys.Villages, ImportExpectation.KnownVillage);
        var (groupName, headName, phone) = (row.TextOrNull("group_no", 40), row.Text("head_name", 100), row.TextOrNull("phone", 20));
        var (income, band, kind) = (row.TextOrNull("main_income", 40), row.TextOrNull("income_band", 20), row.OneOf("kind", ClosedLists.HouseholdKinds));
        var (joined, left, reason) = (row.Date("joined_on"), row.DateOrNull("left_on"), row.OneOfOrNull("left_reason", ClosedLists.HouseholdEnds));
        row.NotBefore("left_on", left, joined);
        var household = KnownRow.Take(run.Keys.Households, number, row, "household_no");
        if (!row.IsSound) return;
        household.VillageId = village!.Id;
        household.GroupId = groupName is null ? null : Group(run, village.Id, groupName);
        var secret = phone is null ? null : run.Vault.Seal(PersonalCells.Phone, household.Id, phone);
        stage.Row(household.IsNew).Put(household.Id).Put(household.IsNew).Put(household.PlaceId).Put(number).Put(household.VillageId).Put(household.GroupId)
            .Put((short)kind).Put(kind == HouseholdKind.Family).Put(headName).Put(secret?.Cipher).Put(secret?.Index)
            .Put(income).Put(band).Put(joined).Put(left).Put((short?)reason);
    }

    protected override async Task<(long Added, long Changed)> MergeAsync(ImportRun run, Stage stage)
    {
        var (added, changed) = await stage.MergeAsync(Households, run.Batch);
        // A changed place is a changed household: village, group, kind and days stand in both.
        await stage.MergeAsync(Places, run.Batch);
        return (added, changed);
    }

    /// <summary>The groups that no household named before.</summary>
    public IReadOnlyList<(Guid Id, Guid VillageId, string Name)> NewGroups => _groups;

    private Guid Group(ImportRun run, Guid village, string name)
    {
        if (run.Keys.Groups.TryGetValue((village, name), out var group)) return group;
        run.Keys.Groups.Add((village, name), group = Guid.CreateVersion7());
        _groups.Add((group, village, name));
        return group;
    }
}
