using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Complaints;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Complaints;

/// <summary>Takes in what a villager complains of: by the supervisor, the agent, the hotline or the office. It waits for the insurer, with its last day.</summary>
public sealed class TakeInComplaint(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>The name of the sealed cell of a complainant's telephone; never changes.</summary>
    internal const string Cell = "complaints.phone";

    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="AgentId">The agent complained about, by staff id; null for none.</param>
    public sealed record Input(Guid Id, Guid VillageId, ComplaintChannel Channel, ComplaintKind Kind, string Facts, DateOnly ReceivedOn, string? Complainant, string? Phone, Guid? AgentId, string? PolicyNumber);

    /// <summary>Facts that say something, a telephone that can be called; a call-back makes its case itself.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.VillageId).NotEmpty();
            RuleFor(i => i.Channel).IsInEnum().NotEqual(ComplaintChannel.CallBack);
            RuleFor(i => i.Kind).IsInEnum();
            RuleFor(i => i.Facts).NotEmpty().MinimumLength(5).MaximumLength(2000);
            RuleFor(i => i.Complainant).MaximumLength(100);
            RuleFor(i => i.Phone).Must(p => string.IsNullOrWhiteSpace(p) || Household.IsPhone(p.Trim()));
            RuleFor(i => i.PolicyNumber).MaximumLength(40);
        }
    }

    /// <summary>Takes it in. Refused outside one's villages, and for a policy number or agent that is not known there. A repeat changes nothing.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.RecordComplaints, async db =>
    {
        input.MustMeet(new InputRules());
        if (!db.Actor.May(Permission.RecordComplaints, input.VillageId)) throw new NotFound(nameof(Area), input.VillageId);
        if (await db.Complaints.AsNoTracking().SingleOrDefaultAsync(c => c.Id == input.Id) is { } first)
        {
            if (first.RecordedById != db.Actor.StaffId || first.Facts != input.Facts.Trim()) throw new AlreadyCreated(input.Id);
            return;
        }
        var phone = Meant(input.Phone) is { } number ? vault.Seal(Cell, input.Id, number).Cipher : null;
        var complaint = Complaint.TakeIn(input.Id, input.VillageId, new(input.Channel, input.Kind, input.Facts.Trim(), input.ReceivedOn, Meant(input.Complainant), phone,
            await AgentAsync(db, input), await PolicyAsync(db, input)), db.Actor.StaffId, clock.GetUtcNow(), clock.Today());
        db.Add(complaint);
        db.Add(QueueItem.ForWhoever(Role.InsurerReviewer, complaint.VillageId, QueueKind.ComplaintToDecide, complaint.Id, clock.GetUtcNow(), complaint.Due));
    });

    private static string? Meant(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static async Task<Guid?> AgentAsync(AppDb db, Input input) => input.AgentId is not { } agent ? null
        : await db.AgentServices.AnyAsync(s => s.StaffId == agent && s.VillageId == input.VillageId) ? agent : throw new NotFound(nameof(StaffMember), agent);

    // The policy is looked for in the actor's villages only; a paper that shows another number is told in the facts.
    private static async Task<Guid?> PolicyAsync(AppDb db, Input input) => Meant(input.PolicyNumber) is not { } number ? null
        : await db.Policies.Where(p => p.Number == number).Select(p => (Guid?)p.Id).SingleOrDefaultAsync() ?? throw new PolicyNotFound();
}
