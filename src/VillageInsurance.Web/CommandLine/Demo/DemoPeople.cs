using System.Globalization;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.Web.CommandLine.Demo;

/// <summary>The people of the sample year beside one for each role: a second clerk and insurer, officials, cadres, and the agents and supervisors whom the import knows; and the leading groups.</summary>
internal static class DemoPeople
{
    private static readonly DateOnly Start = new(2025, 1, 1);

    public static async Task EnterAsync(DemoStage stage)
    {
        foreach (var row in DemoStage.Rows("demo-year-staff.csv"))
        {
            if (row is not [var code, var name, var unit, var role, var area]) continue;
            stage.Enter(code, Guid.CreateVersion7());
            await stage.Any<AddStaffMember>().RunAsync(new(stage.Person(code), code, name, unit));
            await GrantAsync(stage, code, Enum.Parse<Role>(role), stage.Area(area));
        }
    }

    public static async Task GrantKnownAsync(DemoStage stage, DemoSite site)
    {
        foreach (var (code, role) in new[] { (site.Agent, Role.ResidentAgent), (site.Supervisor, Role.Supervisor) })
        {
            if (code.Length == 0) continue;
            stage.Enter(code, (await stage.Any<StaffList>().RunAsync(code, forGrants: true, default)).Single(s => s.Code == code).Id);
            await GrantAsync(stage, code, role, site.Place);
        }
    }

    public static async Task SeatAsync(DemoStage stage)
    {
        var departments = (await stage.As<LeadingGroups>("office").RunAsync(null, default)).Departments.ToDictionary(d => d.Code, d => d.Id);
        foreach (var row in DemoStage.Rows("demo-year-seats.csv"))
            if (row is [var area, var department, var post, var name, var title])
                await stage.As<TakeSeat>("office").RunAsync(new(Guid.CreateVersion7(), stage.Area(area), department.Length == 0 ? null : departments[department], name, title,
                    Enum.Parse<LeadershipPost>(post), Start, AsOffice: true));
    }

    /// <summary>The village records its cadre in charge, and its director.</summary>
    public static async Task CommitteeAsync(DemoStage stage, DemoSite site)
    {
        var name = await NameAsync(stage, site.Cadre);
        await stage.As<RecordCommitteeMember>(site.Cadre).RunAsync(new(Guid.CreateVersion7(), site.Village, name, stage.Words["CadrePost"], InCharge: true, stage.Today, stage.Today));
    }

    public static async Task<string> NameAsync(DemoStage stage, string code) => (await stage.Any<StaffList>().RunAsync(code, forGrants: true, default)).Single(s => s.Code == code).Name;

    private static Task GrantAsync(DemoStage stage, string code, Role role, Guid area) =>
        stage.Any<GiveRole>().RunAsync(new(Guid.CreateVersion7(), stage.Person(code), role, area, Start, null, "demo"));
}
