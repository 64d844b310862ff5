using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>Brings in a county's data: all of it in one transaction, or nothing with a list of what is wrong.</summary>
public sealed class ImportCounty(AppDbGate gate, Vault vault, TimeProvider clock, ImportRules rules)
{
    // Any number that nothing else locks.
    private const long Lock = 5_328_010_001;

    /// <summary>The folder, zip or workbook on the server, and why the data may be held: where it comes from, on which basis, when the persons were told.</summary>
    public sealed record Input(string Path, string Source, string Basis, DateOnly NoticeOn);

    /// <summary>The legal basis is complete.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Names and days that can be meant.</summary>
        public InputRules()
        {
            RuleFor(i => i.Path).NotEmpty();
            RuleFor(i => i.Source).NotEmpty().MaximumLength(200);
            RuleFor(i => i.Basis).NotEmpty().MaximumLength(200);
            RuleFor(i => i.NoticeOn).GreaterThan(new DateOnly(2000, 1, 1));
        }
    }

    /// <summary>What came of it.</summary>
    /// <param name="Outcome">Stored, stored before, or refused.</param>
    /// <param name="BatchId">The batch that holds the data; null when it was refused.</param>
    /// <param name="Counts">Rows read, added and changed; null when it was refused.</param>
    /// <param name="Ignored">Files or sheets that are none of the tables.</param>
    /// <param name="ProblemCount">How many problems there are.</param>
    /// <param name="Problems">The first thousand of them.</param>
    public sealed record View(ImportOutcome Outcome, Guid? BatchId, ImportCounts? Counts, IReadOnlyList<string> Ignored, long ProblemCount, IReadOnlyList<ImportProblem> Problems);

    /// <summary>Imports. Progress is reported now and then; the receiver must not use this operation's connection.</summary>
    public async Task<View> RunAsync(Input input, Func<ImportProgress, Task>? progress = null)
    {
        try
        {
            return await StoreAsync(input, progress);
        }
        catch (ImportHasProblems no)
        {
            return new(ImportOutcome.Refused, null, null, no.Ignored, no.Count, no.Problems);
        }
    }

    private Task<View> StoreAsync(Input input, Func<ImportProgress, Task>? progress) => gate.ChangeAsync(Permission.ImportCountyData, async db =>
    {
        input.MustMeet(new InputRules());
        if (db.Actor.ScopeOf(Permission.ImportCountyData) is not { IsWholeCounty: true }) throw new NotPermitted(Permission.ImportCountyData);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await LockAsync(connection);
        try
        {
            using var source = CountySource.Open(input.Path);
            var hash = source.Hash();
            if (await db.ImportBatches.OrderByDescending(b => b.At).FirstOrDefaultAsync() is { } last && last.ContentHash == hash)
                return new View(ImportOutcome.AlreadyStored, last.Id, Untouched(last.Counts), source.Ignored, 0, []);
            return await StoreAsync(db, connection, source, new(Guid.CreateVersion7(), hash, input.Source, input.Basis, input.NoticeOn, db.Actor.StaffId, clock.GetUtcNow()), progress);
        }
        catch (UnreadableFile no)
        {
            throw new ImportHasProblems(1, [no.Problem], []);
        }
    });

    private async Task<View> StoreAsync(AppDb db, NpgsqlConnection connection, CountySource source, ImportBatch batch, Func<ImportProgress, Task>? progress)
    {
        var scheme = await db.SchemeOfAsync(clock.Today().Year);
        var run = new ImportRun(db, connection, vault, batch.Id, rules, scheme.Rules.Policies.OwnInsurer, progress, source.Lines);
        await run.Keys.LoadAsync(connection);
        var counts = await CountyTables.ImportAsync(run, source);
        if (run.Problems.Count > 0) throw new ImportHasProblems(run.Problems.Count, run.Problems.Listed, source.Ignored);
        batch.Brought(new(counts, run.RivalPolicies, run.UnregisteredAgentPolicies, run.ProductsToDecide));
        db.Add(batch);
        return new View(ImportOutcome.Stored, batch.Id, batch.Counts, source.Ignored, 0, []);
    }

    private static async Task LockAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_xact_lock($1)", connection) { Parameters = { new() { Value = Lock } } };
        if (await command.ExecuteScalarAsync() is not true) throw new AnotherImportIsRunning();
    }

    private static ImportCounts Untouched(ImportCounts counts) => counts with { Tables = [.. counts.Tables.Select(t => t with { Added = 0, Changed = 0 })] };
}

/// <summary>How an import ends.</summary>
public enum ImportOutcome { Stored, AlreadyStored, Refused }

/// <summary>Two imports at once would not see each other's rows.</summary>
public sealed class AnotherImportIsRunning() : Refusal("Another import is running.");

/// <summary>Something is wrong in the files, so nothing is stored; the audit keeps that it was tried.</summary>
public sealed class ImportHasProblems(long count, IReadOnlyList<ImportProblem> problems, IReadOnlyList<string> ignored) : Refusal($"{count} problems in the import.")
{
    /// <summary>How many.</summary>
    public long Count => count;

    /// <summary>The first thousand.</summary>
    public IReadOnlyList<ImportProblem> Problems => problems;

    /// <summary>Files that were not read.</summary>
    public IReadOnlyList<string> Ignored => ignored;
}
