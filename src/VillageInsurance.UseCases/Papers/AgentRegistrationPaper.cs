using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>驻村服务员登记表: recommendation, the four points looked at, trainings, registration and assignment. Final once registered. It is for who recommends, registers or assigns: others do not see the findings.</summary>
internal static class AgentRegistrationPaper
{
    /// <param name="Violations">Empty for none.</param>
    public sealed record Values(string? Number, DateOnly? On, string Name, string Place, string? Unit, bool FullTime, string RecommendedBy, DateOnly? RecommendedOn, string? Registration,
        DateOnly? RegisteredFrom, DateOnly? RegisteredTo, DateOnly? AssignedOn, string Area, string Violations,
        IReadOnlyList<(string Point, string Finding, bool? Met)> Vetting, IReadOnlyList<(string Days, string Topic, int? Hours, string Result)> Trainings, IReadOnlyList<PaperSigner> Signers);

    public static async Task<IReadOnlyList<Guid>> OfVillageAsync(AppDb db, Guid villageId, CancellationToken cancel) =>
        [.. (await db.AgentServices.AsNoTracking().Where(s => s.VillageId == villageId && s.Status != AgentStatus.TurnedDown).OrderBy(s => s.Id).Take(100).ToListAsync(cancel)).Where(s => Sees(db.Actor, s)).Select(s => s.Id)];

    public static async Task<PaperContent> ReadAsync(AppDb db, Guid id, CancellationToken cancel)
    {
        var s = await db.AgentServices.AsNoTracking().FindOrRefuseAsync(id, cancel);
        return Sees(db.Actor, s) ? await AgentRegistrationReader.ReadAsync(db, s, cancel) : throw new NotFound(nameof(AgentService), id);
    }

    /// <summary>Whether the actor sees what was found about the person.</summary>
    internal static bool Sees(Actor actor, IGroupOwned service) =>
        actor.May(Permission.RegisterAgents, service) || actor.May(Permission.AssignAgents, service) || actor.May(Permission.RecommendAgents, service);

    public static PaperContent Of(PaperOf of, Values v) => new PaperValues
    {
        ["number"] = v.Number,
        ["year"] = $"{of.Year}",
        ["date"] = Words.Day(v.On),
        ["name"] = v.Name,
        ["place"] = v.Place,
        ["unit"] = v.Unit,
        ["fullTime"] = v.FullTime ? Words.FullTime : Words.PartTime,
        ["recommendedBy"] = v.RecommendedBy,
        ["recommendedOn"] = Words.Day(v.RecommendedOn),
        ["registration"] = v.Registration,
        ["registrationTerm"] = v is { RegisteredFrom: { } from, RegisteredTo: { } to } ? Words.Days(from, to) : "",
        ["assignedOn"] = Words.Day(v.AssignedOn),
        ["area"] = v.Area,
        ["violations"] = v.Violations,
    }
        .With("vetting", v.Vetting.Select(p => PaperValues.Row(("point", p.Point), ("finding", p.Finding), ("verdict", p.Met switch { true => Words.Met, false => Words.Unmet, _ => "" }))))
        .With("trainings", v.Trainings.Select(t => PaperValues.Row(("date", t.Days), ("topic", t.Topic), ("hours", $"{t.Hours}"), ("result", t.Result))))
        .With("signers", PaperSigner.Rows(v.Signers)).Content(PaperKind.AgentRegistration, of);
}
