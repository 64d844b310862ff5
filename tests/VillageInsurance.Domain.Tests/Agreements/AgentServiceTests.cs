using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Tests.Agreements;

public class AgentServiceTests
{
    private static readonly DateOnly Today = People.Today;
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Guid Village = Guid.NewGuid();
    private static readonly Actor Cadre = People.Who(Role.VillageCadre, Village), Insurer = People.Who(Role.InsurerReviewer, Village), Office = People.Who(Role.CountyOffice, Village);
    private static readonly AgentReadiness Ready = new([]);

    private readonly StaffMember _agent = new(Guid.NewGuid(), "a1", "Cao", null);

    private static readonly Dictionary<string, Action<AgentServiceTests, AgentService>> Moves = new()
    {
        ["vet"] = (_, s) => s.Vet(Insurer, true, ""),
        ["train"] = (_, s) => s.Train(new(2026, 2, 1), new(2026, 2, 5), Today),
        ["register"] = (t, s) => s.Register(Insurer, t._agent, new("R1", new(2026, 2, 10), new(2027, 2, 9)), "F1"),
        ["assign"] = (_, s) => s.Assign(Office, null, true, Today, false, Ready, "L1"),
        ["suspend"] = (_, s) => s.Suspend(Today, "Why"),
        ["resume"] = (_, s) => s.Resume(new("R1", new(2026, 2, 10), null), Today),
        ["leave"] = (_, s) => s.Leave(Today, "Why"),
    };

    private static readonly (AgentStatus, string)[] Open =
    [
        (AgentStatus.Recommended, "vet"), (AgentStatus.Recommended, "leave"), (AgentStatus.Vetted, "train"), (AgentStatus.Vetted, "leave"), (AgentStatus.Trained, "register"), (AgentStatus.Trained, "leave"),
        (AgentStatus.Registered, "register"), (AgentStatus.Registered, "assign"), (AgentStatus.Registered, "leave"),
        (AgentStatus.Assigned, "register"), (AgentStatus.Assigned, "suspend"), (AgentStatus.Assigned, "leave"),
        (AgentStatus.Suspended, "register"), (AgentStatus.Suspended, "resume"), (AgentStatus.Suspended, "leave"),
    ];

    [Fact]
    public void Of_every_state_and_move_only_the_listed_ones_pass()
    {
        var passing = from status in Enum.GetValues<AgentStatus>()
                      from move in Moves
                      where Passes(status, move.Value)
                      select (status, move.Key);

        Assert.Equal(Open.Order(), passing.Order());
    }

    [Fact]
    public void Each_of_the_four_points_is_looked_at()
    {
        foreach (var points in new[] { People.Points with { Character = "" }, People.Points with { Relations = " " }, People.Points with { Ability = "" }, People.Points with { Schooling = "" } })
            Breaks(AgentRule.EveryPointIsLookedAt, () => AgentService.Recommend(Guid.NewGuid(), Village, null, _agent.Id, points, false, Cadre, Noon));
    }

    [Fact]
    public void A_supervisor_is_no_agent()
    {
        Breaks(AgentRule.ASupervisorIsNoAgent, () => AgentService.Recommend(Guid.NewGuid(), Village, null, _agent.Id, People.Points, true, Cadre, Noon));
        Breaks(AgentRule.ASupervisorIsNoAgent, () => In(AgentStatus.Registered).Assign(Office, null, true, Today, true, Ready, "L1"));
    }

    [Theory]
    [InlineData(ReadinessRule.TheTrainingIsDone)]
    [InlineData(ReadinessRule.TheRegistrationHolds)]
    [InlineData(ReadinessRule.TheYearsLetterIsSigned)]
    public void Whoever_lacks_what_the_work_needs_is_not_assigned(ReadinessRule missing) =>
        Breaks(missing, () => In(AgentStatus.Registered).Assign(Office, null, true, Today, false, new([missing, ReadinessRule.AnAppointmentHolds]), "L1"));

    [Fact]
    public void Nobody_vets_or_assigns_whom_they_put_forward()
    {
        var both = new Actor(Guid.NewGuid(), "Both", Cadre.RolesFor(Permission.RecommendAgents).Select(r => new Grant(r, RolePermissions.Of(r), new([Village]), Today)), Today);
        Breaks(AgentRule.NobodyDecidesTheirOwn, () => AgentService.Recommend(Guid.NewGuid(), Village, null, _agent.Id, People.Points, false, both, Noon).Vet(both, true, ""));
        Breaks(AgentRule.NobodyDecidesTheirOwn, () => In(AgentStatus.Registered).Assign(Insurer, null, true, Today, false, Ready, "L1"));
    }

    [Fact]
    public void A_training_that_is_still_running_does_not_count() => Breaks(AgentRule.ATrainingIsOver, () => In(AgentStatus.Vetted).Train(Today, Today.AddDays(1), Today));

    [Fact]
    public void A_registration_is_kept_with_the_person_and_ends_after_it_starts()
    {
        var service = In(AgentStatus.Trained);
        Breaks(AgentRule.ARegistrationEndsAfterItStarts, () => service.Register(Insurer, _agent, new("R2", Today, Today), "F1"));

        service.Register(Insurer, _agent, new("R2", Today, null), "F1");
        service.Register(Insurer, _agent, new("R3", Today, Today.AddYears(1)), "F2");

        Assert.Equal(("R3", "F1", AgentStatus.Registered), (_agent.Registration!.Number, service.FormNumber, service.Status));
    }

    [Fact]
    public void A_service_does_not_go_on_while_the_registration_is_over() =>
        Breaks(ReadinessRule.TheRegistrationHolds, () => In(AgentStatus.Suspended).Resume(new("R1", new(2025, 1, 1), Today.AddDays(-1)), Today));

    [Theory]
    [InlineData("2026-02-28", new[] { ReadinessRule.AnAppointmentHolds })]
    [InlineData("2026-03-01", new ReadinessRule[0])]
    [InlineData("2027-02-09", new ReadinessRule[0])]
    [InlineData("2027-02-10", new[] { ReadinessRule.TheRegistrationHolds })]
    public void The_gate_of_work_opens_and_closes_on_the_day(string day, ReadinessRule[] missing)
    {
        var service = In(AgentStatus.Assigned);

        Assert.Equal(missing, AgentReadiness.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), service, _agent.Registration, isLetterSigned: true).Missing);
    }

    [Fact]
    public void Without_this_years_letter_or_any_service_the_gate_is_closed()
    {
        Assert.Equal([ReadinessRule.TheYearsLetterIsSigned], AgentReadiness.On(Today, In(AgentStatus.Assigned), _agent.Registration, false).Missing);
        Assert.Equal([ReadinessRule.TheTrainingIsDone, ReadinessRule.TheRegistrationHolds, ReadinessRule.TheYearsLetterIsSigned, ReadinessRule.AnAppointmentHolds], AgentReadiness.On(Today, null, null, false).Missing);
        Assert.Equal(ReadinessRule.TheTrainingIsDone, Assert.Throws<RuleBroken>(() => AgentReadiness.On(Today, null, null, false).Require()).Rule);
    }

    [Fact]
    public void A_rest_stops_the_work_from_its_first_day()
    {
        var service = In(AgentStatus.Assigned);
        service.Suspend(Today.AddDays(1), "Under inquiry");

        Assert.True(AgentReadiness.On(Today, service, _agent.Registration, true).IsReady);
        Assert.Equal([ReadinessRule.TheServiceDoesNotRest], AgentReadiness.On(Today.AddDays(1), service, _agent.Registration, true).Missing);
    }

    [Fact]
    public void Whoever_has_left_works_until_the_last_day()
    {
        var service = In(AgentStatus.Assigned);
        service.Leave(Today, "Moves away");

        Assert.True(AgentReadiness.On(Today, service, _agent.Registration, true).IsReady);
        Assert.Equal([ReadinessRule.AnAppointmentHolds], AgentReadiness.On(Today.AddDays(1), service, _agent.Registration, true).Missing);
    }

    [Fact]
    public void A_letter_needs_every_point_and_the_agents_own_name()
    {
        var text = new ProgrammeText(Guid.NewGuid(), TextKind.CommitmentLetter, 1, "Letter", [new("A", new("a", "a")), new("B", new("b", "b"))], Today, Guid.NewGuid());

        Breaks(LetterRule.EveryPointIsTicked, () => Sign(["A"], "Cao"));
        Breaks(LetterRule.TheNameIsTheAgents, () => Sign(["A", "B"], "Zhou"));
        Assert.Equal("Cao", Sign(["A", "B"], " Cao ").SignedName);

        CommitmentLetter Sign(string[] ticked, string name) => CommitmentLetter.Sign(Guid.NewGuid(), In(AgentStatus.Registered), _agent, text, ticked, name, false, "N1", 2026, Noon);
    }

    [Fact]
    public void The_next_version_of_a_text_keeps_its_points()
    {
        var text = new ProgrammeText(Guid.NewGuid(), TextKind.CommitmentLetter, 1, "Letter", [new("A", new("a", "a"))], Today, Guid.NewGuid());

        Breaks(LetterRule.TheFivePointsStay, () => text.Next(Guid.NewGuid(), "Letter", [new("B", new("b", "b"))], Today, Guid.NewGuid()));
        Assert.Equal(2, text.Next(Guid.NewGuid(), "Letter", [new("A", new("aa", "aa")), new("B", new("b", "b"))], Today, Guid.NewGuid()).Number);
    }

    private bool Passes(AgentStatus status, Action<AgentServiceTests, AgentService> move)
    {
        var service = In(status);
        try
        {
            move(this, service);
            return true;
        }
        catch (RuleBroken)
        {
            Assert.Equal(status, service.Status);
            return false;
        }
    }

    private AgentService In(AgentStatus status)
    {
        var service = AgentService.Recommend(Guid.NewGuid(), Village, null, _agent.Id, People.Points, false, Cadre, Noon);
        if (status == AgentStatus.TurnedDown) service.Vet(Insurer, false, "Why");
        foreach (var (step, name) in new[] { (AgentStatus.Vetted, "vet"), (AgentStatus.Trained, "train"), (AgentStatus.Registered, "register"), (AgentStatus.Assigned, "assign"), (AgentStatus.Suspended, "suspend") })
            if (status is not (AgentStatus.TurnedDown or AgentStatus.Left) && status >= step) Moves[name](this, service);
        if (status == AgentStatus.Left) service.Leave(Today, "Why");
        return service;
    }

    private static void Breaks(Enum rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBroken>(act).Rule);
}
