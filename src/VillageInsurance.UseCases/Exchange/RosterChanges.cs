using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>How a roster changes what the register knows already: never to nothing, and never without keeping what stood there.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The staged column with its key.</param>
/// <param name="Rows">Which staged rows.</param>
/// <param name="Columns">Each column, and how its new value is reckoned.</param>
internal sealed record RosterChanges(string Table, string Key, string Rows, params (string Column, string Value, string Back)[] Columns)
{
    /// <summary>People, their memberships and households.</summary>
    public static readonly IReadOnlyList<RosterChanges> All =
    [
        new("persons", "person_id", "not s.person_is_new and s.lost = 0", Kept("name", "text"), Kept("ethnicity", "text"),
            Number("id_number_cipher", "decode(c.old ->> 'id_number_cipher', 'hex')"), Number("id_number_index", "decode(c.old ->> 'id_number_index', 'hex')"),
            Number("sex", "(c.old ->> 'sex')::smallint"), Number("birth_date", "(c.old ->> 'birth_date')::date")),
        new("memberships", "member_id", "not s.is_new and s.lost = 0", Kept("relation", "text")),
        new("households", "household_id", "not s.household_is_new and s.is_first", Kept("head_name", "text"),
            ("joined_on", "case when t.left_on = t.joined_on then s.cut_off else t.joined_on end", "(c.old ->> 'joined_on')::date"),
            ("left_on", "case when t.left_on = t.joined_on then null else t.left_on end", "(c.old ->> 'left_on')::date")),
    ];

    private static readonly string[] Bytes = ["id_number_cipher", "id_number_index"];

    private string Names => string.Join(", ", Columns.Select(c => $"t.{c.Column}"));

    // A cipher text says nothing by itself; the index beside it does.
    private string Differs => $"({string.Join(", ", Compared.Select(c => $"t.{c.Column}"))}) is distinct from ({string.Join(", ", Compared.Select(c => c.Value))})";

    private IEnumerable<(string Column, string Value, string Back)> Compared => Columns.Where(c => c.Column != "id_number_cipher");

    private string Where => $"t.id = s.{Key} and {Rows} and {Differs}";

    /// <summary>Keeps what stood there, then changes it.</summary>
    public async Task CarryOutAsync(Stage stage, RosterBatch batch)
    {
        var old = string.Join(", ", Columns.Select(c => $"'{c.Column}', {(Bytes.Contains(c.Column) ? $"encode(t.{c.Column}, 'hex')" : $"t.{c.Column}")}"));
        var kept = await stage.ExecuteAsync($"""
            insert into roster_changes (id, village_id, group_id, batch_id, record, record_id, seen_version, old, version)
            select gen_random_uuid(), t.village_id, $2::uuid, $1, '{Table}', t.id, t.version + 1, jsonb_build_object({old}, 'batch_id', t.batch_id), 0 from {Table} t, import_stage s where {Where}
            """, batch.Id, (object?)batch.GroupId ?? DBNull.Value);
        if (kept == 0) return;
        await stage.ExecuteAsync($"update {Table} t set {string.Join(", ", Columns.Select(c => $"{c.Column} = {c.Value}"))}, version = t.version + 1, batch_id = $1 from import_stage s where {Where}", batch.Id);
    }

    /// <summary>Whether anybody has edited since what the roster changed.</summary>
    public string Edited => $"""
        select exists (select from {Table} t join (select record_id, max(seen_version) as seen from roster_changes where batch_id = $1 and record = '{Table}' group by record_id) c on c.record_id = t.id where t.version <> c.seen)
            or exists (select from {Table} t where t.batch_id = $1 and t.version <> 0 and not exists (select from roster_changes c where c.batch_id = $1 and c.record_id = t.id))
        """;

    /// <summary>Puts back what stood there before the roster's first change.</summary>
    public string PutBack => $"""
        update {Table} t set {string.Join(", ", Columns.Select(c => $"{c.Column} = {c.Back}"))}, version = t.version + 1, batch_id = (c.old ->> 'batch_id')::uuid
        from (select distinct on (record_id) record_id, old from roster_changes where batch_id = $1 and record = '{Table}' order by record_id, seen_version) c where t.id = c.record_id
        """;

    private static (string, string, string) Kept(string column, string type) => (column, $"coalesce(s.{column}, t.{column})", $"(c.old ->> '{column}')::{type}");

    // Only for whom the register had no number yet; sex and birth date come with it.
    private static (string, string, string) Number(string column, string back) =>
        (column, $"case when t.id_number_index is null and s.id_number_index is not null then s.{column} else t.{column} end", back);
}
