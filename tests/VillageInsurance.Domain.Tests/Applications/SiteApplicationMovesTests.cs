using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.Applications;

/// <summary>Every state with every move by every role: only the listed ones pass.</summary>
public class SiteApplicationMovesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Action<SiteApplication, Actor, Programmes>> Moves = new()
    {
        ["edit"] = (a, who, p) => a.Edit(who, p.Form, p.Rules),
        ["submit"] = (a, who, p) => a.Submit(who, p.Rules, Noon),
        ["approve"] = (a, who, p) => a.Approve(who, "", p.Rules, Noon, default),
        ["return"] = (a, who, p) => a.Return(who, "Why", ["Households"], p.Rules, Noon),
    };

    private static readonly (ApplicationStatus, string, Role)[] City =
    [
        // The village's cadre may write it; the township sends it.
        (ApplicationStatus.Draft, "edit", Role.VillageCadre), (ApplicationStatus.Returned, "edit", Role.VillageCadre),
        (ApplicationStatus.Draft, "edit", Role.TownshipOfficial), (ApplicationStatus.Draft, "submit", Role.TownshipOfficial),
        (ApplicationStatus.Returned, "edit", Role.TownshipOfficial), (ApplicationStatus.Returned, "submit", Role.TownshipOfficial),
        (ApplicationStatus.Submitted, "approve", Role.CountyOffice), (ApplicationStatus.Submitted, "return", Role.CountyOffice),
    ];

    private static readonly (ApplicationStatus, string, Role)[] Town =
    [
        (ApplicationStatus.Draft, "edit", Role.VillageCadre), (ApplicationStatus.Draft, "submit", Role.VillageCadre),
        (ApplicationStatus.Returned, "edit", Role.VillageCadre), (ApplicationStatus.Returned, "submit", Role.VillageCadre),
        (ApplicationStatus.Submitted, "approve", Role.TownshipOfficial), (ApplicationStatus.Submitted, "return", Role.TownshipOfficial),
    ];

    [Fact]
    public void Only_the_listed_moves_of_the_city_scheme_pass() => Assert.Equal(City.Order(), Passing(Programmes.City()).Order());

    [Fact]
    public void Only_the_listed_moves_of_the_town_scheme_pass() => Assert.Equal(Town.Order(), Passing(Programmes.Town()).Order());

    private static IEnumerable<(ApplicationStatus, string, Role)> Passing(Programmes p) =>
        from state in Enum.GetValues<ApplicationStatus>()
        from move in Moves
        from role in Enum.GetValues<Role>()
        where Passes(p, state, move.Value, p.Who(role))
        select (state, move.Key, role);

    private static bool Passes(Programmes p, ApplicationStatus state, Action<SiteApplication, Actor, Programmes> move, Actor who)
    {
        var application = p.In(state, Noon);
        try
        {
            move(application, who, p);
            return true;
        }
        catch (RuleBroken)
        {
            Assert.Equal(state, application.Status);
            return false;
        }
    }
}
