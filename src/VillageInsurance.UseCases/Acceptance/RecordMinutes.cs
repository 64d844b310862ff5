using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>Records the minutes of a meeting as evidence: body, day, resolution, who of the people on duty took part, with the scan.</summary>
public sealed class RecordMinutes(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page; the scan is attached to it first.</param>
    /// <param name="AreaId">The village, township or county whose meeting it was.</param>
    public sealed record Input(Guid Id, Guid AreaId, MeetingBody Body, DateOnly HeldOn, string ResolutionNumber, string Subject, string Decision, IReadOnlyList<Guid> Participants);

    /// <summary>Every field is needed; at most 100 participants.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Body).IsInEnum();
            RuleFor(i => i.HeldOn).NotEmpty();
            RuleFor(i => i.ResolutionNumber).NotEmpty().MaximumLength(60);
            RuleFor(i => i.Subject).NotEmpty().MaximumLength(200);
            RuleFor(i => i.Decision).NotEmpty().MaximumLength(2000);
            RuleFor(i => i.Participants).Must(p => p.Count is > 0 and <= 100 && p.Distinct().Count() == p.Count);
        }
    }

    /// <summary>Records it. Refused without the scan.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ReviewDeclarations, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.Minutes.SingleOrDefaultAsync(m => m.Id == input.Id) is { } first)
        {
            if (first.VillageId != input.AreaId || first.Decision != input.Decision) throw new AlreadyCreated(input.Id);
            return;
        }
        var minutes = new MeetingMinutes(input.Id, input.AreaId, input.Body, input.HeldOn, input.ResolutionNumber, input.Subject, input.Decision, input.Participants, db.Actor.StaffId, clock.GetUtcNow());
        var known = await db.Staff.CountAsync(s => input.Participants.Contains(s.Id));
        minutes.Check(await db.HasScanAsync(minutes.Id, EvidenceKind.Review), known == input.Participants.Count, clock.Today());
        db.Add(minutes);
    });
}
