namespace VillageInsurance.Domain.Acceptance;

/// <summary>The counted numbers of a village or group on a day, exact: persons, households, and money in fen.</summary>
/// <param name="Population">Counted persons.</param>
/// <param name="Households">Counted households.</param>
/// <param name="Students">Pupils among the counted persons.</param>
/// <param name="StudentsCovered">Pupils with cover.</param>
/// <param name="StudentHouseholds">Households with pupils.</param>
/// <param name="StudentHouseholdsCovered">Households with at least one covered pupil.</param>
/// <param name="AccidentFen">Accident premium of the period less refunds; may be negative.</param>
/// <param name="LifeNewRegularFen">New regular life premium of the period less refunds; may be negative.</param>
/// <param name="HouseholdsRegular">Households with long-term regular-premium cover.</param>
/// <param name="HouseholdsAny">Households with any cover: the goal only, not part of the acceptance.</param>
public readonly record struct IndicatorFigures(
    long Population, long Households, long Students, long StudentsCovered, long StudentHouseholds, long StudentHouseholdsCovered,
    long AccidentFen, long LifeNewRegularFen, long HouseholdsRegular, long HouseholdsAny);
