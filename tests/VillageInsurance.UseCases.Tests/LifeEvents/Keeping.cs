using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.LifeEvents;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.LifeEvents;

/// <summary>An agent with his households, on the first of March 2026.</summary>
internal sealed class Keeping(TestDatabase database, Actor agent)
{
    public FakeTimeProvider Clock { get; } = new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));

    public Actor Agent => agent;

    /// <summary>An agent of these villages, named by their codes.</summary>
    public static async Task<Keeping> InAsync(TestDatabase database, params string[] codes)
    {
        var ids = await database.SeeAsync(Places.Village, db => db.Areas.Where(a => codes.Contains(a.Code!)).Select(a => a.Id).ToArrayAsync());
        return await AsAsync(database, Someone.Who(Role.ResidentAgent, ids));
    }

    public static async Task<Keeping> AsAsync(TestDatabase database, Actor actor)
    {
        await database.GivenAsync(Places.Village, new StaffMember(actor.StaffId, $"{actor.StaffId:N}", "Somebody", null));
        return new(database, actor);
    }

    public Task<Household> HouseholdAsync(string number) => database.GateFor(Imports.Office).ReadAsync(Permission.ImportCountyData,
        db => db.Households.AsNoTracking().SingleAsync(h => h.Number == number), CancellationToken.None);

    public Task<Guid> PersonAsync(string idNumber)
    {
        var index = Imports.Vault.IndexOf(idNumber);
        return database.GateFor(Imports.Office).ReadAsync(Permission.ImportCountyData, db => db.Persons.Where(p => p.IdNumberIndex == index).Select(p => p.Id).SingleAsync(), CancellationToken.None);
    }

    public async Task<Guid> RecordAsync(string household, LifeEventFacts facts, Newcomer? newcomer = null)
    {
        var h = await HouseholdAsync(household);
        var id = Guid.CreateVersion7();
        await new RecordLifeEvent(database.GateFor(agent, Clock), Imports.Vault, Clock).RunAsync(new(id, h.Id, h.Version, facts, newcomer));
        return id;
    }

    public async Task<EffectOfLifeEvent.View> EffectAsync(string household, LifeEventFacts facts, Newcomer? newcomer = null)
    {
        var h = await HouseholdAsync(household);
        return await new EffectOfLifeEvent(database.GateFor(agent, Clock), Imports.Vault, Clock).RunAsync(new(Guid.CreateVersion7(), h.Id, h.Version, facts, newcomer), CancellationToken.None);
    }

    public async Task UndoAsync(Guid id)
    {
        var seen = await database.GateFor(Imports.Office).ReadAsync(Permission.ImportCountyData, db => db.LifeEvents.Where(e => e.Id == id).Select(e => e.Version).SingleAsync(), CancellationToken.None);
        await new UndoLifeEvent(database.GateFor(agent, Clock), Clock).RunAsync(new(id, seen));
    }

    public async Task<IndicatorFigures> FiguresAsync(string village, string asOf = "2026-12-31", string? knownAt = null) => (await database.CountAsync(village, asOf, knownAt)).Figures;

    /// <summary>Every row that the agent sees and that says something, without what never was.</summary>
    public Task<List<string>> RowsAsync() => database.GateFor(agent, Clock).ReadAsync(Permission.ViewHouseholds, async db =>
    {
        var rows = new List<string>();
        rows.AddRange((await db.Memberships.AsNoTracking().Where(m => m.LeftReason != LeaveReason.Error || m.LeftReason == null).ToListAsync())
            .Select(m => $"member {m.Id} {m.VillageId} {m.GroupId} {m.PersonId} {m.HouseholdId} {m.Relation} {m.Residence} {m.JoinedOn} {m.JoinReason} {m.LeftOn} {m.LeftReason} {m.LeftKnownOn} {m.KnownOn}"));
        rows.AddRange((await db.HouseholdPlaces.AsNoTracking().Where(p => p.To == null || p.To > p.From || p.ToKnownOn == null).ToListAsync())
            .Select(p => $"place {p.Id} {p.HouseholdId} {p.VillageId} {p.GroupId} {p.From} {p.To} {p.ToKnownOn} {p.KnownOn}"));
        rows.AddRange((await db.Households.AsNoTracking().Where(h => h.LeftReason != HouseholdEnd.Error || h.LeftReason == null).ToListAsync())
            .Select(h => $"household {h.Id} {h.VillageId} {h.GroupId} {h.HeadName} {h.JoinedOn} {h.LeftOn} {h.LeftReason}"));
        rows.AddRange((await db.Persons.AsNoTracking().Where(p => db.Memberships.Any(m => m.PersonId == p.Id && (m.LeftReason != LeaveReason.Error || m.LeftReason == null))).ToListAsync())
            .Select(p => $"person {p.Id} {p.VillageId} {p.GroupId} {p.Name}"));
        rows.AddRange((await db.Enrolments.AsNoTracking().Where(e => e.To == null || e.To >= e.From).ToListAsync())
            .Select(e => $"enrolment {e.Id} {e.VillageId} {e.GroupId} {e.School} {e.Stage} {e.From} {e.To} {e.ToKnownOn} {e.KnownOn}"));
        return rows.Order(StringComparer.Ordinal).ToList();
    }, CancellationToken.None);
}
