using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Complaints;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Complaints;

/// <summary>One complaint. Who complains stands in clear for who took it in and who decides, and masked for others; the policy stands there for the insurer and who took it in.</summary>
public sealed class ComplaintDetail(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Complainant">Null for somebody who gave no name.</param>
    /// <param name="PolicyNumber">Null for none, and for whoever may not see it.</param>
    /// <param name="AgentService">The agent's service in the village, for a link; null for none.</param>
    public sealed record View(Guid Id, int Version, PlaceName Place, ComplaintKind Kind, ComplaintChannel Channel, string Facts, DateOnly ReceivedOn, DateOnly Due, bool IsLate, ComplaintStep Step,
        string? Complainant, bool HasPhone, string? Agent, Guid? AgentService, string? PolicyNumber, Guid? CallBackId, string RecordedBy, ComplaintOutcome? Outcome, string Result, string? DecidedBy, DateOnly? DecidedOn,
        DateOnly? ToldOn, bool MayDecide, bool MayTell);

    /// <summary>Reads it. Somebody else's is not found for who may only take in.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.RecordComplaints, async db =>
    {
        var c = await db.Complaints.AsNoTracking().FindOrRefuseAsync(id, cancel);
        var (took, decides) = (c.RecordedById == db.Actor.StaffId, db.Actor.May(Permission.DecideComplaints, c));
        if (!took && !db.Actor.May(Permission.ViewComplaints, c)) throw new NotFound(nameof(Complaint), id);
        var places = await db.PlaceNamesAsync([c.VillageId], cancel);
        var names = await db.StaffNamesAsync(new[] { c.RecordedById, c.AgentId, c.DecidedById }.OfType<Guid>(), cancel);
        var service = c.AgentId is { } agent ? await db.AgentServices.Where(s => s.StaffId == agent && s.VillageId == c.VillageId).OrderByDescending(s => s.Id).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancel) : null;
        var policy = took || decides ? await db.Policies.Where(p => p.Id == c.PolicyId).Select(p => p.Number).SingleOrDefaultAsync(cancel) : null;
        return new View(c.Id, c.Version, places[c.VillageId], c.Kind, c.Channel, c.Facts, c.ReceivedOn, c.Due, c.IsLate(clock.Today()), c.Step,
            c.Complainant is null || took || decides ? c.Complainant : Masking.Name(c.Complainant), c.Phone is not null, c.AgentId is { } a ? names.GetValueOrDefault(a) : null, service, policy, c.CallBackId,
            names.GetValueOrDefault(c.RecordedById, ""), c.Outcome, c.Result, c.DecidedById is { } by ? names.GetValueOrDefault(by) : null, c.DecidedOn, c.ToldOn,
            decides && c.Step == ComplaintStep.Decide && c.MayBeDecidedBy(db.Actor.StaffId), decides && c.Step == ComplaintStep.Tell);
    }, cancel);
}
