using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>One agent's service as its page shows it: the life so far, what the work lacks today, and what the actor may do.</summary>
public sealed class AgentDetail(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Points">What was found about the person; null for who neither decides nor recommends.</param>
    /// <param name="Missing">What the work still lacks today.</param>
    public sealed record View(Guid Id, int Version, Guid StaffId, string Name, PlaceName Place, Guid? GroupId, AgentStatus Status, SelectionPoints? Points, string? Vetting, string RecommendedBy, DateTimeOffset RecommendedAt,
        DateOnly? TrainedFrom, DateOnly? TrainedTo, AgentRegistration? Registration, string? FormNumber, string? LetterNumber, DateOnly? AssignedOn, bool FullTime, DateOnly? SuspendedOn, DateOnly? LeftOn, string Reason,
        IReadOnlyList<ReadinessRule> Missing, DateOnly? LastActiveOn, AgentWork Work, IReadOnlyList<FileView> Files, Actions May);

    /// <summary>What the actor may do now.</summary>
    /// <param name="Register">Vet, train, register, suspend: the insurer.</param>
    /// <param name="Assign">Divide households and end the service: the office.</param>
    /// <param name="AssignNow">Assign this one: the office, where it had no part in it.</param>
    public sealed record Actions(bool Register, bool Assign, bool AssignNow);

    /// <summary>Reads it. Not found outside the actor's villages.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.ViewAgents, async db =>
    {
        var (s, today) = (await db.AgentServices.AsNoTracking().FindOrRefuseAsync(id, cancel), clock.Today());
        var agent = await db.Staff.AsNoTracking().SingleAsync(p => p.Id == s.StaffId, cancel);
        var work = await AgentWork.OfAsync(db, s, today, cancel);
        var group = s.GroupId is { } g ? await db.Areas.Where(a => a.Id == g).Select(a => a.Name).SingleAsync(cancel) : null;
        var recommender = (await db.StaffNamesAsync([s.RecommendedById], cancel)).GetValueOrDefault(s.RecommendedById, "");
        var may = new Actions(db.Actor.May(Permission.RegisterAgents, s), db.Actor.May(Permission.AssignAgents, s), s.CanBeAssignedBy(db.Actor));
        var seesPoints = may.Register || may.Assign || db.Actor.May(Permission.RecommendAgents, s);
        return new View(s.Id, s.Version, s.StaffId, agent.Name, (await db.PlaceNamesAsync([s.VillageId], cancel))[s.VillageId] with { Group = group }, s.GroupId, s.Status,
            seesPoints ? s.Points : null, seesPoints ? s.Vetting : null, recommender, s.RecommendedAt, s.TrainedFrom, s.TrainedTo, agent.Registration, s.FormNumber, s.LetterNumber, s.AssignedOn, s.FullTime,
            s.SuspendedOn, s.LeftOn, seesPoints ? s.Reason : "", AgentReadiness.On(today, s, agent.Registration, work.Letters.Any(l => l.Year == today.Year)).Missing,
            (await db.LastActiveAsync([s], cancel)).GetValueOrDefault(s.StaffId), work, await db.FilesOfAsync(s.Id, cancel), may);
    }, cancel);
}
