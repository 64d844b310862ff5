using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Cycles;

/// <summary>Why some of the compared villages were chosen to come first: flat land, economy, size, awareness. Kept as it was written.</summary>
public sealed class CandidateChoice(Guid id, Guid villageId, int year, IReadOnlyList<Guid> compared, IReadOnlyList<Guid> chosen, string reason, Guid byId, DateTimeOffset at)
    : Entity(id), IVillageOwned
{
    /// <summary>The township whose villages were compared; the county where they lie in several.</summary>
    public Guid VillageId { get; private init; } = villageId;

    /// <summary>The programme year.</summary>
    public int Year { get; private init; } = year;

    /// <summary>The villages that were compared, two to six.</summary>
    public IReadOnlyList<Guid> Compared { get; private init; } = compared;

    /// <summary>Those that come first.</summary>
    public IReadOnlyList<Guid> Chosen { get; private init; } = chosen;

    /// <summary>Why.</summary>
    public string Reason { get; private init; } = reason;

    /// <summary>Who chose.</summary>
    public Guid ById { get; private init; } = byId;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; } = at;

    /// <summary>Keeps a choice. Refused unless some, not all, of two to six compared villages are chosen, with the reason.</summary>
    public static CandidateChoice Make(Guid id, Guid areaId, int year, IReadOnlyList<Guid> compared, IReadOnlyList<Guid> chosen, string reason, Actor by, DateTimeOffset at)
    {
        Require(compared.Count is >= 2 and <= 6 && compared.Distinct().Count() == compared.Count, ChoiceRule.TwoToSixVillagesAreCompared);
        Require(chosen.Count > 0 && chosen.All(compared.Contains), ChoiceRule.TheChosenWereCompared);
        Require(!string.IsNullOrWhiteSpace(reason), ChoiceRule.AChoiceSaysWhy);
        return new(id, areaId, year, compared, chosen, reason, by.StaffId, at);
    }
}

/// <summary>Rules of choosing among candidates.</summary>
public enum ChoiceRule { TwoToSixVillagesAreCompared, TheChosenWereCompared, AChoiceSaysWhy }
