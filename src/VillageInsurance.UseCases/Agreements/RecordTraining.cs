using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>One training or exchange with its attendance: the office records those of supervisors, the insurer those of agents.</summary>
public sealed class RecordTraining(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="AreaId">The county, or the township for which it was held.</param>
    public sealed record Input(Guid Id, TrainingAudience Audience, TrainingKind Kind, Guid AreaId, DateOnly HeldOn, int Hours, string Place, string Topic, IReadOnlyList<Attendant> Attendants);

    /// <summary>Somebody who was expected, in the village where the person serves.</summary>
    public sealed record Attendant(Guid VillageId, Guid? GroupId, Guid StaffId, bool Attended);

    /// <summary>Place, topic, hours, and at least one who was expected.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules(TimeProvider clock)
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Audience).IsInEnum();
            RuleFor(i => i.Kind).IsInEnum();
            RuleFor(i => i.AreaId).NotEmpty();
            RuleFor(i => i.HeldOn).LessThanOrEqualTo(clock.Today());
            RuleFor(i => i.Hours).InclusiveBetween(1, 240);
            RuleFor(i => i.Place).NotEmpty().MaximumLength(100);
            RuleFor(i => i.Topic).NotEmpty().MaximumLength(200);
            RuleFor(i => i.Attendants).NotNull().Must(a => a is { Count: > 0 and <= 1000 } && a.Select(x => (x.StaffId, x.VillageId)).Distinct().Count() == a.Count);
        }
    }

    /// <summary>Records it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(TrainingEvent.NeededFor(input.Audience), async db =>
    {
        input.MustMeet(new InputRules(clock));
        if (await db.Trainings.SingleOrDefaultAsync(t => t.Id == input.Id) is { } first)
        {
            if ((first.AreaId, first.HeldOn, first.Topic) != (input.AreaId, input.HeldOn, input.Topic)) throw new AlreadyCreated(input.Id);
            return;
        }
        if (!await db.Areas.AnyAsync(a => a.Id == input.AreaId && (a.Level == AreaLevel.County || a.Level == AreaLevel.Township))) throw new NotFound(nameof(Area), input.AreaId);
        var training = new TrainingEvent(input.Id, input.Audience, input.Kind, input.AreaId, input.HeldOn, input.Hours, input.Place, input.Topic, db.Actor.StaffId);
        db.Add(training);
        db.AddRange(input.Attendants.Select(a => training.Note(a.VillageId, a.GroupId, a.StaffId, a.Attended)));
    });
}
