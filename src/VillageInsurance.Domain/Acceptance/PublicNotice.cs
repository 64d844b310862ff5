using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;

namespace VillageInsurance.Domain.Acceptance;

/// <summary>A public notice (公示) about villages, before their title or before payments to persons. It runs the scheme's working days and ends by itself when no objection is open.</summary>
public sealed class PublicNotice(
    Guid id, NoticeKind kind, Guid? subjectId, int year, string number, string text, DateOnly from, DateOnly lastDay, Guid publishedById, DateTimeOffset publishedAt) : Entity(id)
{
    private readonly List<NoticePlace> _places = [];
    private readonly List<NoticeObjection> _objections = [];

    /// <summary>What it is about.</summary>
    public NoticeKind Kind { get; private init; } = kind;

    /// <summary>The reward sheet that it is about; null for titles.</summary>
    public Guid? SubjectId { get; private init; } = subjectId;

    /// <summary>The programme year.</summary>
    public int Year { get; private init; } = year;

    /// <summary>The number of the register.</summary>
    public string Number { get; private init; } = number;

    /// <summary>As it hung; without personal data.</summary>
    public string Text { get; private init; } = text;

    /// <summary>The day on which it was hung, not counted.</summary>
    public DateOnly From { get; private init; } = from;

    /// <summary>The last of its working days.</summary>
    public DateOnly LastDay { get; private init; } = lastDay;

    /// <summary>Who published it.</summary>
    public Guid PublishedById { get; private init; } = publishedById;

    /// <summary>When.</summary>
    public DateTimeOffset PublishedAt { get; private init; } = publishedAt;

    /// <summary>The villages, each with where it hung.</summary>
    public IReadOnlyList<NoticePlace> Places => _places;

    /// <summary>What was said against it.</summary>
    public IReadOnlyList<NoticeObjection> Objections => _objections;

    /// <summary>Publishes it. Refused with personal data in the text, without a village, for days that do not lie ahead.</summary>
    public static PublicNotice Publish(
        Guid id, NoticeKind kind, Guid? subjectId, int year, string number, string text, DateOnly from, int workingDays, WorkingDays calendar, IReadOnlyList<NoticePlace> places, Actor publisher, DateTimeOffset at)
    {
        Require(places.Count > 0, NoticeRule.ANoticeNamesVillages);
        Require(places.All(p => !string.IsNullOrWhiteSpace(p.HungAt)), NoticeRule.ItSaysWhereItHangs);
        Require(workingDays > 0, NoticeRule.TheSchemeAsksForNotices);
        Require(!PersonalPatterns.AreIn(text) && !places.Any(p => PersonalPatterns.AreIn(p.HungAt)), NoticeRule.NoPersonalDataInTheText);
        var notice = new PublicNotice(id, kind, subjectId, year, number, text, from, calendar.After(from, workingDays), publisher.StaffId, at);
        notice._places.AddRange(places);
        return notice;
    }

    /// <summary>Takes an objection while it runs: what is said and by which way it came, never by whom.</summary>
    public NoticeObjection TakeObjection(Guid id, Guid villageId, string text, ObjectionChannel channel, Actor recorder, DateTimeOffset at, DateOnly today)
    {
        Require(today <= LastDay, NoticeRule.ObjectionsComeWhileItRuns);
        Require(_places.Any(p => p.VillageId == villageId), NoticeRule.ANoticeNamesVillages);
        Require(!PersonalPatterns.AreIn(text), NoticeRule.NoPersonalDataInTheText);
        var objection = new NoticeObjection(id, Id, villageId, text, channel, recorder.StaffId, at);
        _objections.Add(objection);
        return objection;
    }

    /// <summary>How it stands for one of its villages on this day.</summary>
    public NoticeResult ResultFor(Guid villageId, DateOnly today)
    {
        var said = _objections.Where(o => o.VillageId == villageId).ToList();
        return said.Any(o => o.Outcome == ObjectionOutcome.Upheld) ? NoticeResult.Upheld
            : today <= LastDay ? NoticeResult.Running
            : said.Any(o => o.Outcome is null) ? NoticeResult.ToAnswer : NoticeResult.Ended;
    }
}

/// <summary>What a notice is about.</summary>
public enum NoticeKind { Titles, Rewards }

/// <summary>How a notice stands for a village: it runs, an objection waits for its answer, an objection was upheld, or it ended without one.</summary>
public enum NoticeResult { Running, ToAnswer, Upheld, Ended }

/// <summary>Rules of notices.</summary>
public enum NoticeRule
{
    ANoticeNamesVillages, ItSaysWhereItHangs, TheSchemeAsksForNotices, NoPersonalDataInTheText, ItHangsFromTodayOn, TheVillagesAwaitTheirTitle, ObjectionsComeWhileItRuns, AnObjectionIsAnsweredOnce,
    AnAnswerIsWritten, WhoRecordedTheObjectionDoesNotAnswerIt,
}
