using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.Domain.Tests.Applications;

/// <summary>A scheme, a village, and the people who propose and decide there.</summary>
internal sealed record Programmes(Scheme Scheme)
{
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly Wording Some = new("-", "-");

    public static Programmes City() => With(Role.TownshipOfficial, Role.CountyOffice, new SizeRule(300, 800, true, true));

    public static Programmes Town() => With(Role.VillageCadre, Role.TownshipOfficial, null);

    public SchemeRules Rules => Scheme.Rules;
    public Guid Village { get; } = Guid.NewGuid();
    public Actor Proposer => Who(Rules.Chain.SiteProposer);
    public Actor Decider => Who(Rules.Chain.SiteDecider);

    public ApplicationForm Form => new(400, 1600, [.. Rules.Conditions.Select(c => new ConditionAnswer(c.Key, true, "So it is", ""))], new(2026, 2, 1), "3", "Dao Wenming");

    public Actor Who(Role role) => new(IdOf(role), $"{role}", [GrantOf(role)], Today);

    public Actor WhoProposesAndDecides() =>
        new(Guid.NewGuid(), "Both", [GrantOf(Rules.Chain.SiteProposer), GrantOf(Rules.Chain.SiteDecider)], Today);

    public SiteApplication Draft(Actor? by = null) => SiteApplication.Draft(Guid.NewGuid(), Village, null, 2026, Scheme, by ?? Proposer);

    public SiteApplication Submitted(ApplicationForm? form = null)
    {
        var application = Draft();
        application.Edit(Proposer, form ?? Form, Rules);
        application.Submit(Proposer, Rules, new(2026, 3, 1, 1, 0, 0, TimeSpan.Zero));
        return application;
    }

    public SiteApplication In(ApplicationStatus state, DateTimeOffset at)
    {
        if (state == ApplicationStatus.Draft)
        {
            var draft = Draft();
            draft.Edit(Proposer, Form, Rules);
            return draft;
        }
        var application = Submitted();
        if (state == ApplicationStatus.Returned) application.Return(Decider, "Why", ["Households"], Rules, at);
        if (state == ApplicationStatus.Approved) application.Approve(Decider, "", Rules, at, Today);
        return application;
    }

    private Grant GrantOf(Role role) => new(role, RolePermissions.Of(role), new([Village]), Today);

    private static Guid IdOf(Role role) => new($"00000000-0000-7000-8000-{(int)role + 500:D12}");

    private static Programmes With(Role proposer, Role decider, SizeRule? size) => new(new Scheme(Guid.NewGuid(), Programme.City, 2026, 1, Some, new SchemeRules(
        [new("Committee", Some, Some, true), new("Economy", Some, Some, true)], size,
        new Thresholds(new(80, 100), StudentBase.Pupils, 1000, 5000, new(60, 100)), new Goals(new(30, 100), GoalBase.VillageCommittees, new(60, 100)),
        new Deadlines(new(1, 31), new(2, 1), new(12, 25), new(1, 31), true), new AgentNumbers(1, 1, 3),
        new DecidingChain(proposer, decider, Role.InsurerReviewer, Role.CountyOffice, [Role.CountyOffice, Role.InsurerReviewer], Role.CountyOffice, Some, [Some], Some, true, 5), new CountedPolicies("CL", false), [], [],
        [new("Bodies", Some, AreaLevel.Township, true)], new RewardTerms(Some, PersonPayments.PerPerson, false), [new("Purpose", Some, Some, false)],
        new ScoreForm(2, 8, [new("Resolution", Some, Some, 10), new("LifeCover", Some, Some, 10, VillageInsurance.Domain.Acceptance.IndicatorKey.Life)]), [new("Publicity", Some)]), SchemeStatus.Template));
}
