using FluentValidation;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Applications;

/// <summary>The township sends an application, for the first time or corrected. It waits in the queue of who decides in this scheme.</summary>
public sealed class SubmitApplication(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The form as it is sent, and the version on which it was written.</summary>
    public sealed record Input(Guid ApplicationId, int SeenVersion, ApplicationForm Form);

    /// <summary>The form keeps its limits; that nothing is missing is the application's own rule.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Form).SetValidator(new FormRules());
    }

    /// <summary>Saves and sends it, all or nothing.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DraftApplications, async db =>
    {
        input.MustMeet(new InputRules());
        var (application, rules) = await db.ApplicationAsSeenAsync(input.ApplicationId, input.SeenVersion);
        if (application.Form != input.Form) application.Edit(db.Actor, input.Form, rules);
        application.Submit(db.Actor, rules, clock.GetUtcNow());
        await db.MoveCycleAsync(application, CycleMove.Propose, clock, proven: CycleRule.TheApplicationIsComplete);
        await db.DropDraftAsync(SaveApplication.DraftName, application.Id);
        await db.ClearQueueOfAsync(application.Id);
        db.Add(QueueItem.ForWhoever(rules.Chain.SiteDecider, application.VillageId, QueueKind.ApplicationToDecide, application.Id, clock.GetUtcNow()));
    });
}
