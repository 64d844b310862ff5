using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.Domain.Agreements;

/// <summary>What an agreement says: the parties, the term, who signed when, and the clauses.</summary>
/// <param name="Committee">The village committee as party.</param>
/// <param name="Branch">The insurer's branch as party.</param>
/// <param name="From">The first day of the term.</param>
/// <param name="To">The last day of the term.</param>
/// <param name="SignedOn">The day of the signatures.</param>
/// <param name="CommitteeSigner">Who signed for the committee: somebody on duty.</param>
/// <param name="BranchSigner">Who signed for the branch.</param>
/// <param name="Clauses">One text for each heading of the scheme.</param>
public sealed record AgreementTerms(
    string Committee, string Branch, DateOnly? From, DateOnly? To, DateOnly? SignedOn, string CommitteeSigner, string BranchSigner, IReadOnlyList<AgreedClause> Clauses)
{
    /// <summary>Two are the same when every part is.</summary>
    public bool Equals(AgreementTerms? other) => other is not null
        && (Committee, Branch, From, To, SignedOn, CommitteeSigner, BranchSigner) == (other.Committee, other.Branch, other.From, other.To, other.SignedOn, other.CommitteeSigner, other.BranchSigner)
        && Clauses.SequenceEqual(other.Clauses);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Committee, Branch, From, To, SignedOn, CommitteeSigner, BranchSigner, Clauses.Count);

    /// <summary>A beginning: the scheme's clauses as they are proposed, the rest still to be written.</summary>
    public static AgreementTerms Of(IReadOnlyList<ClauseTemplate> clauses, string committee = "", string branch = "") =>
        new(committee, branch, null, null, null, "", "", [.. clauses.Select(c => new AgreedClause(c.Key, c.Text.Zh))]);

    /// <summary>The text under one heading; null when there is none.</summary>
    public string? TextOf(string key) => Clauses.FirstOrDefault(c => c.Key == key)?.Text;

    /// <summary>What still lacks, by the names of the fields and the keys of the clauses.</summary>
    public IEnumerable<string> MissingFields(IReadOnlyList<ClauseTemplate> clauses)
    {
        if (string.IsNullOrWhiteSpace(Committee)) yield return nameof(Committee);
        if (string.IsNullOrWhiteSpace(Branch)) yield return nameof(Branch);
        if (From is null) yield return nameof(From);
        if (To is null) yield return nameof(To);
        if (SignedOn is null) yield return nameof(SignedOn);
        if (string.IsNullOrWhiteSpace(CommitteeSigner)) yield return nameof(CommitteeSigner);
        if (string.IsNullOrWhiteSpace(BranchSigner)) yield return nameof(BranchSigner);
        foreach (var clause in clauses.Where(c => string.IsNullOrWhiteSpace(TextOf(c.Key)))) yield return clause.Key;
    }
}

/// <summary>What is agreed under one heading of the scheme.</summary>
public sealed record AgreedClause(string Key, string Text);

/// <summary>Where an agreement stands; that a term ran out is seen by its days.</summary>
public enum AgreementStatus { Draft, Submitted, Returned, InForce, Ended }

/// <summary>Rules of agreements.</summary>
public enum AgreementRule
{
    TheVillageIsASite, OneAgreementUnderWay, ARenewalFollowsOneInForce, OnlyADraftOrReturnedOneIsEdited, FixedClausesStay, EveryFieldIsFilledIn, ATermEndsAfterItStarts,
    OnlyASubmittedOneIsDecided, NobodyDecidesTheirOwn, TheScanIsAttached, OneAgreementInForcePerVillage, ARenewalBeginsLater, AReasonIsGiven, OnlyOneInForceEnds, AnEndLiesInTheTerm,
}
