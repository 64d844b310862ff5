using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Policies;

/// <summary>Asks for what holds of a checked list to be taken, or for the list to be checked anew; a background job takes it up.</summary>
public sealed class AskToTakeInsurerList(AppDbGate gate, TimeProvider clock)
{
    /// <param name="JobId">The job's id, made by the page.</param>
    /// <param name="OnlyCheck">Whether it is only to be read again, such as after households were registered.</param>
    public sealed record Input(Guid ListId, int SeenVersion, Guid JobId, bool OnlyCheck = false);

    /// <summary>A list and a job.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.ListId).NotEmpty();
            RuleFor(i => i.JobId).NotEmpty();
        }
    }

    /// <summary>Asks, and says in whose name. Refused: not checked, being worked on, a page that somebody overtook.</summary>
    public Task<Guid> RunAsync(Input input) => gate.ChangeAsync(Permission.BringInsurerLists, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.JobRequests.AnyAsync(j => j.Id == input.JobId)) return db.Actor.StaffId;
        var list = await db.InsurerLists.FindAsSeenAsync(input.ListId, input.SeenVersion);
        list.Await(input.JobId, !input.OnlyCheck);
        db.Add(InsurerListJobs.Begin(input.JobId, list.Id, db.Actor.StaffId, clock.GetUtcNow()));
        return db.Actor.StaffId;
    });
}
