using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Households;

/// <summary>What the resident agent tells the village committee each month (月度创建工作反馈表): counts and no household, the plan for the next month, and the talk about both.</summary>
[PersonTable]
public sealed class CommitteeFeedback(Guid id, Guid villageId, DateOnly month, Guid byId) : Entity(id), IVillageOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private init; } = villageId;

    /// <summary>The first day of the month.</summary>
    [NotPersonal] public DateOnly Month { get; private init; } = month;

    /// <summary>Who writes it.</summary>
    [NotPersonal] public Guid ById { get; private set; } = byId;

    /// <summary>What is planned for the next month; no household is named.</summary>
    [NotPersonal] public string Plan { get; private set; } = "";

    /// <summary>The day of the talk; null before it.</summary>
    [NotPersonal] public DateOnly? TalkOn { get; private set; }

    /// <summary>With whom of the committee, by name and post.</summary>
    [PersonalInfo(PersonalInfoClass.OnDuty, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public string TalkWith { get; private set; } = "";

    /// <summary>What was said.</summary>
    [PersonalInfo(PersonalInfoClass.OnDuty, Purpose.Administration, Retention.ServiceAndFiveYears)]
    public string Minutes { get; private set; } = "";

    /// <summary>A draft's figures are counted when they are looked at; given ones are frozen.</summary>
    [NotPersonal] public FeedbackStatus Status { get; private set; } = FeedbackStatus.Draft;

    /// <summary>The figures as they were given; null before.</summary>
    [NotPersonal] public FeedbackFigures? Figures { get; private set; }

    /// <summary>When it was given.</summary>
    [NotPersonal] public DateTimeOffset? GivenAt { get; private set; }

    /// <summary>Begins one. Refused for a month that has not begun.</summary>
    public static CommitteeFeedback Begin(Guid id, Guid villageId, DateOnly month, Guid byId, DateOnly today)
    {
        Require(month.Day == 1 && month <= today, FeedbackRule.TheMonthHasBegun);
        return new(id, villageId, month, byId);
    }

    /// <summary>Writes it. Refused once it was given, and a talk of a day to come.</summary>
    public void Write(string plan, DateOnly? talkOn, string talkWith, string minutes, Guid byId, DateOnly today)
    {
        Require(Status == FeedbackStatus.Draft, FeedbackRule.WhatWasGivenStays);
        Require(talkOn is null || (talkOn >= Month && talkOn <= today), FeedbackRule.TheTalkWasHeld);
        (Plan, TalkOn, TalkWith, Minutes, ById) = (plan, talkOn, talkWith, minutes, byId);
    }

    /// <summary>Gives it to the committee. Refused without plan and talk, and for a second time.</summary>
    public void Give(FeedbackFigures figures, Guid byId, DateTimeOffset at)
    {
        Require(Status == FeedbackStatus.Draft, FeedbackRule.WhatWasGivenStays);
        Require(Plan.Length > 0, FeedbackRule.ThereIsAPlan);
        Require(TalkOn is not null && TalkWith.Length > 0 && Minutes.Length > 0, FeedbackRule.TheTalkIsRecorded);
        (Status, Figures, GivenAt, ById) = (FeedbackStatus.Given, figures, at, byId);
    }
}

/// <summary>Counts of a month. Those of claims and complaints are null in what was given before they were kept.</summary>
/// <param name="Households">Families on the last day counted.</param>
/// <param name="Visits">Calls at households.</param>
/// <param name="Visited">Households called at.</param>
/// <param name="Refused">Households that want no visits.</param>
/// <param name="Student">Policies for pupils issued in the month.</param>
/// <param name="Accident">Policies against accidents.</param>
/// <param name="Life">Long policies with a regular premium.</param>
/// <param name="Other">Other policies.</param>
/// <param name="ClaimsReported">Claims reported in the month.</param>
/// <param name="ClaimsDecided">Claims determined in the month.</param>
/// <param name="ClaimsPaid">Claims paid in the month.</param>
/// <param name="ClaimsLate">Claims of which a limit was passed on the last day counted, and the step still open.</param>
/// <param name="Complaints">Complaints received in the month.</param>
public sealed record FeedbackFigures(long Households, long Visits, long Visited, long Refused, long Student, long Accident, long Life, long Other,
    long? ClaimsReported = null, long? ClaimsDecided = null, long? ClaimsPaid = null, long? ClaimsLate = null, long? Complaints = null);

/// <summary>Where a feedback stands.</summary>
public enum FeedbackStatus { Draft = 1, Given = 2 }

/// <summary>What a feedback holds to.</summary>
public enum FeedbackRule
{
    /// <summary>Nothing is told of a month to come.</summary>
    TheMonthHasBegun,

    /// <summary>What the committee was given is not rewritten.</summary>
    WhatWasGivenStays,

    /// <summary>The talk lies in the month or after it, not in the future.</summary>
    TheTalkWasHeld,

    /// <summary>The next month has a plan.</summary>
    ThereIsAPlan,

    /// <summary>Who was told when, and what was said.</summary>
    TheTalkIsRecorded,
}
