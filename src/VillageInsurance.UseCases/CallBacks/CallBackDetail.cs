using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.CallBacks;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.CallBacks;

/// <summary>One call-back with what the caller needs at hand: the policy as the insurer has it, and the questions.</summary>
public sealed class CallBackDetail(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Case">The complaint that a "no" opened; null for none.</param>
    public sealed record View(Guid Id, int Version, PlaceName Place, CallBackKind Kind, DateOnly Due, bool IsLate, PolicyFacts Policy, IReadOnlyList<CallBackQuestion> Questions, IReadOnlyList<MissedCall> Missed,
        IReadOnlyList<HolderAnswer> Answers, string VoiceReference, string Note, DateOnly? DoneOn, string? DoneBy, Guid? Case);

    /// <summary>The policy as the insurer has it; premium and sum in fen.</summary>
    public sealed record PolicyFacts(string Number, string Product, string? Holder, string? Insured, string? Agent, DateOnly IssuedOn, DateOnly EffectiveOn, DateOnly EndsOn, PayMode PayMode, int PayYears, long PremiumFen, long SumFen);

    /// <summary>Reads it.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.MakeCallBacks, async db =>
    {
        var c = await db.CallBacks.AsNoTracking().FindOrRefuseAsync(id, cancel);
        var places = await db.PlaceNamesAsync([c.VillageId], cancel);
        var policy = await db.Policies.AsNoTracking().Where(p => p.Id == c.PolicyId).Select(p => new PolicyFacts(p.Number, db.Products.Where(x => x.Id == p.ProductId).Select(x => x.Name).First(),
            db.Persons.Where(x => x.Id == p.HolderId).Select(x => x.Name).FirstOrDefault(), db.Persons.Where(x => x.Id == p.InsuredId).Select(x => x.Name).FirstOrDefault(),
            db.Staff.Where(x => x.Id == p.AgentId).Select(x => x.Name).FirstOrDefault(), p.IssueDate, p.EffectiveDate, p.EndDate, p.PayMode, p.PayYears, p.PremiumFen, p.SumInsuredFen)).SingleAsync(cancel);
        var by = c.DoneById is { } caller ? (await db.StaffNamesAsync([caller], cancel)).GetValueOrDefault(caller) : null;
        var opened = await db.Complaints.Where(x => x.CallBackId == id).Select(x => (Guid?)x.Id).SingleOrDefaultAsync(cancel);
        return new View(c.Id, c.Version, places[c.VillageId], c.Kind, c.Due, c.IsLate(clock.Today()), policy, CallBack.QuestionsOf(c.Kind), c.Missed, c.Answers, c.VoiceReference, c.Note, c.DoneOn, by, opened);
    }, cancel);
}
