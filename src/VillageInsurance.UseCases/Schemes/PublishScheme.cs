using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Schemes;

/// <summary>A second person publishes a scheme's draft, to hold from a day on. It never changes again; cycles that have begun keep the version they began with.</summary>
public sealed class PublishScheme(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The draft as it was seen, and the first day.</summary>
    public sealed record Input(Guid SchemeId, int SeenVersion, DateOnly From);

    /// <summary>A day that can be meant.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.SchemeId).NotEmpty();
            RuleFor(i => i.From).GreaterThan(new DateOnly(2000, 1, 1));
        }
    }

    /// <summary>Publishes it. Refused to who drafted or edited it, without the approval document, for a day that is past, and when it changed meanwhile.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.PublishSchemes, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"scheme {input.SchemeId}");
        (await db.Schemes.FindAsSeenAsync(input.SchemeId, input.SeenVersion)).Publish(db.Actor.StaffId, input.From, clock.Today());
    });
}
