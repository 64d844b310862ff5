namespace VillageInsurance.Domain.Acceptance;

/// <summary>The records behind the figures of a place, by their ids alone: whoever may see the rows counts them again.</summary>
/// <param name="Members">The counted persons, each in his household.</param>
/// <param name="Pupils">Who of them is a pupil.</param>
/// <param name="CoveredPupils">Who of the pupils has cover.</param>
/// <param name="Accident">The payments of indicator 2, signed.</param>
/// <param name="Life">The payments of indicator 3, signed.</param>
/// <param name="RegularHouseholds">Households with long-term regular-premium cover.</param>
/// <param name="AnyHouseholds">Households with any cover.</param>
public sealed record CountedRecords(
    IReadOnlyList<CountedMember> Members, IReadOnlyList<CountedMember> Pupils, IReadOnlyList<CountedMember> CoveredPupils,
    IReadOnlyList<CountedPayment> Accident, IReadOnlyList<CountedPayment> Life, IReadOnlyList<Guid> RegularHouseholds, IReadOnlyList<Guid> AnyHouseholds)
{
    /// <summary>The numbers that the records add up to.</summary>
    public IndicatorFigures Figures => new(
        Members.Select(m => m.PersonId).Distinct().Count(), Members.Select(m => m.HouseholdId).Distinct().Count(),
        Pupils.Select(m => m.PersonId).Distinct().Count(), CoveredPupils.Select(m => m.PersonId).Distinct().Count(),
        Pupils.Select(m => m.HouseholdId).Distinct().Count(), CoveredPupils.Select(m => m.HouseholdId).Distinct().Count(),
        Accident.Sum(p => p.Fen), Life.Sum(p => p.Fen), RegularHouseholds.Distinct().Count(), AnyHouseholds.Distinct().Count());
}

/// <summary>A person in a household.</summary>
public readonly record struct CountedMember(Guid PersonId, Guid HouseholdId);

/// <summary>A payment on a policy; fen, negative for a refund.</summary>
public readonly record struct CountedPayment(Guid PaymentId, Guid PolicyId, long Fen);
