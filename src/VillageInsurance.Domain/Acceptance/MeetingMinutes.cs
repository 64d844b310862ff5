using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Acceptance;

/// <summary>The minutes of a meeting (会议纪要) as evidence: of a leading group, its office, or a village committee. The scan is attached to this record.</summary>
public sealed class MeetingMinutes(Guid id, Guid villageId, MeetingBody body, DateOnly heldOn, string resolutionNumber, string subject, string decision, IReadOnlyList<Guid> participants, Guid recordedById, DateTimeOffset recordedAt)
    : Entity(id), IVillageOwned
{
    /// <summary>The village; the township's or the county's area where the meeting was theirs.</summary>
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>Who met.</summary>
    public MeetingBody Body { get; private init; } = body;

    /// <summary>The day of the meeting.</summary>
    public DateOnly HeldOn { get; private init; } = heldOn;

    /// <summary>The resolution's number.</summary>
    public string ResolutionNumber { get; private init; } = resolutionNumber;

    /// <summary>What it was about.</summary>
    public string Subject { get; private init; } = subject;

    /// <summary>What was decided.</summary>
    public string Decision { get; private init; } = decision;

    /// <summary>Who of the people on duty took part.</summary>
    public IReadOnlyList<Guid> Participants { get; private init; } = participants;

    /// <summary>Who recorded it.</summary>
    public Guid RecordedById { get; private init; } = recordedById;

    /// <summary>When.</summary>
    public DateTimeOffset RecordedAt { get; private init; } = recordedAt;

    /// <summary>Refuses what is no evidence.</summary>
    public void Check(bool hasScan, bool participantsAreKnown, DateOnly today)
    {
        Require(HeldOn <= today, MinutesRule.TheMeetingWasHeld);
        Require(Participants.Count > 0 && participantsAreKnown, MinutesRule.TheParticipantsAreKnown);
        Require(hasScan, MinutesRule.TheMinutesAreScanned);
        Require(!PersonalPatterns.AreIn(Subject) && !PersonalPatterns.AreIn(Decision), MinutesRule.NoPersonalDataInTheText);
    }
}

/// <summary>Who met.</summary>
public enum MeetingBody { CountyGroup, CountyOffice, TownshipGroup, VillageCommittee }

/// <summary>Rules of minutes.</summary>
public enum MinutesRule { TheMeetingWasHeld, TheParticipantsAreKnown, TheMinutesAreScanned, NoPersonalDataInTheText }
