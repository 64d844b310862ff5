using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>What was found in a roster, page by page in the order of its rows. Numbers are masked; names stand in clear for the agent of the village.</summary>
public sealed class RosterFindings(AppDbGate gate, Vault vault)
{
    /// <summary>Findings of a page.</summary>
    public const int PageSize = 50;

    /// <param name="Open">Only what is not decided yet.</param>
    /// <param name="After">How many are passed over: those that were shown before.</param>
    public sealed record Input(Guid BatchId, IReadOnlyList<RosterHandling> Handlings, bool Open, int After = 0, int Most = PageSize);

    /// <summary>A page of a list.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Handlings).NotEmpty();
            RuleFor(i => i.After).GreaterThanOrEqualTo(0);
            RuleFor(i => i.Most).InclusiveBetween(1, 100_000);
        }
    }

    /// <summary>A finding: where it is, whose row, what stands there, what is made of it or proposed, and how it was decided.</summary>
    public sealed record Row(Guid Id, int Version, short Sheet, int RowNumber, RosterField? Field, string Header, RosterHandling Handling, RosterReason Reason, string Name, string Said, string Value, IReadOnlyList<string> Candidates, RosterDecision Decision);

    /// <summary>Reads a page.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ImportRosters, async db =>
    {
        input.MustMeet(new InputRules());
        var batch = await db.RosterBatches.AsNoTracking().FindOrRefuseAsync(input.BatchId, cancel);
        var isClear = db.Actor.RolesFor(Permission.ImportRosters, batch).Contains(Role.ResidentAgent);
        var found = db.RosterFindings.AsNoTracking().Where(f => f.BatchId == batch.Id && f.Round == batch.Round && input.Handlings.Contains(f.Handling));
        if (input.Open) found = found.Where(f => f.Decision == RosterDecision.Open || f.Decision == RosterDecision.SentBack);
        var page = await found.OrderBy(f => f.Sheet).ThenBy(f => f.Row).ThenBy(f => f.Id).Skip(input.After).Take(input.Most).ToListAsync(cancel);
        return [.. page.Select(f => RowOf(f, RosterDecisions.CellsOf(vault, f), isClear))];
    }, cancel);

    private Row RowOf(RosterFinding f, RosterCells cells, bool isClear)
    {
        string Shown(string value) => f.Field switch
        {
            RosterField.IdNumber or RosterField.Phone => Masking.Number(value),
            RosterField.Name or RosterField.HeadName => isClear ? value : Masking.Name(value),
            _ => value,
        };
        var value = f.Decision == RosterDecision.Value ? RosterDecisions.ValueOf(vault, f) : cells.Value;
        return new(f.Id, f.Version, f.Sheet, f.Row, f.Field, f.Header, f.Handling, f.Reason, isClear ? cells.Name : Masking.Name(cells.Name), Shown(cells.Said), Shown(value), [.. cells.Candidates.Select(Shown)], f.Decision);
    }
}
