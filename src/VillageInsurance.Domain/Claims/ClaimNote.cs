using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Claims;

/// <summary>What a supervisor says about a claim of the village: a note, a fact seen on the spot, a rating, a suspected fraud, or an objection that must be answered. Never changes the claim itself.</summary>
[PersonTable]
public sealed class ClaimNote(Guid id, Guid villageId, Guid? groupId, Guid claimId, ClaimNoteKind kind, string text, Guid byId, DateTimeOffset at) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The claim.</summary>
    [NotPersonal] public Guid ClaimId { get; private init; } = claimId;

    /// <summary>What it is.</summary>
    [NotPersonal] public ClaimNoteKind Kind { get; private init; } = kind;

    /// <summary>What the supervisor says.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string Text { get; private init; } = text;

    /// <summary>Who says it.</summary>
    [NotPersonal] public Guid ById { get; private init; } = byId;

    /// <summary>When.</summary>
    [NotPersonal] public DateTimeOffset At { get; private init; } = at;

    /// <summary>Of a rating: how fast it went, from 1 to 5.</summary>
    [NotPersonal] public int? Speed { get; private init; }

    /// <summary>Of a rating: how well it was done, from 1 to 5.</summary>
    [NotPersonal] public int? Quality { get; private init; }

    /// <summary>Of an objection: the step objected to.</summary>
    [NotPersonal] public ClaimMilestone? ObjectedTo { get; private init; }

    /// <summary>The answer to an objection or suspicion; null until then.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.InsuranceService, Retention.ContractAndTenYears)]
    public string? Answer { get; private set; }

    /// <summary>Who answered.</summary>
    [NotPersonal] public Guid? AnsweredById { get; private set; }

    /// <summary>When.</summary>
    [NotPersonal] public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Whether it must be answered and has not been.</summary>
    public bool Waits => Kind is ClaimNoteKind.Objection or ClaimNoteKind.SuspectedFraud && AnsweredAt is null;

    /// <summary>A rating, of 1 to 5 each.</summary>
    public static ClaimNote Rating(Guid id, Claim claim, int speed, int quality, string text, Guid byId, DateTimeOffset at) =>
        new(id, claim.VillageId, claim.GroupId, claim.Id, ClaimNoteKind.Rating, text, byId, at) { Speed = speed, Quality = quality };

    /// <summary>An objection to a step that was taken. Refused to one that was not.</summary>
    public static ClaimNote Objection(Guid id, Claim claim, ClaimMilestone step, string text, Guid byId, DateTimeOffset at)
    {
        Require(claim.Facts().On(step) is not null, ClaimRule.OnlyAStepTakenIsObjectedTo);
        return new(id, claim.VillageId, claim.GroupId, claim.Id, ClaimNoteKind.Objection, text, byId, at) { ObjectedTo = step };
    }

    /// <summary>The insurer's answer. Refused a second time, to other notes, and to whoever recorded the step objected to.</summary>
    /// <param name="stepById">Who recorded that step; null when no step is objected to.</param>
    public void Reply(string answer, Guid byId, DateTimeOffset at, Guid? stepById)
    {
        Require(Kind is ClaimNoteKind.Objection or ClaimNoteKind.SuspectedFraud, ClaimRule.OnlyAnObjectionIsAnswered);
        Require(AnsweredAt is null, ClaimRule.AnswerOnce);
        Require(byId != stepById && byId != ById, ClaimRule.NobodyAnswersAnObjectionToTheirOwnStep);
        (Answer, AnsweredById, AnsweredAt) = (answer, byId, at);
    }
}

/// <summary>What a supervisor's note is.</summary>
public enum ClaimNoteKind { FamilyTold = 1, CompanyReminded = 2, SeenOnTheSpot = 3, FamilyObjects = 4, Note = 5, Rating = 6, SuspectedFraud = 7, Objection = 8 }
