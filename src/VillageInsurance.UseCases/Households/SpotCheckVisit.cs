using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>The supervisor asks a family whether a visit was as recorded.</summary>
public sealed class SpotCheckVisit(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The visit as seen, whether it matches, and what does not.</summary>
    public sealed record Input(Guid VisitId, int SeenVersion, bool Matches, string? Note);

    /// <summary>A short note.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Note).MaximumLength(300);
    }

    /// <summary>Records the answer. Refused to the agent of the visit, and a second time.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.SpotCheckVisits, async db =>
    {
        input.MustMeet(new InputRules());
        var visit = await db.Visits.FindAsSeenAsync(input.VisitId, input.SeenVersion);
        visit.Check(db.Actor.StaffId, clock.Today(), input.Matches, input.Note);
    });
}
