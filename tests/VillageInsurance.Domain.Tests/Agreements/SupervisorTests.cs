using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Tests.Applications;

namespace VillageInsurance.Domain.Tests.Agreements;

public class SupervisorTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Guid Village = Guid.NewGuid();
    private static readonly Actor Cadre = People.Who(Role.VillageCadre, Village), Office = People.Who(Role.CountyOffice, Village), Insurer = People.Who(Role.InsurerReviewer, Village);
    private static readonly AssessmentSheet Sheet = new(3, 20, 2, "");
    private static readonly DecidingChain City = Programmes.City().Rules.Chain;

    [Fact]
    public void An_agent_is_neither_nominated_nor_appointed()
    {
        Breaks(SupervisorRule.AnAgentIsNoSupervisor, () => Nominate(isAgent: true));
        Breaks(SupervisorRule.AnAgentIsNoSupervisor, () => Nominate().Appoint(Office, new(2026, 3, 5), new(2027, 3, 4), isAgent: true, "L1"));
    }

    [Fact]
    public void Nobody_appoints_whom_they_nominated_or_themselves()
    {
        Breaks(SupervisorRule.NobodyDecidesTheirOwn, () => Nominate(by: Office).Appoint(Office, new(2026, 3, 5), new(2027, 3, 4), false, "L1"));
        Breaks(SupervisorRule.NobodyDecidesTheirOwn, () => Nominate(who: Office.StaffId).TurnDown(Office, "Why"));
    }

    [Fact]
    public void An_appointment_is_made_once_and_ends_with_a_reason()
    {
        var supervisor = Appointed();
        Breaks(SupervisorRule.OnlyANominationIsDecided, () => supervisor.Appoint(Office, new(2026, 3, 5), new(2027, 3, 4), false, "L2"));
        Breaks(SupervisorRule.AReasonIsGiven, () => supervisor.Dismiss(new(2026, 6, 1), " "));
        Breaks(SupervisorRule.AnEndLiesInTheTerm, () => supervisor.Dismiss(new(2028, 6, 1), "Why"));

        supervisor.Dismiss(new(2026, 6, 1), "Moved away");

        Assert.Equal((true, false), (supervisor.HoldsOn(new(2026, 6, 1)), supervisor.HoldsOn(new(2026, 6, 2))));
        Breaks(SupervisorRule.OnlyOneInOfficeIsDismissed, () => supervisor.Dismiss(new(2026, 6, 1), "Again"));
    }

    [Fact]
    public void While_the_term_runs_the_office_is_not_free()
    {
        Breaks(SupervisorRule.OneSupervisorPerSite, () => Appointed().GiveWay(new(2027, 3, 4)));
        var supervisor = Appointed();
        supervisor.GiveWay(new(2027, 3, 5));
        Assert.Equal(SupervisorStatus.Ended, supervisor.Status);
    }

    [Fact]
    public void Only_whom_the_scheme_names_assesses()
    {
        var town = City with { Assessor = Role.InsurerReviewer };

        Assert.True(Assess(Office, City).Passed);
        Assert.True(Assess(Insurer, town).Passed);
        Breaks(SupervisorRule.OnlyTheSchemesAssessorAssesses, () => Assess(Insurer, City));
        Breaks(SupervisorRule.OnlyTheSchemesAssessorAssesses, () => Assess(Office, town));
    }

    [Fact]
    public void A_year_out_of_office_is_not_assessed()
    {
        Breaks(SupervisorRule.OnlyWhoWasInOfficeIsAssessed, () => Assess(Office, City, 2025));
        Assert.Equal(2027, Assess(Office, City, 2027).Year);
        Breaks(SupervisorRule.OnlyWhoWasInOfficeIsAssessed, () => Assess(Office, City, 2028));
    }

    [Fact]
    public void The_assessment_has_no_item_of_premium() => Assert.Equal(
        [nameof(AssessmentSheet.TrainingDays), nameof(AssessmentSheet.ChecksMade), nameof(AssessmentSheet.ComplaintsHandled), nameof(AssessmentSheet.Remark)],
        typeof(AssessmentSheet).GetProperties().Select(p => p.Name).Where(n => n != "EqualityContract"));

    private static SupervisorAssessment Assess(Actor by, DecidingChain chain, int year = 2026) => SupervisorAssessment.Assess(Guid.NewGuid(), Appointed(), year, Sheet, true, by, chain, Noon);

    private static SupervisorAppointment Nominate(bool isAgent = false, Actor? by = null, Guid? who = null) =>
        SupervisorAppointment.Nominate(Guid.NewGuid(), Village, null, who ?? Guid.NewGuid(), People.Points, isAgent, by ?? Cadre, Noon);

    private static SupervisorAppointment Appointed()
    {
        var supervisor = Nominate();
        supervisor.Appoint(Office, new(2026, 3, 5), new(2027, 3, 4), false, "L1");
        return supervisor;
    }

    private static void Breaks(Enum rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBroken>(act).Rule);
}
