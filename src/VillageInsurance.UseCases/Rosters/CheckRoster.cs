using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Reads an uploaded roster and keeps what was found: fixed, asks, refused, other than in the register. The register stays as it is.</summary>
public sealed class CheckRoster(AppDbGate gate, Vault vault, IFileStore store, TimeProvider clock, ImportRules imports)
{
    private const int RowsBetweenReports = 1_000;

    /// <summary>The roster.</summary>
    public sealed record Input(Guid BatchId);

    /// <summary>One is named.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.BatchId).NotEmpty();
    }

    /// <summary>Checks. Started twice it finds the same. Progress is reported now and then; the receiver must not use this operation's connection.</summary>
    public Task RunAsync(Input input, Func<long, Task>? progress = null) => RunAsync(input, SheetLimits.Upload, progress);

    internal Task RunAsync(Input input, SheetLimits limits, Func<long, Task>? progress) => gate.ChangeAsync(Permission.ImportRosters, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"roster {input.BatchId:N}");
        var batch = await db.RosterBatches.FindOrRefuseAsync(input.BatchId);
        if (batch.State != RosterState.Checking) return;
        var file = await RosterFile.OpenAsync(store, vault, batch.Id);
        try
        {
            using var reading = await RosterReading.OpenAsync(db, batch, file, imports, clock.Today(), limits);
            using var rows = new CheckedRows();
            var (counts, questions) = await FindAsync(db, batch, reading, rows, progress);
            if (questions.Count > 0) await AnswerAsync(db, batch, file, questions, limits);
            await CheckedRows.ForgetAsync(store, batch.Id, batch.Round);
            batch.Checked(reading.Kind, counts, reading.Columns);
            await rows.KeepAsync(store, vault, batch.Id, batch.Round);
        }
        catch (RefusedFile no)
        {
            batch.RefusedFor(no.Fault);
        }
    });

    private async Task<(RosterCounts, List<(short Sheet, string Name, OpenQuestion Question)>)> FindAsync(AppDb db, RosterBatch batch, RosterReading reading, CheckedRows rows, Func<long, Task>? progress)
    {
        var known = await VillageRegister.LoadAsync(db, batch.VillageId);
        await using var stage = new FindingStage((NpgsqlConnection)db.Database.GetDbConnection(), vault, batch);
        await stage.BeginAsync();
        var (tally, questions) = (new RosterTally(), new List<(short, string, OpenQuestion)>());
        try { await ReadAsync(reading, known, rows, stage, tally, questions, progress); }
        catch (RefusedFile)
        {
            await stage.GiveUpAsync();
            throw;
        }
        await stage.EndAsync();
        return (tally.Counts, questions);
    }

    private async Task ReadAsync(RosterReading reading, VillageRegister known, CheckedRows checkedRows, FindingStage stage, RosterTally tally, List<(short, string, OpenQuestion)> questions, Func<long, Task>? progress)
    {
        var rows = 0L;
        foreach (var (sheet, shape, check) in reading.Lists())
        {
            var matching = shape.Kind == RosterKind.VillageRoster ? new RosterMatching(known, shape, reading.Village, reading.Group) : null;
            checkedRows.Begin(sheet, shape);
            while (check.Read())
            {
                if (++rows % RowsBetweenReports == 0 && progress is not null) await progress(rows);
                var (line, findings) = (check.Line, check.Findings.ToList());
                var own = check.Questions.ToDictionary(q => q.Finding);
                if (matching is not null && line.Kind == LineKind.Data && !line.IsRepeated)
                {
                    if (shape.LacksNumbers && line[RosterField.IdNumber].Reason == RosterReason.IdMissing && matching.IsKnownByName(line))
                    {
                        line[RosterField.IdNumber] = CellReading.Clean("");
                        findings.RemoveAll(f => f.Field == RosterField.IdNumber);
                    }
                    var index = line.Known(RosterField.IdNumber) is { } id ? vault.IndexOf(id) : null;
                    checkedRows.Put(line, index);
                    findings.AddRange(matching.Check(line, index));
                }
                tally.Take(line, findings);
                if (findings.Count == 0) continue;
                var name = line.Known(RosterField.Name) ?? line.Said(RosterField.Name);
                foreach (var finding in findings)
                    if (finding.Handling == RosterHandling.Ask) questions.Add((sheet, name, own.GetValueOrDefault(finding) ?? new(finding, check.Facts, Said(line, finding))));
                    else stage.Put(sheet, finding, new(finding.Handling == RosterHandling.Change ? matching!.RegisteredOf(finding.Field!.Value) : Said(line, finding), finding.Value, [], name));
            }
            checkedRows.End();
        }
    }

    // The questions wait until the list itself and the register have been asked.
    private async Task AnswerAsync(AppDb db, RosterBatch batch, SheetSource file, List<(short Sheet, string Name, OpenQuestion Question)> questions, SheetLimits limits)
    {
        var open = new Questions();
        foreach (var (_, _, question) in questions.Where(q => !q.Question.Finding.IsAnswered)) open.Add(question);
        if (open.Count > 0)
        {
            await RegisterAnswers.ConsiderAsync(db, vault, open, CancellationToken.None);
            using var again = await RosterReading.OpenAsync(db, batch, file, imports, clock.Today(), limits);
            foreach (var (_, _, check) in again.Lists())
                while (check.Read())
                    if (check.Line.Kind == LineKind.Data) open.Consider(check.Facts);
        }
        await using var stage = new FindingStage((NpgsqlConnection)db.Database.GetDbConnection(), vault, batch);
        await stage.BeginAsync();
        foreach (var (sheet, name, question) in questions)
            stage.Put(sheet, question.Finding, new(question.Said, question.Finding.Value, question.Finding.Candidates, name));
        await stage.EndAsync();
    }

    private static string Said(RosterLine line, Finding finding) => finding.Field is { } field ? line.Said(field) : "";
}
