using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Complaints;

/// <summary>The insurer records that the complainant was told of the decision.</summary>
public sealed class TellComplainant(AppDbGate gate, TimeProvider clock)
{
    /// <summary>As it was seen, and the day.</summary>
    public sealed record Input(Guid Id, int SeenVersion, DateOnly On);

    /// <summary>An id.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Id).NotEmpty();
    }

    /// <summary>Records it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DecideComplaints, async db =>
    {
        input.MustMeet(new InputRules());
        var complaint = await db.Complaints.FindAsSeenAsync(input.Id, input.SeenVersion);
        complaint.Tell(input.On, clock.Today());
        await db.ClearQueueOfAsync(complaint.Id);
    });
}
