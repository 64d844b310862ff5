using VillageInsurance.Domain.Claims;

namespace VillageInsurance.UseCases.Deliveries;

/// <summary>A claim as the insurer's system tells it, as a whole.</summary>
/// <param name="InsuredIdNumber">Who of a policy's insured it is; null for the policy's own.</param>
/// <param name="Told">Its days, decision and sums.</param>
public sealed record ClaimRow(int Row, string? Number, string? PolicyNumber, string? InsuredIdNumber, ClaimFacts Told);
