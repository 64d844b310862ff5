using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using static VillageInsurance.UseCases.Papers.PaperBook;

namespace VillageInsurance.UseCases.Papers;

/// <summary>聘书 of a supervisor, or of an agent: who is appointed for how long, and to do what. There is one once it has its number; it is void once the person was dismissed or left.</summary>
internal static class AppointmentLetterPaper
{
    /// <param name="Office">What the person is appointed as.</param>
    /// <param name="To">Null where the office has no term.</param>
    public sealed record Values(string? Number, string Name, string Office, string Committee, string Place, DateOnly From, DateOnly? To, IReadOnlyList<string> Duties, string Limits, string Appointer, DateOnly? On);

    public static async Task<IReadOnlyList<Guid>> OfVillageAsync(AppDb db, Guid villageId, CancellationToken cancel)
    {
        var agents = db.Actor.May(Permission.ViewAgents, villageId);
        return await db.Supervisors.Where(s => s.VillageId == villageId && s.LetterNumber != null).Select(s => s.Id)
            .Concat(db.AgentServices.Where(s => agents && s.VillageId == villageId && s.LetterNumber != null).Select(s => s.Id)).OrderBy(id => id).Take(100).ToListAsync(cancel);
    }

    public static async Task<PaperContent> ReadAsync(AppDb db, Guid id, CancellationToken cancel) =>
        await db.Supervisors.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.LetterNumber != null, cancel) is { } supervisor
            ? await OfAsync(db, supervisor, cancel)
            : await OfAsync(db, await db.AgentServices.AsNoTracking().Where(s => s.LetterNumber != null).FindOrRefuseAsync(id, cancel), cancel);

    private static async Task<PaperContent> OfAsync(AppDb db, SupervisorAppointment s, CancellationToken cancel)
    {
        var (place, name) = await WhoAsync(db, s, s.StaffId, cancel);
        return Of(new(s.Id, s.VillageId, place.Code, s.From!.Value.Year, s.EndedOn is null ? PaperStanding.Final : PaperStanding.Void),
            new(s.LetterNumber, name, Words.Acts.Supervisor, place.Name, place.Township + place.Name, s.From.Value, s.To, Words.Acts.SupervisorDuties, Words.Acts.SupervisorLimits, place.County + Words.Office, s.From));
    }

    private static async Task<PaperContent> OfAsync(AppDb db, AgentService s, CancellationToken cancel)
    {
        if (!db.Actor.May(Permission.ViewAgents, s)) throw new NotFound(nameof(AgentService), s.Id);
        var (place, name) = await WhoAsync(db, s, s.StaffId, cancel);
        return Of(new(s.Id, s.VillageId, place.Code, s.AssignedOn!.Value.Year, s.LeftOn is null ? PaperStanding.Final : PaperStanding.Void),
            new(s.LetterNumber, name, Words.Acts.Agent, place.Name, place.Township + place.Name, s.AssignedOn.Value, null, Words.Acts.AgentDuties, Words.Acts.AgentLimits, place.County + Words.Office, s.AssignedOn));
    }

    private static async Task<(PaperPlace Place, string Name)> WhoAsync(AppDb db, IGroupOwned record, Guid staffId, CancellationToken cancel) =>
        (await PaperPlace.OfAsync(db, record.VillageId, record.GroupId, cancel), (await db.StaffNamesAsync([staffId], cancel)).GetValueOrDefault(staffId, ""));

    public static PaperContent Of(PaperOf of, Values v) => new PaperValues
    {
        ["number"] = v.Number,
        ["name"] = v.Name,
        ["office"] = v.Office,
        ["committee"] = v.Committee,
        ["place"] = v.Place,
        ["term"] = v.To is { } to ? PaperWords.With(Words.Acts.Between, Words.Day(v.From), Words.Day(to)) : PaperWords.With(Words.Acts.Since, Words.Day(v.From)),
        ["limits"] = v.Limits,
        ["appointer"] = v.Appointer,
        ["date"] = Words.Day(v.On),
    }.With("duties", v.Duties.Select((text, i) => PaperValues.Row(("no", $"{i + 1}"), ("text", text)))).Content(PaperKind.AppointmentLetter, of);
}
