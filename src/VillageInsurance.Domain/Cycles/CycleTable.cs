using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using static VillageInsurance.Domain.Cycles.CycleMove;
using static VillageInsurance.Domain.Cycles.CycleRule;
using static VillageInsurance.Domain.Cycles.CycleState;

namespace VillageInsurance.Domain.Cycles;

/// <summary>One way on: from where, by which move, to where, who makes it and what it needs.</summary>
/// <param name="By">The roles that may make it; none for a move that follows by itself from somebody's act.</param>
/// <param name="Guards">What has to hold, in the order in which it is asked.</param>
public sealed record CycleEdge(CycleState From, CycleMove Move, CycleState To, IReadOnlyList<Role> By, IReadOnlyList<CycleRule> Guards)
{
    /// <summary>Whether it leads towards the title, rather than back or out.</summary>
    public bool IsForward => Move is not (SendBack or CycleMove.Return or Revoke or Withdraw);
}

/// <summary>The one state machine of a village's way. Who makes a move and whether a list is forwarded is the scheme's.</summary>
public static class CycleTable
{
    // A village that left, or whose title was taken away, begins anew with a new cycle.
    private static readonly CycleState[] BeforeTheTitle = [Candidate, Proposed, Site, Signed, Staffed, Building, Declared, Returned, Reviewed, Forwarded];

    /// <summary>Every way that this chain of decisions has.</summary>
    public static IReadOnlyList<CycleEdge> Of(DecidingChain chain) =>
    [
        new(Candidate, Propose, Proposed, [chain.SiteProposer], [TheApplicationIsComplete]),
        new(Proposed, SendBack, Candidate, [chain.SiteDecider], [TheReasonIsGiven]),
        new(Proposed, Designate, Site, [chain.SiteDecider], [TheConditionsAreMet]),
        new(Site, Sign, Signed, [Role.CountyOffice], [AnAgreementIsInForce]),
        new(Signed, Staff, Staffed, [], [ASupervisorIsAppointed, TheAgentsAreReady]),
        new(Staffed, Build, Building, [], [AConsentTextIsOnFile]),
        new(Building, Declare, Declared, [chain.Declarer], [TheDeclarationIsInTime, TheFiguresAreFrozen]),
        new(Declared, Pass, Reviewed, [chain.Reviewer], [TheReviewIsPassed]),
        new(Declared, CycleMove.Return, Returned, [chain.Reviewer, Role.CountyOffice], [TheReasonIsGiven]),
        new(Returned, Resume, Building, [], [TheDeclarationIsInTime]),
        .. ToTheTitle(chain),
        new(Awarded, Keep, Kept, [Role.CountyOffice], [TheYearlyCheckIsMade]),
        new(Awarded, Revoke, Revoked, [Role.CountyOffice], [TheReasonIsGiven]),
        new(Kept, Revoke, Revoked, [Role.CountyOffice], [TheReasonIsGiven]),
        .. BeforeTheTitle.Select(from => new CycleEdge(from, Withdraw, Withdrawn, [Role.VillageCadre, Role.InsurerReviewer], [TheReasonIsGiven])),
    ];

    private static IEnumerable<CycleEdge> ToTheTitle(DecidingChain chain)
    {
        var last = chain.Forwarded ? Forwarded : Reviewed;
        if (chain.Forwarded) yield return new(Reviewed, Forward, Forwarded, [Role.CountyOffice], [TheListIsSigned]);
        yield return new(last, Award, Awarded, chain.Accepters, chain.NoticeDays > 0 ? [TheAcceptanceIsRecorded, TheNoticeHasEnded] : [TheAcceptanceIsRecorded]);
        yield return new(last, CycleMove.Return, Returned, chain.Accepters, [TheReasonIsGiven]);
    }
}
