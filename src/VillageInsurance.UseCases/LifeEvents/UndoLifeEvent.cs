using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.LifeEvents;

/// <summary>Who entered an event takes it back on the same day. Later it takes a correction.</summary>
public sealed class UndoLifeEvent(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The event as it was seen.</summary>
    public sealed record Input(Guid EventId, int SeenVersion);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.EventId).NotEmpty();
    }

    /// <summary>Takes it back. Refused when something has been built on it since.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.KeepHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        var life = await db.LifeEvents.FindAsSeenAsync(input.EventId, input.SeenVersion);
        life.Undo(db.Actor.StaffId, clock.Today(), clock.GetUtcNow());
        await db.TakeBackAsync(life, clock.Today());
    });
}
