using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The preparer gives up a list that is still a draft; its villages are free for another one.</summary>
public sealed class GiveUpList(AppDbGate gate)
{
    /// <summary>The list as it was seen.</summary>
    public sealed record Input(Guid ListId, int SeenVersion);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.ListId).NotEmpty();
    }

    /// <summary>Gives it up.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ForwardDeclarations, async db =>
    {
        input.MustMeet(new InputRules());
        var list = await db.ListAsSeenAsync(input.ListId, input.SeenVersion);
        list.GiveUp(db.Actor);
        await db.ClearQueueOfAsync(list.Id);
    });
}
