using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Browser.Tests.Shared;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.CommandLine;

namespace VillageInsurance.Browser.Tests.Years;

/// <summary>Who works on the village's way: three in the office and three in the township, so that nobody decides on what he began.</summary>
internal sealed record YearPeople(Guid County, Guid Township, Guid Village, IReadOnlyDictionary<string, Guid> Staff)
{
    private static readonly DateOnly Since = new(2024, 1, 1);

    private static readonly (string User, string Name, string Unit, Role Role)[] All =
    [
        ("office", "李文静", "领导小组办公室", Role.CountyOffice), ("office2", "刀志强", "领导小组办公室", Role.CountyOffice), ("office3", "何秀英", "领导小组办公室", Role.CountyOffice),
        ("leader", "刀建华", "市人民政府", Role.CountyLeader),
        ("township", "玉罕香", "乡镇人民政府", Role.TownshipOfficial), ("township2", "岩光", "乡镇人民政府", Role.TownshipOfficial), ("township3", "玉波", "乡镇人民政府", Role.TownshipOfficial),
        ("cadre", "岩温叫", "村民委员会", Role.VillageCadre), ("supervisor", "玉旺坎", "村民委员会", Role.Supervisor), ("agent", "徐超杰", "保险公司支公司", Role.ResidentAgent),
        ("insurer", "周明华", "保险公司支公司", Role.InsurerReviewer), ("insurer2", "吴海燕", "保险公司支公司", Role.InsurerReviewer),
    ];

    /// <summary>The name that is shown of a user.</summary>
    public static string NameOf(string user) => All.Single(p => p.User == user).Name;

    public static async Task<YearPeople> CreateAsync(IServiceProvider services)
    {
        var (county, township, village) = await FindAsync(services.GetRequiredService<AreaList>());
        var people = new YearPeople(county, township, village, All.ToDictionary(p => p.User, _ => Guid.CreateVersion7()));
        foreach (var (user, name, unit, role) in All)
        {
            var area = RolePermissions.IsCountyWide(role) ? county : role == Role.TownshipOfficial ? township : village;
            await services.GetRequiredService<AddStaffMember>().RunAsync(new(people.Staff[user], user, name, unit));
            await services.GetRequiredService<GiveRole>().RunAsync(new(Guid.CreateVersion7(), people.Staff[user], role, area, Since, null, "-"));
            await AddAccountAsync(services, user, people.Staff[user]);
            if (role is Role.CountyOffice or Role.TownshipOfficial)
                await services.GetRequiredService<TakeSeat>().RunAsync(new(Guid.CreateVersion7(), area, null, name, unit, LeadershipPost.Member, Since, AsOffice: true));
        }
        return people;
    }

    /// <summary>From now on the use cases are called in this user's name.</summary>
    public void ActAs(IServiceProvider services, string? user) => services.GetRequiredService<CommandLineActor>().InNameOf = user is null ? null : Staff[user];

    /// <summary>Everybody has set a password within the last months, as the rules ask.</summary>
    public static Task<int> RenewPasswordsAsync(IServiceProvider services) => services.GetRequiredService<AccountWork>().DoAsync(async (_, db) =>
    {
        foreach (var account in await db.Users.ToListAsync()) account.OwnPasswordSet(services.GetRequiredService<TimeProvider>().GetUtcNow());
        return await db.SaveChangesAsync();
    });

    private static async Task<(Guid County, Guid Township, Guid Village)> FindAsync(AreaList areas)
    {
        var county = (await areas.RunAsync(null, forGrants: false, default)).Single().Id;
        foreach (var township in await areas.RunAsync(county, forGrants: false, default))
            if ((await areas.RunAsync(township.Id, forGrants: false, default)).SingleOrDefault(v => v.Code == YearProduct.VillageCode) is { } village) return (county, township.Id, village.Id);
        throw new InvalidOperationException($"The demo county has no village {YearProduct.VillageCode}.");
    }

    private static Task<bool> AddAccountAsync(IServiceProvider services, string user, Guid staff) => services.GetRequiredService<AccountWork>().DoAsync(async (accounts, _) =>
    {
        var account = new Account { Id = Guid.CreateVersion7(), StaffId = staff, UserName = user };
        account.OwnPasswordSet(services.GetRequiredService<TimeProvider>().GetUtcNow());
        var made = await accounts.CreateAsync(account, Window.Password);
        return made.Succeeded ? true : throw new InvalidOperationException($"{made}");
    });
}
