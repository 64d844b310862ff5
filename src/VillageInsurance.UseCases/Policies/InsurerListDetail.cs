using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Policies;

/// <summary>A list of the insurer as its page shows it: where it stands, what was counted, and a page of the rows that ask or are refused.</summary>
public sealed class InsurerListDetail(AppDbGate gate, Vault vault)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <param name="After">The last row of the page before; null for the first page.</param>
    public sealed record Input(Guid ListId, RowOutcome? Outcome = null, RowPlace? After = null);

    /// <summary>A list is named.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.ListId).NotEmpty();
    }

    /// <summary>Where a row stands in its file.</summary>
    public sealed record RowPlace(short Sheet, int Row);

    /// <summary>A row that asks or is refused.</summary>
    public sealed record Question(Guid Id, int Version, RowPlace Place, RowOutcome Outcome, RosterField? Field, string Why, string Number, IReadOnlyList<RowCandidate> Candidates, Guid? ChosenId);

    /// <param name="Done">Rows that the job has gone through, of <paramref name="Total"/>; null when none works on it.</param>
    /// <param name="WhyBroken">The text key of the refusal that the last job ended with; null when it did not.</param>
    public sealed record View(Guid Id, int Version, string FileName, string By, DateTimeOffset At, InsurerListState State, FileFault? Fault, InsurerListCounts Counts, DateTimeOffset? TakenAt,
        IReadOnlyList<Question> Questions, bool HasMore, int Chosen, long? Done, long Total, string? WhyBroken);

    /// <summary>Reads it.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.BringInsurerLists, async db =>
    {
        input.MustMeet(new InputRules());
        var list = await db.InsurerLists.AsNoTracking().FindOrRefuseAsync(input.ListId, cancel);
        var all = db.InsurerListQuestions.AsNoTracking().Where(q => q.ListId == list.Id && q.Round == list.Round);
        var shown = all.Where(q => input.Outcome == null ? q.Outcome == RowOutcome.Asks || q.Outcome == RowOutcome.Refused : q.Outcome == input.Outcome);
        if (input.After is { } after) shown = shown.Where(q => q.Sheet > after.Sheet || q.Sheet == after.Sheet && q.Row > after.Row);
        var rows = await shown.OrderBy(q => q.Sheet).ThenBy(q => q.Row).Take(PageSize + 1).ToListAsync(cancel);
        var job = await db.JobRequests.AsNoTracking().SingleOrDefaultAsync(j => j.Id == list.JobId, cancel);
        var runs = job is { State: JobState.Waiting or JobState.Running };
        return new View(list.Id, list.Version, list.FileName, (await db.StaffNamesAsync([list.StaffId], cancel)).GetValueOrDefault(list.StaffId, ""), list.At, list.State, list.Fault, list.Counts, list.TakenAt,
            [.. rows.Take(PageSize).Select(Shown)], rows.Count > PageSize, await all.CountAsync(q => q.Outcome == RowOutcome.Asks && q.ChosenId != null, cancel),
            runs ? job!.Done : null, runs ? job!.Total : 0, job is { State: JobState.Refused or JobState.Failed } ? job.Reason : null);
    }, cancel);

    private Question Shown(InsurerListQuestion q)
    {
        var cells = JsonSerializer.Deserialize<QuestionCells>(vault.OpenBytes(QuestionStage.CellsName, q.Id, q.Cells), JsonColumn.Format)!;
        return new(q.Id, q.Version, new(q.Sheet, q.Row), q.Outcome, q.Field, q.Why, cells.Number, cells.Candidates, q.ChosenId);
    }
}
