using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Acceptance;

/// <summary>A village that a notice is about, and where it hung there; its photo is attached to this record.</summary>
public sealed class NoticePlace(Guid id, Guid noticeId, Guid villageId, Guid cycleId, string hungAt) : Entity(id), IVillageOwned
{
    /// <summary>The notice.</summary>
    public Guid NoticeId { get; private init; } = noticeId;

    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>The cycle.</summary>
    public Guid CycleId { get; private init; } = cycleId;

    /// <summary>The board or place.</summary>
    public string HungAt { get; private init; } = hungAt;
}

/// <summary>What somebody said against a notice. Who said it is not kept, so that nobody is found out.</summary>
public sealed class NoticeObjection(Guid id, Guid noticeId, Guid villageId, string text, ObjectionChannel channel, Guid recordedById, DateTimeOffset recordedAt) : Entity(id), IVillageOwned
{
    /// <summary>The notice.</summary>
    public Guid NoticeId { get; private init; } = noticeId;

    /// <inheritdoc />
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>What was said.</summary>
    public string Text { get; private init; } = text;

    /// <summary>By which way it came.</summary>
    public ObjectionChannel Channel { get; private init; } = channel;

    /// <summary>Who took it down.</summary>
    public Guid RecordedById { get; private init; } = recordedById;

    /// <summary>When.</summary>
    public DateTimeOffset RecordedAt { get; private init; } = recordedAt;

    /// <summary>What was found and answered; empty while it is open.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>How it ended; null while it is open.</summary>
    public ObjectionOutcome? Outcome { get; private set; }

    /// <summary>Who answered.</summary>
    public Guid? AnsweredById { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Answers it, once, by somebody else than who took it down.</summary>
    public void Reply(Actor official, string answer, ObjectionOutcome outcome, DateTimeOffset at)
    {
        Require(Outcome is null, NoticeRule.AnObjectionIsAnsweredOnce);
        Require(official.StaffId != RecordedById, NoticeRule.WhoRecordedTheObjectionDoesNotAnswerIt);
        Require(!string.IsNullOrWhiteSpace(answer), NoticeRule.AnAnswerIsWritten);
        Require(!PersonalPatterns.AreIn(answer), NoticeRule.NoPersonalDataInTheText);
        (Answer, Outcome, AnsweredById, AnsweredAt) = (answer, outcome, official.StaffId, at);
    }
}

/// <summary>By which way an objection came.</summary>
public enum ObjectionChannel { InPerson, Phone, Letter, Mailbox, Online }

/// <summary>How an objection ended.</summary>
public enum ObjectionOutcome { Rejected, Upheld }
