using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Acceptance;

/// <summary>The last word on a declaration: the superior company's reply (批复) from its letter, or the county group's acceptance from its minutes.</summary>
public sealed class FinalReply(
    Guid id, Guid villageId, Guid cycleId, Guid declarationId, bool approved, string reason, string letterNumber, DateOnly letterOn, Guid? minutesId, Guid snapshotId, Guid recordedById, DateTimeOffset recordedAt)
    : Entity(id), IVillageOwned
{
    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>The cycle.</summary>
    public Guid CycleId { get; private init; } = cycleId;

    /// <summary>The declaration.</summary>
    public Guid DeclarationId { get; private init; } = declarationId;

    /// <summary>Yes or no.</summary>
    public bool Approved { get; private init; } = approved;

    /// <summary>Why not; may be empty for yes.</summary>
    public string Reason { get; private init; } = reason;

    /// <summary>The letter's or resolution's number.</summary>
    public string LetterNumber { get; private init; } = letterNumber;

    /// <summary>Its day.</summary>
    public DateOnly LetterOn { get; private init; } = letterOn;

    /// <summary>The minutes of the county group; null where a letter answers.</summary>
    public Guid? MinutesId { get; private init; } = minutesId;

    /// <summary>The figures as they were counted when it was recorded.</summary>
    public Guid SnapshotId { get; private init; } = snapshotId;

    /// <summary>Who recorded it.</summary>
    public Guid RecordedById { get; private init; } = recordedById;

    /// <summary>When.</summary>
    public DateTimeOffset RecordedAt { get; private init; } = recordedAt;

    /// <summary>Refuses who may not record it, what is incomplete, and a yes on figures that fall short.</summary>
    /// <param name="list">The list on which the village went up; null in a scheme without lists.</param>
    /// <param name="hasScan">Whether the letter, or the minutes, lie there as a scan.</param>
    /// <param name="countySigned">Whether the county's reviewers signed, where the scheme asks for it.</param>
    public void Check(Actor recorder, Declaration declaration, ForwardingList? list, SchemeRules rules, FigureSnapshot recounted, bool hasScan, bool countySigned, DateOnly today)
    {
        Require(recorder.RolesFor(Permission.RecordReplies, declaration).Any(rules.Chain.Accepters.Contains), ReplyRule.OnlyTheSchemesAcceptersRecord);
        Require(recorder.StaffId != list?.PreparedById && !declaration.TookPart(recorder.StaffId), ReplyRule.ASecondPersonRecords);
        Require(hasScan, ReplyRule.TheLetterIsScanned);
        Require(LetterOn <= today, ReplyRule.TheLetterIsNotOfTheFuture);
        Require(rules.Chain.Forwarded || MinutesId is not null, ReplyRule.TheGroupsMinutesAreNamed);
        Require(Approved || !string.IsNullOrWhiteSpace(Reason), ReplyRule.ARefusalSaysWhy);
        Require(!Approved || countySigned, ReplyRule.TheCountyReviewSigned);
        Require(!Approved || recounted.Frozen.AllPass, ReplyRule.TheRecountReachesTheStandard);
    }
}

/// <summary>Rules of replies.</summary>
public enum ReplyRule
{
    TheDeclarationWaitsForIt, OnlyTheSchemesAcceptersRecord, ASecondPersonRecords, TheLetterIsScanned, TheLetterIsNotOfTheFuture, TheGroupsMinutesAreNamed, ARefusalSaysWhy,
    TheCountyReviewSigned, TheRecountReachesTheStandard,
}
