using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Tests.Applications;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Agreements;

/// <summary>Sites, agreements, supervisors and agents, each as far on its way as a test needs it.</summary>
internal static class Staffing
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 3, 1);
    public static readonly SelectionPoints Points = new("Honest", "Well liked", "Able", "Secondary school");

    public static readonly Actor Office = Someone.InTheCounty(Role.CountyOffice), Insurer = Someone.InTheCounty(Role.InsurerReviewer), Leader = Someone.InTheCounty(Role.CountyLeader);
    public static readonly Actor Cadre = Someone.Who(Role.VillageCadre, Places.Village), Stranger = Someone.Who(Role.VillageCadre, Places.OtherVillage);

    public static FakeTimeProvider Clock() => new(Noon);

    public static AgreementTerms Terms(AgreementTerms begun, DateOnly? from = null) =>
        begun with { Committee = "Committee", Branch = "Branch", From = from ?? Today, To = (from ?? Today).AddYears(1).AddDays(-1), SignedOn = Today, CommitteeSigner = "Dao", BranchSigner = "Zhou" };

    public static async Task<VillageCycle> GivenSiteAsync(this TestDatabase database, Guid village, Guid? group = null)
    {
        var application = Given.Draft(village);
        var official = village == Places.OtherVillage ? Given.Stranger : Given.Official;
        application.Submit(official, Given.City, Noon);
        var site = application.Approve(Given.Office, "", Given.City, Noon, Today);
        var cycle = new VillageCycle(Guid.CreateVersion7(), village, group, application.Year, application.SchemeId);
        cycle.Move(CycleMove.Propose, official, new HashSet<CycleRule> { CycleRule.TheApplicationIsComplete }, Given.City.Chain, Noon, Today);
        cycle.Move(CycleMove.Designate, Given.Office, new HashSet<CycleRule> { CycleRule.TheConditionsAreMet }, Given.City.Chain, Noon, Today);
        await database.GivenAsync(village, application, site, cycle);
        return cycle;
    }

    public static async Task<StaffMember> GivenPersonAsync(this TestDatabase database, Role? role = null, Guid? area = null)
    {
        var staff = new StaffMember(Guid.CreateVersion7(), $"p{Guid.NewGuid():N}", $"Name {Guid.NewGuid():N}"[..20], "Unit");
        await database.GivenAsync(Places.Village, staff);
        if (role is { } held) await database.GivenAsync(Places.Village, new RoleGrant(Guid.CreateVersion7(), staff.Id, held, area ?? Places.County, new(2026, 1, 1), null, "appointed", Places.Giver.Id));
        return staff;
    }

    public static Task ScanAsync(this TestDatabase database, Guid village, Guid record, EvidenceKind kind) =>
        database.GivenAsync(village, new Attachment(Guid.CreateVersion7(), village, record, kind, "", "scan.pdf", "application/pdf", 1, "-", Guid.NewGuid().ToString("N"), Insurer.StaffId, Noon));

    public static async Task<(AgentService Service, StaffMember Agent)> GivenAgentAsync(this TestDatabase database, AgentStatus status, Guid village, Guid? group = null, StaffMember? known = null, DateOnly? registeredTo = null)
    {
        var agent = known ?? await database.GivenPersonAsync();
        var text = await database.SeeAsync(village, db => db.ProgrammeTexts.FirstAsync(t => t.Kind == TextKind.CommitmentLetter));
        var service = AgentService.Recommend(Guid.CreateVersion7(), village, group, agent.Id, Points, false, Cadre, Noon);
        if (status >= AgentStatus.Vetted) service.Vet(Insurer, true, "Fits");
        if (status >= AgentStatus.Trained) service.Train(new(2026, 1, 5), new(2026, 1, 9), Today);
        AgentRegistration? registration = status >= AgentStatus.Registered ? new($"R{Guid.NewGuid():N}"[..20], new(2026, 1, 15), registeredTo ?? new(2027, 1, 14)) : null;
        if (registration is not null) service.Register(Insurer, new StaffMember(agent.Id, agent.Code, agent.Name, null), registration, $"F{Guid.NewGuid():N}"[..20]);
        if (status >= AgentStatus.Assigned) service.Assign(Office, group, true, new(2026, 2, 1), false, new([]), $"L{Guid.NewGuid():N}"[..20]);
        if (status == AgentStatus.Suspended) service.Suspend(Today, "Inquiry");
        await database.GateFor(Someone.WhoMayDoAnythingIn(village)).ChangeAsync(Permission.DraftApplications, async db =>
        {
            (await db.Staff.SingleAsync(s => s.Id == agent.Id)).Register(registration);
            db.Add(service);
        });
        if (status >= AgentStatus.Registered)
            await database.GivenAsync(village, CommitmentLetter.Sign(Guid.CreateVersion7(), service, agent, text, [.. text.Points.Select(p => p.Key)], agent.Name, false, $"N{Guid.NewGuid():N}"[..20], 2026, Noon));
        return (service, agent);
    }

    public static Actor AsAgent(StaffMember agent, params Guid[] villages) =>
        new(agent.Id, agent.Name, [new(Role.ResidentAgent, RolePermissions.Of(Role.ResidentAgent), new(villages), new(2026, 1, 1))], Today);

    public static Task<AgentService> SavedAsync(this TestDatabase database, AgentService service) =>
        database.SeeAsync(service.VillageId, db => db.AgentServices.AsNoTracking().SingleAsync(s => s.Id == service.Id));
}
