using VillageInsurance.UseCases.Policies;

namespace VillageInsurance.UseCases.Deliveries;

/// <summary>What became of a row of a delivery.</summary>
/// <param name="Row">Its place in the delivery, from 0.</param>
/// <param name="Field">What asks or is refused, by the name of the row's property; null for the whole row.</param>
/// <param name="Why">The text key of the reason; null where it was taken.</param>
public sealed record DeliveredRow(int Row, RowOutcome Outcome, string? Field = null, string? Why = null);
