using Npgsql;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>What the tables of one import share.</summary>
internal sealed class ImportRun(AppDb db, NpgsqlConnection connection, Vault vault, Guid batch, ImportRules rules, string ownInsurer, Func<ImportProgress, Task>? progress, long lines)
{
    private const int RowsBetweenReports = 5_000;

    private long _rows;

    public AppDb Db => db;
    public NpgsqlConnection Connection => connection;
    public Vault Vault => vault;
    public Guid Batch => batch;
    public ImportRules Rules => rules;
    public string OwnInsurer => ownInsurer;
    public KnownKeys Keys { get; } = new();
    public ProblemList Problems { get; } = new();
    public long RivalPolicies { get; set; }
    public long UnregisteredAgentPolicies { get; set; }
    public long ProductsToDecide { get; set; }

    /// <summary>Counts a row and reports now and then.</summary>
    public async ValueTask TickAsync(string table)
    {
        if (++_rows % RowsBetweenReports == 0) await ReportAsync(table);
    }

    public Task ReportAsync(string table) => progress?.Invoke(new(table, _rows, Math.Max(lines, _rows))) ?? Task.CompletedTask;
}

/// <summary>How far an import is: the table it is in, rows read, and about how many there are.</summary>
public sealed record ImportProgress(string Step, long Done, long Total);

/// <summary>What the host allows in imports: made-up people of the test region 999999 in evaluation and tests.</summary>
public sealed record ImportRules(bool TestRegionAllowed = false);
