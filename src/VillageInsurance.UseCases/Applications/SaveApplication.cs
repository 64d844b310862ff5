using FluentValidation;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Applications;

/// <summary>The township writes in a draft or returned application, without sending it.</summary>
public sealed class SaveApplication(AppDbGate gate)
{
    /// <summary>The name under which the form's draft is kept.</summary>
    public const string DraftName = "site-application";

    /// <summary>The whole form, and the version on which it was written.</summary>
    public sealed record Input(Guid ApplicationId, int SeenVersion, ApplicationForm Form);

    /// <summary>An unfinished form may be saved.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Form).SetValidator(new FormRules());
    }

    /// <summary>Saves it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DraftApplications, async db =>
    {
        input.MustMeet(new InputRules());
        var (application, rules) = await db.ApplicationAsSeenAsync(input.ApplicationId, input.SeenVersion);
        application.Edit(db.Actor, input.Form, rules);
        await db.DropDraftAsync(DraftName, application.Id);
    });
}
