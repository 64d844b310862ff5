using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Asks for a checked roster to be stored; a background job takes it up.</summary>
public sealed class AskToStoreRoster(AppDbGate gate, TimeProvider clock)
{
    /// <param name="JobId">The job's id, made by the page.</param>
    public sealed record Input(Guid BatchId, int SeenVersion, Guid JobId);

    /// <summary>A roster and a job.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.BatchId).NotEmpty();
            RuleFor(i => i.JobId).NotEmpty();
        }
    }

    /// <summary>Asks, and says in whose name. Refused: not checked, a policy list, undone, a page that somebody overtook.</summary>
    public Task<Guid> RunAsync(Input input) => gate.ChangeAsync(Permission.ImportRosters, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.JobRequests.AnyAsync(j => j.Id == input.JobId)) return db.Actor.StaffId;
        var batch = await db.RosterBatches.FindAsSeenAsync(input.BatchId, input.SeenVersion);
        batch.Await(input.JobId, RosterState.Storing);
        db.Add(RosterJobs.Begin(input.JobId, batch, RosterAct.Store, db.Actor.StaffId, clock.GetUtcNow()));
        return db.Actor.StaffId;
    });
}
