using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Households;

/// <summary>A natural person: one for each ID number, however often he moves. Where he lived when stands in his memberships.</summary>
[PersonTable]
public sealed class Person(Guid id, Guid villageId, Guid? groupId, byte[] idNumberCipher, byte[] idNumberIndex, string name, Sex sex, DateOnly birthDate, Guid batchId)
    : Entity(id), IGroupOwned
{
    /// <summary>For sight only: the village of the current, else the last membership. No figure reads it.</summary>
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <summary>For sight only, like the village.</summary>
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The sealed ID number's cipher text.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public byte[] IdNumberCipher { get; private init; } = idNumberCipher;

    /// <summary>The sealed ID number's index; unique, for a second one would be the same person.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public byte[] IdNumberIndex { get; private init; } = idNumberIndex;

    /// <summary>The sealed ID number.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public Sealed IdNumber => new(IdNumberCipher, IdNumberIndex);

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

    /// <summary>The import that brought the row last.</summary>
    [NotPersonal] public Guid BatchId { get; private set; } = batchId;
}
