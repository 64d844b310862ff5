using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Says what a roster's columns hold, where they were taken for something else. It is checked anew, and the next list of the village with this header is read so.</summary>
public sealed class CorrectRosterColumns(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Fields">What each of the shown columns holds, in their order; null for one that is not read.</param>
    /// <param name="JobId">The id of the job that checks anew, made by the page.</param>
    public sealed record Input(Guid BatchId, int SeenVersion, IReadOnlyList<RosterField?> Fields, Guid JobId);

    /// <summary>No two columns hold the same.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.BatchId).NotEmpty();
            RuleFor(i => i.JobId).NotEmpty();
            RuleFor(i => i.Fields).NotEmpty().Must(fields => fields.OfType<RosterField>().Distinct().Count() == fields.OfType<RosterField>().Count());
        }
    }

    /// <summary>Corrects, and says in whose name. Refused: once rows are stored, a page that somebody overtook.</summary>
    public Task<Guid> RunAsync(Input input) => gate.ChangeAsync(Permission.ImportRosters, async db =>
    {
        input.MustMeet(new InputRules());
        var batch = await db.RosterBatches.FindAsSeenAsync(input.BatchId, input.SeenVersion);
        if (input.Fields.Count != batch.Columns.Count) throw new ChangedMeanwhile();
        batch.Await(input.JobId, RosterState.Checking);
        var columns = batch.Columns.Select((c, i) => c with { Field = input.Fields[i] }).ToList();
        var hash = RosterReading.HashOf(columns.Select(c => c.Header));
        if (await db.RosterRecipes.SingleOrDefaultAsync(r => r.VillageId == batch.VillageId && r.GroupId == batch.GroupId && r.HeaderHash == hash) is { } recipe) recipe.Correct(columns);
        else db.Add(new RosterRecipe(Guid.CreateVersion7(), batch.VillageId, batch.GroupId, hash, columns));
        db.Add(RosterJobs.Begin(input.JobId, batch, RosterAct.Check, db.Actor.StaffId, clock.GetUtcNow()));
        return db.Actor.StaffId;
    });
}
