using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Claims;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Policies;

/// <summary>Reads an uploaded list: to say what would become of each row, or to take what holds, all of it or nothing. Rows that ask or are refused are kept with their reasons.</summary>
public sealed class ReadInsurerList(AppDbGate gate, Vault vault, IFileStore store, TimeProvider clock, ImportRules imports)
{
    private const string Trial = "trial";

    /// <summary>The list.</summary>
    public sealed record Input(Guid ListId);

    /// <summary>One is named.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.ListId).NotEmpty();
    }

    /// <summary>Reads. Started twice it changes nothing more. Progress is reported by rows; the receiver must not use this operation's connection.</summary>
    public Task RunAsync(Input input, Func<long, long, Task>? progress = null) => RunAsync(input, SheetLimits.Upload, progress);

    internal Task RunAsync(Input input, SheetLimits limits, Func<long, long, Task>? progress) => gate.ChangeAsync(Permission.BringInsurerLists, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"insurer list {input.ListId:N}");
        var list = await db.InsurerLists.FindOrRefuseAsync(input.ListId);
        if (list.State is not (InsurerListState.Checking or InsurerListState.Taking)) return;
        var file = await RosterFile.OpenAsync(store, vault, list.Id);
        try { await ReadAsync(db, list, file, limits, progress); }
        catch (RefusedFile no) { list.RefusedFor(no.Fault); }
    });

    private async Task ReadAsync(AppDb db, InsurerList list, SheetSource file, SheetLimits limits, Func<long, long, Task>? progress)
    {
        var chosen = (await db.InsurerListQuestions.AsNoTracking().Where(q => q.ListId == list.Id && q.Round == list.Round && q.ChosenId != null && q.Field != null).ToListAsync())
            .ToLookup(q => (q.Sheet, q.Row), q => (q.Field!.Value, q.ChosenId!.Value));
        var villages = await db.Areas.Where(a => a.Level == AreaLevel.Village).Select(a => a.Name).Distinct().ToListAsync();
        var reading = InsurerListReading.Of(file, new(new(villages), imports.TestRegionAllowed, clock.Today()), limits, at => chosen[at].ToDictionary(c => c.Item1, c => c.Item2));
        var (store, rows) = (list.State == InsurerListState.Taking, (long)reading.Policies.Count + reading.Payments.Count + reading.Claims.Count);
        if (progress is not null) await progress(0, rows);
        var intake = new InsurerIntake(db, vault, list.Id, clock.Today());
        // Payments and claims may be of policies that the same list brings: to say what would become of them, the policies are written and thrown away again.
        var isTrial = !store && reading.Payments.Count + reading.Claims.Count > 0;
        if (isTrial) await db.Database.CurrentTransaction!.CreateSavepointAsync(Trial);
        var policies = await intake.PoliciesAsync([.. reading.Policies.Select(p => p.Row)], store || isTrial);
        if (progress is not null) await progress(policies.Count, rows);
        var payments = await intake.PaymentsAsync([.. reading.Payments.Select(p => p.Row)], store);
        if (progress is not null) await progress((long)policies.Count + payments.Count, rows);
        var claims = await new ClaimIntake(db, vault, ClaimWay.List, list.Id, clock.GetUtcNow()).TakeAsync([.. reading.Claims.Select(c => c.Row)], store);
        if (isTrial) await db.Database.CurrentTransaction!.RollbackToSavepointAsync(Trial);
        IReadOnlyList<ListedRow<RowResult>> results = [.. Answered(reading.Policies, policies), .. Answered(reading.Payments, payments), .. Answered(reading.Claims, claims), .. reading.Unreadable];
        await QuestionStage.WriteAsync((NpgsqlConnection)db.Database.GetDbConnection(), vault, list,
            [.. results.Where(r => r.Row.Outcome is RowOutcome.Asks or RowOutcome.Refused || chosen.Contains((r.Sheet, r.Row.Row))).SelectMany(r => Questions(r, chosen[(r.Sheet, r.Row.Row)]))]);
        list.Read(InsurerListCounts.Of([.. results.Select(r => r.Row)]), store, clock.GetUtcNow());
    }

    private static IEnumerable<ListedRow<RowResult>> Answered<T>(IEnumerable<ListedRow<T>> rows, IReadOnlyList<RowResult> results) => rows.Zip(results, (row, result) => new ListedRow<RowResult>(row.Sheet, row.Number, result));

    // What was chosen stays chosen for the next reading, beside what the row still asks.
    private static IEnumerable<(ListedRow<RowResult>, Guid?)> Questions(ListedRow<RowResult> row, IEnumerable<(RosterField Field, Guid Id)> chosen)
    {
        if (row.Row.Outcome is RowOutcome.Asks or RowOutcome.Refused) yield return (row, null);
        foreach (var (field, id) in chosen.Where(c => c.Field != row.Row.Field)) yield return (row with { Row = new(row.Row.Row, RowOutcome.Unchanged, field) }, id);
    }
}
