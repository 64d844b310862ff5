using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.Web.CommandLine;

/// <summary>One person for each role, as the file says.</summary>
internal static class DemoStaff
{
    /// <summary>Makes them with their grants and gives their ids by code.</summary>
    public static async Task<IReadOnlyDictionary<string, Guid>> CreateAsync(IServiceProvider services, DemoPlace place, DateOnly today)
    {
        var (add, give) = (services.GetRequiredService<AddStaffMember>(), services.GetRequiredService<GiveRole>());
        var staff = new Dictionary<string, Guid>();
        foreach (var line in File.ReadLines(DemoFiles.Path("demo-staff.csv")).Skip(1))
        {
            if (line.Split(',') is not [var code, var name, var unit, var role, var level]) continue;
            staff[code] = Guid.CreateVersion7();
            await add.RunAsync(new(staff[code], code, name, unit));
            await give.RunAsync(new(Guid.CreateVersion7(), staff[code], Enum.Parse<Role>(role), place.Of(Enum.Parse<AreaLevel>(level)), today, null, "demo"));
        }
        return staff;
    }
}
