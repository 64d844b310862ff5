using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.CallBacks;
using VillageInsurance.Domain.Complaints;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.CallBacks;

/// <summary>The holder answered. A "no" opens a case, which somebody else decides.</summary>
public sealed class RecordCallBack(AppDbGate gate, TimeProvider clock)
{
    /// <param name="CaseKind">What the case is about; needed with a "no", else null.</param>
    public sealed record Input(Guid Id, int SeenVersion, IReadOnlyList<HolderAnswer> Answers, string VoiceReference, string Note, ComplaintKind? CaseKind);

    /// <summary>Answers once each; a case exactly where an answer is no.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Answers).NotEmpty().Must(a => a.DistinctBy(x => x.Question).Count() == a.Count);
            RuleFor(i => i.VoiceReference).MaximumLength(100);
            RuleFor(i => i.Note).MaximumLength(2000);
            RuleFor(i => i.CaseKind).IsInEnum().Must((i, kind) => kind is not null == i.Answers.Any(a => !a.Yes));
        }
    }

    /// <summary>Records it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.MakeCallBacks, async db =>
    {
        input.MustMeet(new InputRules());
        var callBack = await db.CallBacks.FindAsSeenAsync(input.Id, input.SeenVersion);
        var policy = await db.Policies.AsNoTracking().FindOrRefuseAsync(callBack.PolicyId);
        callBack.Answer(input.Answers, input.VoiceReference.Trim(), input.Note.Trim(), db.Actor.StaffId, policy.AgentId, clock.Today());
        if (input.CaseKind is { } kind) await OpenCaseAsync(db, callBack, policy, kind);
    });

    private async Task OpenCaseAsync(AppDb db, CallBack callBack, Policy policy, ComplaintKind kind)
    {
        var holder = await db.Persons.Where(p => p.Id == (policy.HolderId ?? policy.InsuredId)).Select(p => p.Name).SingleOrDefaultAsync();
        var opened = Complaint.TakeIn(Guid.CreateVersion7(), callBack.VillageId, new(ComplaintChannel.CallBack, kind, callBack.Note, clock.Today(), holder, null, policy.AgentId, policy.Id, callBack.Id),
            db.Actor.StaffId, clock.GetUtcNow(), clock.Today());
        db.Add(opened);
        db.Add(QueueItem.ForWhoever(Role.InsurerReviewer, opened.VillageId, QueueKind.ComplaintToDecide, opened.Id, clock.GetUtcNow(), opened.Due));
    }
}
