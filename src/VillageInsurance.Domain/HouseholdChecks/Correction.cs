using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.HouseholdChecks;

/// <summary>What an agent asks the county office to allow (更正、迁移申请): other values in a checked file, an event taken back later than its day, or a move between villages.</summary>
[PersonTable]
public sealed class Correction(Guid id, Guid villageId, Guid? groupId, Guid householdId, CorrectionKind kind, string reason, Guid askedById, DateTimeOffset askedAt) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The household of the agent who asks.</summary>
    [NotPersonal] public Guid HouseholdId { get; private init; } = householdId;

    /// <summary>What is asked for.</summary>
    [NotPersonal] public CorrectionKind Kind { get; private init; } = kind;

    /// <summary>Why; no names, no numbers.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string Reason { get; private init; } = reason;

    /// <summary>The values, old and new.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public IReadOnlyList<FieldAsk> Fields { get; private set; } = [];

    /// <summary>The event that is to be taken back.</summary>
    [NotPersonal] public Guid? EventId { get; private set; }

    /// <summary>The move, or the event in a checked file.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public LifeEventFacts? Facts { get; private set; }

    /// <summary>Who is to come from another village, by name.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string? Name { get; private set; }

    /// <summary>His sealed ID number, under which he is registered elsewhere.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public byte[]? IdNumber { get; private set; }

    /// <summary>Who asks.</summary>
    [NotPersonal] public Guid AskedById { get; private init; } = askedById;

    /// <summary>When.</summary>
    [NotPersonal] public DateTimeOffset AskedAt { get; private init; } = askedAt;

    /// <summary>Where it stands.</summary>
    [NotPersonal] public CorrectionStatus Status { get; private set; } = CorrectionStatus.Asked;

    /// <summary>Who decided.</summary>
    [NotPersonal] public Guid? DecidedById { get; private set; }

    /// <summary>When.</summary>
    [NotPersonal] public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>What the office said.</summary>
    [NotPersonal] public string? Opinion { get; private set; }

    /// <summary>Other values. Refused without any.</summary>
    public static Correction OfFields(Guid id, Households.Household household, IReadOnlyList<FieldAsk> fields, string reason, Guid askedById, DateTimeOffset at)
    {
        Require(fields.Count > 0 && fields.All(f => f.Old != f.New || f.Secret is not null), CorrectionRule.SomethingIsChanged);
        return new(id, household.VillageId, household.GroupId, household.Id, CorrectionKind.Fields, reason, askedById, at) { Fields = fields };
    }

    /// <summary>An event taken back.</summary>
    public static Correction OfUndo(Guid id, Households.Household household, LifeEvent life, string reason, Guid askedById, DateTimeOffset at)
    {
        Require(life.UndoneAt is null, LifeEventRule.OnlyAStandingEventIsUndone);
        return new(id, household.VillageId, household.GroupId, household.Id, CorrectionKind.Undo, reason, askedById, at) { EventId = life.Id };
    }

    /// <summary>Members who move to another village, or one who never belonged to a checked household.</summary>
    public static Correction OfEvent(Guid id, Households.Household household, LifeEventFacts facts, string reason, Guid askedById, DateTimeOffset at) =>
        new(id, household.VillageId, household.GroupId, household.Id, CorrectionKind.Event, reason, askedById, at) { Facts = facts };

    /// <summary>Somebody who is registered elsewhere and lives here now.</summary>
    public static Correction OfMoveHere(Guid id, Households.Household household, LifeEventFacts facts, string name, byte[] idNumber, string reason, Guid askedById, DateTimeOffset at) =>
        new(id, household.VillageId, household.GroupId, household.Id, CorrectionKind.MoveHere, reason, askedById, at) { Facts = facts, Name = name, IdNumber = idNumber };

    /// <summary>The office allows it. Refused to who asked, and a second time.</summary>
    public void Approve(Guid officialId, string opinion, DateTimeOffset at) => Decide(CorrectionStatus.Approved, officialId, opinion, at);

    /// <summary>The office says no, and why.</summary>
    public void Refuse(Guid officialId, string opinion, DateTimeOffset at)
    {
        Require(!string.IsNullOrWhiteSpace(opinion), CorrectionRule.ANoSaysWhy);
        Decide(CorrectionStatus.Refused, officialId, opinion, at);
    }

    /// <summary>The household moved.</summary>
    public void SeenAt(Guid villageId, Guid? groupId) => (VillageId, GroupId) = (villageId, groupId);

    private void Decide(CorrectionStatus status, Guid officialId, string opinion, DateTimeOffset at)
    {
        Require(Status == CorrectionStatus.Asked, CorrectionRule.OnlyAnOpenOneIsDecided);
        Require(officialId != AskedById, CorrectionRule.NobodyDecidesTheirOwn);
        (Status, DecidedById, Opinion, DecidedAt) = (status, officialId, opinion, at);
    }
}

/// <summary>One value to be changed: of the household, or of a member. A sealed one stands in <paramref name="Secret"/>, never in the open.</summary>
public sealed record FieldAsk(Guid? PersonId, CorrectedField Field, string? Old, string? New, string? Secret = null);

/// <summary>What a correction changes in a file.</summary>
public enum CorrectedField
{
    Address = 1, Phone = 2, MainIncome = 3, Machines = 4, Name = 5, IdNumber = 6, Relation = 7, Ethnicity = 8, Occupation = 9,
    IncomeBand = 10, DebtBand = 11, Housing = 12, Relief = 13, HasMedicalInsurance = 14, HasPension = 15,
}

/// <summary>Whose the fields are.</summary>
public static class CorrectedFields
{
    /// <summary>A member's; the others are the household's.</summary>
    public static bool IsOfMember(this CorrectedField field) =>
        field is >= CorrectedField.Name and <= CorrectedField.Occupation or CorrectedField.HasMedicalInsurance or CorrectedField.HasPension;

    /// <summary>Of money: noted only with the family's consent to such questions.</summary>
    public static bool IsOfMoney(this CorrectedField field) => field is CorrectedField.IncomeBand or CorrectedField.DebtBand;
}

/// <summary>What is asked for.</summary>
public enum CorrectionKind { Fields = 1, Undo = 2, Event = 3, MoveHere = 4 }

/// <summary>Where a correction stands.</summary>
public enum CorrectionStatus { Asked = 1, Approved = 2, Refused = 3 }

/// <summary>What corrections hold to.</summary>
public enum CorrectionRule { SomethingIsChanged, OnlyAnOpenOneIsDecided, NobodyDecidesTheirOwn, ANoSaysWhy, TheOldValueStands, TheMoverIsFound }
