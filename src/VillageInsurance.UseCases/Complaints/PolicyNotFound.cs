using VillageInsurance.Domain.Shared;

namespace VillageInsurance.UseCases.Complaints;

/// <summary>No policy of these villages has this number: either a digit is wrong, or the paper is not the insurer's.</summary>
public sealed class PolicyNotFound() : Refusal("No policy has this number.");
