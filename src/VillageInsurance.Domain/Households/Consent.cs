using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Households;

/// <summary>A family's yes or no to one use of what it tells (PIPL arts. 14, 29, 31): to which text, by whom, how and when. A new answer is a new row; the newest one of its kind holds.</summary>
[PersonTable]
public sealed class Consent(Guid id, Guid villageId, Guid? groupId, Guid householdId, Guid? personId, ConsentKind kind, bool isGiven, Guid textId, string givenBy, ConsentForm form, DateOnly on, Guid recordedById, DateTimeOffset recordedAt)
    : Entity(id), IGroupOwned
{
    /// <summary>A refused question is not asked again for ninety days.</summary>
    public const int DaysOfRest = 90;

    /// <summary>Below this age, in years, a guardian answers for the child (PIPL art. 31).</summary>
    public const int AgeOfOwnAnswer = 14;

    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The household.</summary>
    [NotPersonal] public Guid HouseholdId { get; private set; } = householdId;

    /// <summary>The child that a guardian answers for; null when the family answers for itself.</summary>
    [NotPersonal] public Guid? PersonId { get; private init; } = personId;

    /// <summary>What it is a yes or no to.</summary>
    [NotPersonal] public ConsentKind Kind { get; private init; } = kind;

    /// <summary>Yes or no.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public bool IsGiven { get; private init; } = isGiven;

    /// <summary>The version of the text that was read out.</summary>
    [NotPersonal] public Guid TextId { get; private init; } = textId;

    /// <summary>Who answered, by name.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string GivenBy { get; private init; } = givenBy;

    /// <summary>By a mark, a signature on the screen, or on paper.</summary>
    [NotPersonal] public ConsentForm Form { get; private init; } = form;

    /// <summary>The sealed signature that was drawn on the screen; null in every other form.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public byte[]? Signature { get; private set; }

    /// <summary>The day.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public DateOnly On { get; private init; } = on;

    /// <summary>Who recorded it.</summary>
    [NotPersonal] public Guid RecordedById { get; private init; } = recordedById;

    /// <summary>When it was recorded.</summary>
    [NotPersonal] public DateTimeOffset RecordedAt { get; private init; } = recordedAt;

    /// <summary>The day on which it was taken back; null while it holds.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>Whether it allows the use on this day.</summary>
    public bool Holds(DateOnly day) => IsGiven && On <= day && !(WithdrawnOn <= day);

    /// <summary>The family takes it back; from this day on the use ends (PIPL art. 15).</summary>
    public void Withdraw(DateOnly on)
    {
        Require(IsGiven && WithdrawnOn is null, ConsentRule.OnlyAGivenOneIsWithdrawn);
        Require(on >= On, HouseholdRule.NothingEndsBeforeItBegins);
        WithdrawnOn = on;
    }

    /// <summary>Puts the sealed signature under it. Refused: none where it is given by signature, and one where it is not.</summary>
    public Consent SignedWith(byte[]? sealedSignature)
    {
        Require(sealedSignature is not null == (Form == ConsentForm.Signature), ConsentRule.ASignatureIsDrawn);
        Signature = sealedSignature;
        return this;
    }

    /// <summary>The household moved or was merged into another.</summary>
    public void SeenAt(Guid villageId, Guid? groupId) => (VillageId, GroupId) = (villageId, groupId);

    /// <summary>Belongs to another household: the two were one family.</summary>
    public void GoTo(Household household) => (HouseholdId, VillageId, GroupId) = (household.Id, household.VillageId, household.GroupId);
}

/// <summary>What a family is asked for, each by itself.</summary>
public enum ConsentKind
{
    /// <summary>The visit and the household's file (一般告知).</summary>
    General = 1,

    /// <summary>Questions of health (PIPL art. 29).</summary>
    Health = 2,

    /// <summary>Questions of income, debts and what it can afford (PIPL art. 29).</summary>
    Money = 3,

    /// <summary>Whatever concerns a child under fourteen, by its guardian (PIPL art. 31).</summary>
    Child = 4,

    /// <summary>Giving what the survey found to the insurer (PIPL art. 23).</summary>
    ToInsurer = 5,
}

/// <summary>How it was given.</summary>
public enum ConsentForm { Mark = 1, Signature = 2, Paper = 3 }

/// <summary>What a consent holds to.</summary>
public enum ConsentRule { OnlyAGivenOneIsWithdrawn, ANoRestsNinetyDays, TheTextIsTheNewest, ASignatureIsDrawn }
