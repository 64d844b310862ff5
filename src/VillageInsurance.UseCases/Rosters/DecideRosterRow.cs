using System.Text;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Decides one open question of a roster. Once rows have been stored, its row is stored with the last decision that it waited for.</summary>
public sealed class DecideRosterRow(AppDbGate gate, Vault vault, IFileStore store, TimeProvider clock, ImportRules imports)
{
    /// <param name="Value">A typed value; null takes the proposed one.</param>
    /// <param name="Candidate">Which of the proposed values is meant, from 0; null for the first.</param>
    public sealed record Input(Guid FindingId, int SeenVersion, RosterDecision Decision, string? Value, int? Candidate = null);

    /// <summary>A decision, and a value that fits into a cell.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.FindingId).NotEmpty();
            RuleFor(i => i.Decision).IsInEnum();
            RuleFor(i => i.Value).MaximumLength(100);
            RuleFor(i => i.Candidate).InclusiveBetween(0, 2);
        }
    }

    /// <summary>Decides. Refused: a value that is none for its column, a number left for later where none is missing, a page that somebody overtook.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ImportRosters, async db =>
    {
        input.MustMeet(new InputRules());
        var finding = await db.RosterFindings.FindAsSeenAsync(input.FindingId, input.SeenVersion);
        var batch = await db.RosterBatches.FindOrRefuseAsync(finding.BatchId);
        if (batch.State != RosterState.Ready || finding.Round != batch.Round || finding.Handling is not (RosterHandling.Ask or RosterHandling.Reject)) throw RosterRule.OnlyAnOpenRosterGoesOn.Broken();
        finding.Decide(input.Decision, await TypedAsync(db, finding, input));
        if (batch.StoredAt is null || input.Decision is not (RosterDecision.Value or RosterDecision.Temporary)) return;
        if (await db.RosterFindings.AnyAsync(f => f.Id != finding.Id && f.BatchId == batch.Id && f.Round == batch.Round && f.Sheet == finding.Sheet && f.Row == finding.Row
            && (f.Handling == RosterHandling.Ask || f.Handling == RosterHandling.Reject) && (f.Decision == RosterDecision.Open || f.Decision == RosterDecision.SentBack))) return;
        await new RosterStoring(db, vault, store, clock, imports, batch, finding).RunAsync();
    });

    private async Task<byte[]?> TypedAsync(AppDb db, RosterFinding finding, Input input)
    {
        if (input.Decision != RosterDecision.Value) return null;
        if (input.Candidate is > 0 and var chosen && RosterDecisions.CellsOf(vault, finding).Candidates is var offered)
            return chosen < offered.Count ? vault.SealBytes(FindingStage.TypedName, finding.Id, Encoding.UTF8.GetBytes(offered[chosen])) : throw RosterRule.OnlyAGoodValueDecides.Broken();
        if (string.IsNullOrWhiteSpace(input.Value)) return finding.HasAnswer ? null : throw RosterRule.OnlyAGoodValueDecides.Broken();
        var names = finding.Field == RosterField.Village ? await db.Areas.Where(a => a.Level == AreaLevel.Village).Select(a => a.Name).Distinct().ToListAsync() : [];
        var read = RosterLines.ReadCell(finding.Field ?? RosterField.Remark, input.Value, new(new(names), imports.TestRegionAllowed, clock.Today()));
        return read.IsKnown ? vault.SealBytes(FindingStage.TypedName, finding.Id, Encoding.UTF8.GetBytes(read.Value)) : throw RosterRule.OnlyAGoodValueDecides.Broken();
    }
}
