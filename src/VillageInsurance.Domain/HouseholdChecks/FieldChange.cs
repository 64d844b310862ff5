using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.HouseholdChecks;

/// <summary>One value of a household's file that was changed, with the old one. Of an encrypted one only that it changed.</summary>
[PersonTable]
public sealed class FieldChange(Guid id, Guid villageId, Guid? groupId, Guid householdId, Guid? personId, string field, string? oldValue, string? newValue, Guid changedById, DateTimeOffset at, Guid? correctionId) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <inheritdoc />
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The household.</summary>
    [NotPersonal] public Guid HouseholdId { get; private init; } = householdId;

    /// <summary>The member whose value it is; null for the household's own.</summary>
    [NotPersonal] public Guid? PersonId { get; private init; } = personId;

    /// <summary>The value's name.</summary>
    [NotPersonal] public string Field { get; private init; } = field;

    /// <summary>What stood there; null for nothing, or for an encrypted value.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string? OldValue { get; private init; } = oldValue;

    /// <summary>What stands there since.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string? NewValue { get; private init; } = newValue;

    /// <summary>Who changed it; of a correction, who asked for it.</summary>
    [NotPersonal] public Guid ChangedById { get; private init; } = changedById;

    /// <summary>When.</summary>
    [NotPersonal] public DateTimeOffset At { get; private init; } = at;

    /// <summary>The correction that the office approved; null for a change before the check.</summary>
    [NotPersonal] public Guid? CorrectionId { get; private init; } = correctionId;

    /// <summary>The household moved.</summary>
    public void SeenAt(Guid villageId, Guid? groupId) => (VillageId, GroupId) = (villageId, groupId);
}
