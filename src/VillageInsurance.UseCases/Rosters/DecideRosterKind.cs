using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Decides all open questions of a kind in one step: adopt what is proposed, send back, register without a number.</summary>
public sealed class DecideRosterKind(AppDbGate gate, Vault vault, IFileStore store, TimeProvider clock, ImportRules imports)
{
    /// <summary>The kind, and the decision. With a value it is the proposed one, so only questions that have one are decided.</summary>
    public sealed record Input(Guid BatchId, int SeenVersion, RosterReason Reason, RosterDecision Decision);

    /// <summary>A kind and a decision.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.BatchId).NotEmpty();
            RuleFor(i => i.Reason).IsInEnum();
            RuleFor(i => i.Decision).IsInEnum();
        }
    }

    /// <summary>Decides, and says how many. Refused like a single decision.</summary>
    public Task<int> RunAsync(Input input) => gate.ChangeAsync(Permission.ImportRosters, async db =>
    {
        input.MustMeet(new InputRules());
        var batch = await db.RosterBatches.FindAsSeenAsync(input.BatchId, input.SeenVersion);
        if (batch.State != RosterState.Ready) throw RosterRule.OnlyAnOpenRosterGoesOn.Broken();
        var open = db.RosterFindings.Where(f => f.BatchId == batch.Id && f.Round == batch.Round && f.Reason == input.Reason && f.Decision == RosterDecision.Open
            && (f.Handling == RosterHandling.Ask || f.Handling == RosterHandling.Reject));
        if (input.Decision == RosterDecision.Value) open = open.Where(f => f.HasAnswer);
        var decided = await open.ToListAsync();
        foreach (var finding in decided) finding.Decide(input.Decision, null);
        // Two people at one roster are told apart even when they decide different kinds.
        db.Entry(batch).Property(b => b.StoredRows).IsModified = true;
        if (batch.StoredAt is not null && input.Decision != RosterDecision.SentBack) await new RosterStoring(db, vault, store, clock, imports, batch, [.. decided]).RunAsync();
        return decided.Count;
    });
}
