using Npgsql;
using NpgsqlTypes;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>A temporary table that rows are copied to, because PostgreSQL refuses COPY into a table with row-level security;
/// from there they are merged into the real tables by whole sets. A column with a default is the same in all rows, and not copied.</summary>
internal sealed class Stage(NpgsqlConnection connection, string columns) : IAsyncDisposable
{
    // "on commit drop": whatever happens, nothing of it stays.
    private const string Name = "import_stage";

    private NpgsqlBinaryImporter? _copy;
    private bool _any, _hasKnown;

    public async Task BeginAsync()
    {
        await ExecuteAsync($"create temp table {Name} ({columns}) on commit drop");
        var names = string.Join(", ", columns.Split(',').Where(c => !c.Contains(" default ", StringComparison.Ordinal)).Select(c => c.Trim().Split(' ')[0]));
        _copy = await connection.BeginBinaryImportAsync($"copy {Name} ({names}) from stdin (format binary)");
    }

    /// <summary>Begins a row; its values follow in the order of the columns.</summary>
    public Stage Row(bool isNew)
    {
        _copy!.StartRow();
        _hasKnown |= !isNew;
        _any = true;
        return this;
    }

    public Stage Put(Guid value) => Put(value, NpgsqlDbType.Uuid);
    public Stage Put(Guid? value) => PutOrNull(value, NpgsqlDbType.Uuid);
    public Stage Put(string? value) => value is null ? PutNull() : Put(value, NpgsqlDbType.Text);
    public Stage Put(byte[]? value) => value is null ? PutNull() : Put(value, NpgsqlDbType.Bytea);
    public Stage Put(DateOnly value) => Put(value, NpgsqlDbType.Date);
    public Stage Put(DateOnly? value) => PutOrNull(value, NpgsqlDbType.Date);
    public Stage Put(bool value) => Put(value, NpgsqlDbType.Boolean);
    public Stage Put(short value) => Put(value, NpgsqlDbType.Smallint);
    public Stage Put(short? value) => PutOrNull(value, NpgsqlDbType.Smallint);
    public Stage Put(int? value) => PutOrNull(value, NpgsqlDbType.Integer);
    public Stage Put(int value) => Put(value, NpgsqlDbType.Integer);
    public Stage Put(long value) => Put(value, NpgsqlDbType.Bigint);
    public Stage Put(long? value) => PutOrNull(value, NpgsqlDbType.Bigint);

    /// <summary>Ends copying; nothing is merged yet.</summary>
    public async Task CompleteAsync()
    {
        await _copy!.CompleteAsync();
        await _copy.DisposeAsync();
        _copy = null;
    }

    /// <summary>Adds the new rows to a table and changes those that differ. Gives how many of each.</summary>
    public async Task<(long Added, long Changed)> MergeAsync(Target target, Guid batch)
    {
        if (!_any) return (0, 0);
        object[] values = target.NamesBatch ? [batch] : [];
        var added = await ExecuteAsync(target.Insert(Name), values);
        var changed = _hasKnown ? await ExecuteAsync(target.Update(Name), values) : 0;
        return (added, changed);
    }

    /// <summary>Corrects staged rows before they are merged; "import_stage" is the table's name.</summary>
    public async Task<long> ExecuteAsync(string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_copy is not null) await _copy.DisposeAsync();
        else await ExecuteAsync($"drop table {Name}");
    }

    private Stage Put<T>(T value, NpgsqlDbType type)
    {
        _copy!.Write(value, type);
        return this;
    }

    private Stage PutOrNull<T>(T? value, NpgsqlDbType type) where T : struct => value is { } known ? Put(known, type) : PutNull();

    private Stage PutNull()
    {
        _copy!.WriteNull();
        return this;
    }
}

/// <summary>A table that staged rows go to. A column is filled from the staged one of the same name, or as "column=staged" says; the first is the key,
/// and what is marked by "!" is written once and stays. What stands in the way of a unique key, seen or unseen, is left out where "orNothing" says so.</summary>
internal sealed class Target(string table, string columns, string isNew = "is_new", string only = "true", bool namesBatch = true, bool orNothing = false)
{
    private readonly (string Column, string Staged, bool Stays)[] _columns =
        [.. columns.Split(',').Select(c => c.Trim()).Select(c => (Names: c.TrimStart('!').Split('='), Stays: c[0] == '!')).Select(c => (c.Names[0], c.Names[^1], c.Stays))];

    public bool NamesBatch => namesBatch;

    public string Insert(string stage) => $"""
        insert into {table} ({Join(_columns.Select(c => c.Column))}, version{(namesBatch ? ", batch_id" : "")})
        select {Join(_columns.Select(c => $"s.{c.Staged}"))}, 0{(namesBatch ? ", $1" : "")} from {stage} s where s.{isNew} and {only}{(orNothing ? " on conflict do nothing" : "")}
        """;

    // A cipher text differs each time; the index beside it tells whether the value does.
    public string Update(string stage)
    {
        var key = _columns[0];
        var rest = _columns.Skip(1).Where(c => !c.Stays).ToList();
        var compared = rest.Where(c => !c.Column.EndsWith("_cipher", StringComparison.Ordinal)).ToList();
        return $"""
            update {table} t set {Join(rest.Select(c => $"{c.Column} = s.{c.Staged}"))}, version = t.version + 1{(namesBatch ? ", batch_id = $1" : "")}
            from {stage} s where t.{key.Column} = s.{key.Staged} and not s.{isNew} and {only}
              and ({Join(compared.Select(c => $"t.{c.Column}"))}) is distinct from ({Join(compared.Select(c => $"s.{c.Staged}"))})
            """;
    }

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);
}
