using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Acceptance;

/// <summary>The declaration of a site for acceptance (申报验收), on frozen figures. What came back is declared anew in another one.</summary>
public sealed class Declaration(Guid id, Guid villageId, Guid? siteGroupId, Guid cycleId, int year, Guid schemeId, Guid createdById) : Entity(id), IVillageOwned
{
    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>The village group that is the site; null for the whole village.</summary>
    public Guid? SiteGroupId { get; private init; } = siteGroupId;

    /// <summary>The cycle.</summary>
    public Guid CycleId { get; private init; } = cycleId;

    /// <summary>The programme year.</summary>
    public int Year { get; private init; } = year;

    /// <summary>The version of the scheme by which it is judged.</summary>
    public Guid SchemeId { get; private init; } = schemeId;

    /// <summary>Who began it.</summary>
    public Guid CreatedById { get; private init; } = createdById;

    /// <summary>Who wrote in it last.</summary>
    public Guid LastEditedById { get; private set; } = createdById;

    /// <summary>What the declaring body says of the year's work.</summary>
    public string Statement { get; private set; } = "";

    /// <summary>Which papers of the pack it says are attached.</summary>
    public IReadOnlyList<PackAnswer> Papers { get; private set; } = [];

    /// <summary>Where it stands.</summary>
    public DeclarationStatus Status { get; private set; } = DeclarationStatus.Draft;

    /// <summary>The number of the register; null until it is submitted.</summary>
    public string? Number { get; private set; }

    /// <summary>Who submitted it.</summary>
    public Guid? SubmittedById { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>The last day that counts: the year's last, or the day of an irregular declaration.</summary>
    public DateOnly? AsOf { get; private set; }

    /// <summary>The day whose knowledge decides: 31 days after <see cref="AsOf"/>.</summary>
    public DateOnly? KnownAt { get; private set; }

    /// <summary>The figures on which it was submitted.</summary>
    public Guid? SnapshotId { get; private set; }

    /// <summary>Who took it in.</summary>
    public Guid? TakenInById { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? TakenInAt { get; private set; }

    /// <summary>Who returned or passed it.</summary>
    public Guid? DecidedById { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The opinion of the first review, or why it came back.</summary>
    public string Opinion { get; private set; } = "";

    /// <summary>The number of the first review's opinion (初审意见); null until it passed.</summary>
    public string? ReviewNumber { get; private set; }

    /// <summary>What is to be put right: keys of the score form and the pack.</summary>
    public IReadOnlyList<string> ToPutRight { get; private set; } = [];

    /// <summary>The figures on which the review decided.</summary>
    public Guid? ReviewSnapshotId { get; private set; }

    /// <summary>Begins it. Refused to a role that does not declare in this scheme.</summary>
    public static Declaration Draft(Guid id, Guid villageId, Guid? siteGroupId, Guid cycleId, int year, Scheme scheme, Actor declarer)
    {
        var draft = new Declaration(id, villageId, siteGroupId, cycleId, year, scheme.Id, declarer.StaffId);
        draft.RequireDeclarer(declarer, scheme.Rules);
        draft.Papers = [.. scheme.Rules.Pack.Select(p => new PackAnswer(p.Key, false, ""))];
        return draft;
    }

    /// <summary>Writes in the draft.</summary>
    public void Edit(Actor declarer, string statement, IReadOnlyList<PackAnswer> papers, SchemeRules rules)
    {
        Require(Status == DeclarationStatus.Draft, DeclarationRule.OnlyADraftIsEdited);
        RequireDeclarer(declarer, rules);
        (Statement, Papers, LastEditedById) = (statement, [.. rules.Pack.Select(p => papers.SingleOrDefault(a => a.Key == p.Key) ?? new(p.Key, false, ""))], declarer.StaffId);
    }

    /// <summary>The days that a declaration of this day is counted for. Refused before the month of the declaration where the scheme knows no irregular one.</summary>
    public FigurePeriod PeriodOn(DateOnly today, SchemeRules rules)
    {
        var regular = today >= new DateOnly(Year, rules.Deadlines.Declaration.Month, 1);
        Require(regular || rules.Deadlines.IrregularDeclaration, DeclarationRule.NoIrregularDeclarationHere);
        return regular ? FigurePeriod.Of(Year) : FigurePeriod.Until(today);
    }

    /// <summary>What a count of this day may know: nothing that happens later, nothing after the day that decides.</summary>
    public FigurePeriod CountedOn(DateOnly today) => new(AsOf!.Value, today < KnownAt!.Value ? today : KnownAt.Value);

    /// <summary>Sends it on these frozen figures.</summary>
    public void Submit(Actor declarer, SchemeRules rules, FigurePeriod period, Guid snapshotId, string number, DateTimeOffset at)
    {
        Require(Status == DeclarationStatus.Draft, DeclarationRule.OnlyADraftIsSubmitted);
        RequireDeclarer(declarer, rules);
        Require(!string.IsNullOrWhiteSpace(Statement), DeclarationRule.TheStatementIsWritten);
        (Status, SubmittedById, SubmittedAt, Number) = (DeclarationStatus.Submitted, declarer.StaffId, at, number);
        (AsOf, KnownAt, SnapshotId) = (period.AsOf, period.KnownAt, snapshotId);
    }

    /// <summary>The office takes it in.</summary>
    public void TakeIn(Actor official, DateTimeOffset at)
    {
        Require(Status == DeclarationStatus.Submitted, DeclarationRule.OnlyASubmittedOneIsTakenIn);
        Require(!TookPart(official.StaffId), DeclarationRule.NobodyHandlesTheirOwn);
        (Status, TakenInById, TakenInAt) = (DeclarationStatus.TakenIn, official.StaffId, at);
    }

    /// <summary>Sends it back with the reason and what is to be put right; after the review only when an objection to the notice was upheld.</summary>
    public void Return(Actor official, string reason, IReadOnlyList<string> items, SchemeRules rules, bool objectionUpheld, DateTimeOffset at)
    {
        Require(IsReturnable(objectionUpheld), DeclarationRule.OnlyAnOpenOneIsReturned);
        Require(!TookPart(official.StaffId), DeclarationRule.NobodyHandlesTheirOwn);
        Require(!string.IsNullOrWhiteSpace(reason) && items.Count > 0 && items.All(ItemsOf(rules).Contains), DeclarationRule.AReturnSaysWhatToPutRight);
        (Status, DecidedById, DecidedAt, Opinion, ToPutRight) = (DeclarationStatus.Returned, official.StaffId, at, reason, items);
    }

    /// <summary>Passes the first review on the sheets that are signed, under the number of its opinion. Refused while too few passed it, one did not, or the figures fall short.</summary>
    public void Pass(Actor official, string opinion, SchemeRules rules, IReadOnlyCollection<ReviewSheet> sheets, FigureSnapshot recounted, string number, DateTimeOffset at)
    {
        Require(Status == DeclarationStatus.TakenIn, ReviewRule.OnlyATakenInOneIsReviewed);
        Require(!TookPart(official.StaffId), DeclarationRule.NobodyHandlesTheirOwn);
        Require(official.RolesFor(Permission.ReviewDeclarations, this).Contains(rules.Chain.Reviewer), ReviewRule.OnlyTheSchemesReviewerDecides);
        Require(ReviewSheet.IsPassed(sheets, ReviewSheet.FirstTrack(rules.Chain), rules.ScoreForm), ReviewRule.EnoughReviewersPassedIt);
        Require(recounted.Frozen.AllPass, ReviewRule.TheFiguresReachTheStandard);
        (Status, DecidedById, DecidedAt, Opinion, ReviewSnapshotId, ReviewNumber) = (DeclarationStatus.Passed, official.StaffId, at, opinion, recounted.Id, number);
    }

    /// <summary>It is on a list that goes out.</summary>
    public void Forward()
    {
        Require(Status == DeclarationStatus.Passed, ForwardingRule.OnlyPassedOnesAreForwarded);
        Status = DeclarationStatus.Forwarded;
    }

    /// <summary>The last word was said.</summary>
    public void Answer(bool approved, SchemeRules rules)
    {
        Require(Status == (rules.Chain.Forwarded ? DeclarationStatus.Forwarded : DeclarationStatus.Passed), ReplyRule.TheDeclarationWaitsForIt);
        Status = approved ? DeclarationStatus.Accepted : DeclarationStatus.Refused;
    }

    /// <summary>The title is awarded on it.</summary>
    public void Award(Actor official)
    {
        Require(Status == DeclarationStatus.Accepted, DeclarationRule.OnlyAnAcceptedOneIsAwarded);
        Require(!TookPart(official.StaffId), DeclarationRule.NobodyHandlesTheirOwn);
        Status = DeclarationStatus.Awarded;
    }

    /// <summary>Whether it could be sent back now.</summary>
    public bool IsReturnable(bool objectionUpheld) => Status is DeclarationStatus.Submitted or DeclarationStatus.TakenIn
        || (objectionUpheld && Status is (DeclarationStatus.Passed or DeclarationStatus.Forwarded or DeclarationStatus.Accepted));

    /// <summary>Whether this person wrote or sent it.</summary>
    public bool TookPart(Guid staffId) => staffId == CreatedById || staffId == LastEditedById || staffId == SubmittedById;

    /// <summary>Whether this person could write and send it now.</summary>
    public bool CanBeEditedBy(Actor actor, SchemeRules rules) => Status == DeclarationStatus.Draft && MayDeclare(actor, rules);

    /// <summary>What a return can ask to put right.</summary>
    public static IEnumerable<string> ItemsOf(SchemeRules rules) => rules.ScoreForm.Items.Select(i => i.Key).Concat(rules.Pack.Select(p => p.Key));

    private bool MayDeclare(Actor actor, SchemeRules rules) => actor.RolesFor(Permission.DeclareVillages, this).Contains(rules.Chain.Declarer);

    private void RequireDeclarer(Actor actor, SchemeRules rules) => Require(MayDeclare(actor, rules), DeclarationRule.OnlyTheSchemesDeclarerDeclares);
}

/// <summary>What the declaring body says of one paper of the pack.</summary>
public sealed record PackAnswer(string Key, bool Attached, string Remark);
