using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;
using static VillageInsurance.Domain.Cycles.CycleMove;
using static VillageInsurance.Domain.Cycles.CycleState;
using static VillageInsurance.Domain.Organisation.Role;

namespace VillageInsurance.Domain.Tests.Cycles;

/// <summary>Every state with every move by every role, all guards met: only the listed ones pass, and lead where they should.</summary>
public class CycleMovesTests
{
    private static readonly Role[] Anybody = Enum.GetValues<Role>();
    private static readonly Role[] Leavers = [VillageCadre, InsurerReviewer];

    private static readonly (CycleState From, CycleMove Move, CycleState To, Role[] By)[] Common =
    [
        (Site, Sign, CycleState.Signed, [CountyOffice]),
        (CycleState.Signed, Staff, Staffed, Anybody), (Staffed, Build, Building, Anybody), (Returned, Resume, Building, Anybody),
        (Awarded, Keep, Kept, [CountyOffice]), (Awarded, Revoke, Revoked, [CountyOffice]), (Kept, Revoke, Revoked, [CountyOffice]),
        .. new[] { Candidate, Proposed, Site, CycleState.Signed, Staffed, Building, Declared, Returned, Reviewed }.Select(s => (s, Withdraw, Withdrawn, Leavers)),
    ];

    private static readonly (CycleState From, CycleMove Move, CycleState To, Role[] By)[] City =
    [
        .. Common,
        (Candidate, Propose, Proposed, [TownshipOfficial]), (Proposed, SendBack, Candidate, [CountyOffice]), (Proposed, Designate, Site, [CountyOffice]),
        (Building, Declare, Declared, [InsurerReviewer]), (Declared, Pass, Reviewed, [CountyOffice]), (Declared, CycleMove.Return, Returned, [CountyOffice]),
        (Reviewed, Forward, Forwarded, [CountyOffice]), (Forwarded, Award, Awarded, [CountyOffice, InsurerReviewer]),
        (Forwarded, CycleMove.Return, Returned, [CountyOffice, InsurerReviewer]), (Forwarded, Withdraw, Withdrawn, Leavers),
    ];

    private static readonly (CycleState From, CycleMove Move, CycleState To, Role[] By)[] Town =
    [
        .. Common,
        (Candidate, Propose, Proposed, [VillageCadre]), (Proposed, SendBack, Candidate, [TownshipOfficial]), (Proposed, Designate, Site, [TownshipOfficial]),
        (Building, Declare, Declared, [TownshipOfficial]), (Declared, Pass, Reviewed, [TownshipOfficial]),
        (Declared, CycleMove.Return, Returned, [TownshipOfficial, CountyOffice]),
        (Reviewed, Award, Awarded, [CountyOffice]), (Reviewed, CycleMove.Return, Returned, [CountyOffice]),
        (Forwarded, Withdraw, Withdrawn, Leavers),
    ];

    [Fact]
    public void Only_the_listed_moves_of_the_city_scheme_pass() => Assert.Equal(Lines(City), Passing(Cycles.City));

    [Fact]
    public void Only_the_listed_moves_of_the_town_scheme_pass() => Assert.Equal(Lines(Town), Passing(Cycles.Town));

    [Fact]
    public void Each_guard_alone_holds_its_move_up_and_is_named() => Assert.All(
        from chain in new[] { Cycles.City, Cycles.Town } from edge in CycleTable.Of(chain) from guard in edge.Guards select (chain, edge, guard), x =>
        {
            var cycle = Cycles.In(x.edge.From, x.chain);

            var no = Assert.Throws<RuleBroken>(() => cycle.Move(x.edge.Move, Cycles.Who(x.edge.By.FirstOrDefault(CountyOffice)), Cycles.AllBut(x.guard), x.chain, Cycles.Noon, Cycles.Today,
                x.guard == CycleRule.TheReasonIsGiven ? " " : "Why"));

            Assert.Equal((x.guard, x.edge.From), (no.Rule, cycle.State));
        });

    [Fact]
    public void A_move_records_who_when_why_and_the_figures()
    {
        var (cycle, who, figures) = (Cycles.In(Building, Cycles.City), Cycles.Who(InsurerReviewer), Guid.NewGuid());

        var step = cycle.Move(Declare, who, Cycles.AllBut(), Cycles.City, Cycles.Noon, Cycles.Today, "Ready", figures);

        Assert.Equal((who.StaffId, Cycles.Noon, "Ready", figures, Building, Declared), (step.ById, step.At, step.Reason, step.SnapshotId!.Value, step.From, step.To));
        Assert.Equal((Declared, Cycles.Today), (cycle.State, cycle.Since));
    }

    [Fact]
    public void A_role_held_in_another_village_moves_nothing()
    {
        var cycle = Cycles.In(Proposed, Cycles.City);
        var stranger = new Actor(Guid.NewGuid(), "Stranger", [new Grant(CountyOffice, [], new([Guid.NewGuid()]), Cycles.Today)], Cycles.Today);

        var no = Assert.Throws<RuleBroken>(() => cycle.Move(Designate, stranger, Cycles.AllBut(), Cycles.City, Cycles.Noon, Cycles.Today));

        Assert.Equal(CycleRule.OnlyTheSchemesRoleMoves, no.Rule);
    }

    [Theory]
    [InlineData(Site, Site)]
    [InlineData(Staffed, Staffed)]
    [InlineData(Building, Building)]
    [InlineData(Returned, Building)]
    public void A_site_without_the_title_goes_on_in_the_next_year(CycleState at, CycleState next)
    {
        var cycle = Cycles.In(at, Cycles.City);

        var following = cycle.Continue(Guid.NewGuid(), 2027, cycle.SchemeId, new(2027, 1, 1));

        Assert.Equal((next, cycle.Id, 2027, new DateOnly(2027, 1, 1)), (following.State, following.ContinuesId, following.Year, following.Since));
    }

    [Theory]
    [InlineData(Awarded, 2027)]
    [InlineData(Declared, 2027)]
    [InlineData(Withdrawn, 2027)]
    [InlineData(Building, 2026)]
    public void Nothing_else_goes_on(CycleState at, int year) => Assert.Equal(CycleRule.TheMoveIsOpenHere,
        Assert.Throws<RuleBroken>(() => Cycles.In(at, Cycles.City).Continue(Guid.NewGuid(), year, Guid.NewGuid(), Cycles.Today)).Rule);

    private static IEnumerable<string> Lines(IEnumerable<(CycleState From, CycleMove Move, CycleState To, Role[] By)> table) =>
        table.SelectMany(t => t.By.Select(role => $"{t.From} {t.Move} {role} -> {t.To}")).Order();

    private static IEnumerable<string> Passing(DecidingChain chain) =>
        (from state in Enum.GetValues<CycleState>()
         from move in Enum.GetValues<CycleMove>()
         from role in Enum.GetValues<Role>()
         let to = After(state, move, role, chain)
         where to is not null
         select $"{state} {move} {role} -> {to}").Order();

    private static CycleState? After(CycleState state, CycleMove move, Role role, DecidingChain chain)
    {
        var cycle = Cycles.In(state, chain);
        try
        {
            cycle.Move(move, Cycles.Who(role), Cycles.AllBut(), chain, Cycles.Noon, Cycles.Today, "Why");
            return cycle.State;
        }
        catch (RuleBroken)
        {
            Assert.Equal(state, cycle.State);
            return null;
        }
    }
}
