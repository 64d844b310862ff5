using VillageInsurance.Domain.Claims;

namespace VillageInsurance.UseCases.Claims;

/// <summary>A claim as the insurer tells it, by a line of a list or through his interface.</summary>
/// <param name="Row">The line, for the answer.</param>
/// <param name="InsuredIdNumber">Who is insured, who must be the policy's insured; null where he does not say.</param>
/// <param name="Told">Its days, decision and sums.</param>
public sealed record ClaimRow(int Row, string? Number, string? PolicyNumber, string? InsuredIdNumber, ClaimFacts Told)
{
    /// <summary>The insured's name, where a list gives no ID number.</summary>
    public string? InsuredName { get; init; }

    /// <summary>Whether what it leaves open stays as it is known, as in a list, which has the columns that it has. Otherwise the claim is told as a whole.</summary>
    public bool KeepsTheRest { get; init; }
}
