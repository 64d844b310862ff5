using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Acceptance;

/// <summary>One reviewer's score form (考核验收评分表) of a declaration, with the site visit. Signed by himself, or entered by the office from the sheet that he signed.</summary>
public sealed class ReviewSheet(Guid id, Guid villageId, Guid declarationId, ReviewTrack track, Guid reviewerId, Guid enteredById) : Entity(id), IVillageOwned
{
    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>The declaration.</summary>
    public Guid DeclarationId { get; private init; } = declarationId;

    /// <summary>In which body's name.</summary>
    public ReviewTrack Track { get; private init; } = track;

    /// <summary>Whose judgement it is.</summary>
    public Guid ReviewerId { get; private init; } = reviewerId;

    /// <summary>Who enters it: the reviewer, or somebody for a reviewer without an account.</summary>
    public Guid EnteredById { get; private init; } = enteredById;

    /// <summary>What is given for each item; the indicators' are set at the signing.</summary>
    public IReadOnlyList<ItemScore> Scores { get; private set; } = [];

    /// <summary>The day of the site visit.</summary>
    public DateOnly? VisitedOn { get; private set; }

    /// <summary>What was seen there.</summary>
    public string VisitNote { get; private set; } = "";

    /// <summary>Pass or return; null until it is given.</summary>
    public ReviewVerdict? Verdict { get; private set; }

    /// <summary>Why.</summary>
    public string Opinion { get; private set; } = "";

    /// <summary>When it was signed; null while it is written.</summary>
    public DateTimeOffset? SignedAt { get; private set; }

    /// <summary>Whether the signature stands on paper.</summary>
    public bool OnPaper => ReviewerId != EnteredById;

    /// <summary>All points.</summary>
    public int Total => Scores.Sum(s => s.Points);

    /// <summary>Begins the form of a reviewer. Refused when he has an interest in the village, or who enters it does not review here.</summary>
    /// <param name="proposers">Who proposed the site.</param>
    /// <param name="groups">The village's groups.</param>
    public static ReviewSheet Begin(
        Guid id, Declaration declaration, ReviewTrack track, Actor reviewer, bool isOfTheLeadingGroup, Actor enteredBy, SchemeRules rules, IReadOnlySet<Guid> proposers, IReadOnlyCollection<Guid> groups)
    {
        Require(IsOpen(declaration, track, rules), ReviewRule.OnlyATakenInOneIsReviewed);
        Require(MayWrite(enteredBy, declaration, track), ReviewRule.OnlyTheSchemesReviewerDecides);
        Require(isOfTheLeadingGroup, ReviewRule.AReviewerIsOfTheLeadingGroup);
        Require(!new[] { Role.ResidentAgent, Role.Supervisor }.Any(role => WorksThere(reviewer.ScopeOf(role), declaration.VillageId, groups)), ReviewRule.NoReviewerWorksInTheVillage);
        Require(!declaration.TookPart(reviewer.StaffId) && !proposers.Contains(reviewer.StaffId), ReviewRule.NoReviewerProposedOrDeclared);
        Require(!declaration.TookPart(enteredBy.StaffId), DeclarationRule.NobodyHandlesTheirOwn);
        return new ReviewSheet(id, declaration.VillageId, declaration.Id, track, reviewer.StaffId, enteredBy.StaffId);
    }

    /// <summary>Writes in it. An unfinished one may be saved; points lie within the item's.</summary>
    public void Fill(Actor writer, IReadOnlyList<ItemScore> scores, DateOnly? visitedOn, string visitNote, ReviewVerdict? verdict, string opinion, ScoreForm form)
    {
        Require(SignedAt is null, ReviewRule.ASignedSheetStands);
        Require(writer.StaffId == EnteredById, ReviewRule.OnlyTheReviewerFillsItIn);
        var fixedItems = form.Items.Where(i => i.Indicator is null).ToList();
        Require(scores.All(s => fixedItems.Any(i => i.Key == s.Key && s.Points >= 0 && s.Points <= i.Points)), ReviewRule.PointsLieWithinTheItems);
        (Scores, VisitedOn, VisitNote, Verdict, Opinion) = ([.. scores.DistinctBy(s => s.Key)], visitedOn, visitNote, verdict, opinion);
    }

    /// <summary>Signs it, with the indicators' points from the frozen figures. On paper the scan of the signed sheet is needed.</summary>
    public void Sign(Actor signer, Declaration declaration, SchemeRules rules, FrozenFigures figures, bool hasScan, DateTimeOffset at, DateOnly today)
    {
        Require(SignedAt is null, ReviewRule.ASignedSheetStands);
        Require(IsOpen(declaration, Track, rules), ReviewRule.OnlyATakenInOneIsReviewed);
        Require(signer.StaffId == EnteredById, ReviewRule.OnlyTheReviewerFillsItIn);
        Require(MayWrite(signer, declaration, Track), ReviewRule.OnlyTheSchemesReviewerDecides);
        var form = rules.ScoreForm;
        Require(form.Items.Where(i => i.Indicator is null).All(i => Scores.Any(s => s.Key == i.Key)), ReviewRule.EveryItemIsScored);
        Require(VisitedOn <= today && !string.IsNullOrWhiteSpace(VisitNote), ReviewRule.TheSiteWasVisited);
        Require(Verdict is not null && (Verdict == ReviewVerdict.Pass || !string.IsNullOrWhiteSpace(Opinion)), ReviewRule.TheVerdictIsGiven);
        Require(!OnPaper || hasScan, ReviewRule.ThePaperSheetIsScanned);
        Scores = [.. Scores, .. form.Items.Where(i => i.Indicator is not null).Select(i => new ItemScore(i.Key, figures.Indicators.Single(f => f.Key == i.Indicator).Counts ? i.Points : 0, ""))];
        Require(Verdict == ReviewVerdict.Return || Total >= form.PassPoints, ReviewRule.APassReachesTheFormsPoints);
        SignedAt = at;
    }

    /// <summary>The body that reviews first by the scheme.</summary>
    public static ReviewTrack FirstTrack(DecidingChain chain) => chain.Reviewer == Role.TownshipOfficial ? ReviewTrack.Township : ReviewTrack.County;

    /// <summary>The bodies that review, in their order: where the township goes first and no list goes up, the county signs, too.</summary>
    public static IReadOnlyList<ReviewTrack> TracksOf(DecidingChain chain) =>
        FirstTrack(chain) == ReviewTrack.Township && !chain.Forwarded ? [ReviewTrack.Township, ReviewTrack.County] : [FirstTrack(chain)];

    /// <summary>Whether enough reviewers of the track signed that it passes, and none that it does not.</summary>
    public static bool IsPassed(IEnumerable<ReviewSheet> sheets, ReviewTrack track, ScoreForm form)
    {
        var signed = sheets.Where(s => s.Track == track && s.SignedAt is not null).ToList();
        return signed.All(s => s.Verdict == ReviewVerdict.Pass) && signed.Select(s => s.ReviewerId).Distinct().Count() >= form.Reviewers;
    }

    /// <summary>Whether the track can be reviewed now: the first once it is taken in, the county's second once the first has passed it.</summary>
    public static bool IsOpen(Declaration declaration, ReviewTrack track, SchemeRules rules) =>
        TracksOf(rules.Chain).Contains(track) && declaration.Status == (track == FirstTrack(rules.Chain) ? DeclarationStatus.TakenIn : DeclarationStatus.Passed);

    /// <summary>Whether this person writes forms of the track here.</summary>
    public static bool MayWrite(Actor actor, Declaration declaration, ReviewTrack track) =>
        actor.RolesFor(Permission.ReviewDeclarations, declaration).Contains(track == ReviewTrack.Township ? Role.TownshipOfficial : Role.CountyOffice);

    private static bool WorksThere(DataScope scope, Guid village, IReadOnlyCollection<Guid> groups) => scope.Covers(village) || scope.GroupIds.Any(groups.Contains);
}

/// <summary>Points of one item, with what they rest on.</summary>
public sealed record ItemScore(string Key, int Points, string Evidence);

/// <summary>In which body's name a form is signed.</summary>
public enum ReviewTrack { Township, County }

/// <summary>What a reviewer finds.</summary>
public enum ReviewVerdict { Pass, Return }

/// <summary>Rules of the first review.</summary>
public enum ReviewRule
{
    OnlyATakenInOneIsReviewed, OnlyTheSchemesReviewerDecides, AReviewerIsOfTheLeadingGroup, NoReviewerWorksInTheVillage, NoReviewerProposedOrDeclared, OneSheetPerReviewer,
    ASignedSheetStands, OnlyTheReviewerFillsItIn, PointsLieWithinTheItems, EveryItemIsScored, TheSiteWasVisited, TheVerdictIsGiven, ThePaperSheetIsScanned,
    APassReachesTheFormsPoints, EnoughReviewersPassedIt, TheFiguresReachTheStandard,
}
