using FluentValidation;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Applications;

/// <summary>Who decides in this scheme sends an application back, with the reason and the fields at fault. It waits in the sender's queue.</summary>
public sealed class ReturnApplication(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The application as it was seen, the reason, and the names of the fields to correct.</summary>
    public sealed record Input(Guid ApplicationId, int SeenVersion, string Opinion, IReadOnlyList<string> Fields);

    /// <summary>A reason of at most 500 characters and at least one field.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Opinion).NotEmpty().MaximumLength(500);
            RuleFor(i => i.Fields).NotEmpty();
        }
    }

    /// <summary>Returns it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DecideApplications, async db =>
    {
        input.MustMeet(new InputRules());
        var (application, rules) = await db.ApplicationAsSeenAsync(input.ApplicationId, input.SeenVersion);
        application.Return(db.Actor, input.Opinion, input.Fields, rules, clock.GetUtcNow());
        await db.MoveCycleAsync(application, CycleMove.SendBack, clock, input.Opinion);
        await db.ClearQueueOfAsync(application.Id);
        db.Add(QueueItem.For(application.Rounds[^1].SubmittedById, QueueKind.ApplicationReturned, application.Id, clock.GetUtcNow(), application.VillageId));
    });
}
