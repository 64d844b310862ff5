using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.LifeEvents;

/// <summary>A village with one family of three, one of them a pupil, and the agent who keeps it.</summary>
internal sealed record Home(CountyFiles Files, Keeping Desk, string Number, Guid Child)
{
    public static async Task<Home> GivenAsync(TestDatabase database)
    {
        var files = new CountyFiles();
        var home = files.Household();
        files.Resident(home);
        files["residents"][^1] = files["residents"][^1].Replace(",其他,", ",户主,", StringComparison.Ordinal);
        files.Resident(home);
        var (child, id) = files.Resident(home, born: "2014-01-01");
        files.Student(child);
        await database.ImportAsync(files);
        var desk = await Keeping.InAsync(database, files.VillageCode);
        return new(files, desk, home, await desk.PersonAsync(id));
    }

    public Task<Household> LoadAsync() => Desk.HouseholdAsync(Number);

    /// <summary>Somebody of this role in the village, whom the database knows.</summary>
    public static async Task<Actor> StaffAsync(TestDatabase database, Role role, Guid village)
    {
        var actor = role == Role.CountyOffice ? Someone.InTheCounty(role) : Someone.Who(role, village);
        await database.GivenAsync(Places.Village, new StaffMember(actor.StaffId, $"{actor.StaffId:N}", "Somebody", null));
        return actor;
    }

    public static Task<Guid> AreaAsync(TestDatabase database, string code) => database.SeeAsync(Places.Village, db => db.Areas.Where(a => a.Code == code).Select(a => a.Id).SingleAsync());
}
