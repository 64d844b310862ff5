using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Households;

/// <summary>A natural person: one for each ID number, however often he moves; one whose number is still missing has none and is told apart by the row alone. Where he lived when stands in his memberships.</summary>
[PersonTable]
public sealed class Person(Guid id, Guid villageId, Guid? groupId, byte[]? idNumberCipher, byte[]? idNumberIndex, string name, Sex sex, DateOnly birthDate, Guid? batchId)
    : Entity(id), IGroupOwned
{
    /// <summary>For sight only: the village of the current, else the last membership. No figure reads it.</summary>
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <summary>For sight only, like the village.</summary>
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The sealed ID number's cipher text; null while the number is missing.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public byte[]? IdNumberCipher { get; private set; } = idNumberCipher;

    /// <summary>The sealed ID number's index; unique, for a second one would be the same person.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public byte[]? IdNumberIndex { get; private set; } = idNumberIndex;

    /// <summary>The sealed ID number; null while it is missing.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public Sealed? IdNumber => IdNumberCipher is { } cipher && IdNumberIndex is { } index ? new(cipher, index) : null;

    /// <summary>The name.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string Name { get; private set; } = name;

    /// <summary>As the ID number says.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public Sex Sex { get; private set; } = sex;

    /// <summary>As the ID number says.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public DateOnly BirthDate { get; private set; } = birthDate;

    /// <summary>The ethnicity, as the list says (PIPL art. 28); null when unknown.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string? Ethnicity { get; private set; }

    /// <summary>What the person works as, in the insurer's terms; null when unknown.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string? Occupation { get; private set; }

    /// <summary>Whether the person is in the social medical insurance; null when not asked.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public bool? HasMedicalInsurance { get; private set; }

    /// <summary>Whether the person is in the social pension insurance; null when not asked.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public bool? HasPension { get; private set; }

    /// <summary>The sealed note on the person's health; only with consent, null without.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public byte[]? HealthNote { get; private set; }

    /// <summary>The import that brought the row last; null for one entered by hand.</summary>
    [NotPersonal] public Guid? BatchId { get; private set; } = batchId;

    /// <summary>Another name, in writing it right or by marriage.</summary>
    public void Rename(string name) => Name = name;

    /// <summary>What the ID number says, once it is known or was wrong.</summary>
    public void Identify(Sealed number, Sex sex, DateOnly birthDate) => (IdNumberCipher, IdNumberIndex, Sex, BirthDate) = (number.Cipher, number.Index, sex, birthDate);

    /// <summary>As told, while there is no ID number to say it.</summary>
    public void TellApart(Sex sex, DateOnly birthDate)
    {
        if (IdNumberIndex is null) (Sex, BirthDate) = (sex, birthDate);
    }

    /// <summary>What the person tells about himself.</summary>
    public void Describe(PersonFacts facts) =>
        (Ethnicity, Occupation, HasMedicalInsurance, HasPension) = (facts.Ethnicity, facts.Occupation, facts.HasMedicalInsurance, facts.HasPension);

    /// <summary>The sealed note on the health, or none.</summary>
    public void NoteHealth(byte[]? sealedNote) => HealthNote = sealedNote;

    /// <summary>Seen where he lives now.</summary>
    public void SeenAt(Guid villageId, Guid? groupId) => (VillageId, GroupId) = (villageId, groupId);

    /// <summary>The age in whole years on a day.</summary>
    public int AgeOn(DateOnly day) => new BornAs(Sex, BirthDate).AgeOn(day);
}

/// <summary>What a person tells about himself.</summary>
public sealed record PersonFacts(string? Ethnicity, string? Occupation, bool? HasMedicalInsurance, bool? HasPension);
