using FluentValidation;
using VillageInsurance.Domain.Complaints;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Complaints;

/// <summary>The insurer says what was found and done; then the complainant is to be told, and who took it in hears of it.</summary>
public sealed class DecideComplaint(AppDbGate gate, TimeProvider clock)
{
    /// <summary>As it was seen; what came of it, and in words.</summary>
    public sealed record Input(Guid Id, int SeenVersion, ComplaintOutcome Outcome, string Result);

    /// <summary>A result in words.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Outcome).IsInEnum();
            RuleFor(i => i.Result).NotEmpty().MinimumLength(5).MaximumLength(2000);
        }
    }

    /// <summary>Decides. Refused for who took it in and who is complained about.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DecideComplaints, async db =>
    {
        input.MustMeet(new InputRules());
        var complaint = await db.Complaints.FindAsSeenAsync(input.Id, input.SeenVersion);
        complaint.Decide(input.Outcome, input.Result.Trim(), db.Actor.StaffId, clock.Today());
        await db.ClearQueueOfAsync(complaint.Id);
        db.Add(QueueItem.For(complaint.RecordedById, QueueKind.ComplaintDecided, complaint.Id, clock.GetUtcNow(), complaint.VillageId));
        if (complaint.Step == ComplaintStep.Tell)
            db.Add(QueueItem.ForWhoever(Role.InsurerReviewer, complaint.VillageId, QueueKind.ComplainantToTell, complaint.Id, clock.GetUtcNow(), complaint.Due));
    });
}
