using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.Web.CommandLine.Demo;

namespace VillageInsurance.Web.CommandLine;

/// <summary>One person for each role, as the file says.</summary>
internal static class DemoStaff
{
    /// <summary>Makes them with their grants, from the day on which the stage stands.</summary>
    public static async Task CreateAsync(DemoStage stage, DemoPlace place)
    {
        foreach (var row in DemoStage.Rows("demo-staff.csv"))
        {
            if (row is not [var code, var name, var unit, var role, var level]) continue;
            stage.Enter(code, Guid.CreateVersion7());
            await stage.Any<AddStaffMember>().RunAsync(new(stage.Person(code), code, name, unit));
            await stage.Any<GiveRole>().RunAsync(new(Guid.CreateVersion7(), stage.Person(code), Enum.Parse<Role>(role), place.Of(Enum.Parse<AreaLevel>(level)), stage.Today, null, "demo"));
        }
    }
}
