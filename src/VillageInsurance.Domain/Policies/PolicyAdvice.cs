using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Products;

namespace VillageInsurance.Domain.Policies;

/// <summary>Why a proposal may not be good for a family (Sales Conduct Rules art. 28): told calmly before it is entered, never a block. The customer decides, and that is recorded.</summary>
public static class PolicyAdvice
{
    /// <summary>The findings, in their order. What nobody knows is no finding: without recorded needs, an answer of what the family can afford, or a kind that the catalogue knows.</summary>
    public static IReadOnlyList<AdviceFinding> On(ProposedPolicy proposal, AdviceFacts facts)
    {
        var findings = new List<AdviceFinding>();
        var answered = ProductKinds.NeedsOf(proposal.Kind);
        if (facts.Needs.Count > 0 && answered.Count > 0 && !facts.Needs.Any(n => n.Wish != NeedWish.NoInterest && answered.Contains(n.Kind))) findings.Add(AdviceFinding.NeedDoesNotFit);
        // A premium that is paid once is no burden of later years.
        if (proposal.YearlyFen > 0 && facts.AffordableFen < facts.Covers.Sum(c => c.YearlyFen) + proposal.YearlyFen) findings.Add(AdviceFinding.CannotKeepPaying);
        if (facts.Covers.Any(c => c.IsTheSameAs(proposal))) findings.Add(AdviceFinding.DoubleCover);
        return findings;
    }

    /// <summary>The findings on each of several proposals. What the customer goes on with is held cover for those after it.</summary>
    public static IReadOnlyList<IReadOnlyList<AdviceFinding>> OnEach(IEnumerable<(ProposedPolicy Proposal, CustomerDecision Customer)> proposals, AdviceFacts facts)
    {
        var all = new List<IReadOnlyList<AdviceFinding>>();
        foreach (var (proposal, customer) in proposals)
        {
            var findings = On(proposal, facts);
            all.Add(findings);
            if (findings.Count == 0 || customer != CustomerDecision.DoesNot) facts = facts with { Covers = [.. facts.Covers, proposal.AsHeld] };
        }
        return all;
    }

    /// <summary>What regular instalments come to in a year, in fen; 0 for a premium that is paid once.</summary>
    public static long YearlyFen(PayMode mode, long premiumFen) => PolicyStanding.InstalmentsOf(mode) * premiumFen;
}

/// <summary>A policy that is proposed.</summary>
/// <param name="Kind">The product's kind.</param>
/// <param name="Name">The product's name.</param>
/// <param name="InsuredId">Whom it would cover.</param>
/// <param name="EffectiveOn">The first day of cover.</param>
/// <param name="YearlyFen">Regular premium of a year, in fen.</param>
public sealed record ProposedPolicy(string Kind, string Name, Guid InsuredId, DateOnly EffectiveOn, long YearlyFen)
{
    /// <summary>As cover that the family would hold, for the next proposal.</summary>
    public HeldCover AsHeld => new(Kind, InsuredId, null, YearlyFen);
}

/// <summary>What is known of a family, as far as advice needs it.</summary>
/// <param name="Needs">The needs of the newest visit that asked for them.</param>
/// <param name="AffordableFen">What it said that it can afford in a year, in fen; null when not asked or not said.</param>
/// <param name="Covers">Cover that its members hold, of the programme's insurer and of others.</param>
public sealed record AdviceFacts(IReadOnlyList<StatedNeed> Needs, long? AffordableFen, IReadOnlyList<HeldCover> Covers)
{
    /// <summary>With what a visit of today brings: its answers go before older ones.</summary>
    public AdviceFacts With(VisitAnswers? answers, IEnumerable<HeldCover> told) => new(answers is { Needs.Count: > 0 } ? answers.Needs : Needs, answers?.AffordableFen ?? AffordableFen, [.. Covers, .. told]);
}

/// <summary>Cover that somebody of the family holds.</summary>
/// <param name="Kind">The product's kind; of cover elsewhere the family's own word for it.</param>
/// <param name="InsuredId">Who is covered; null for the whole family.</param>
/// <param name="Until">Its last day; null when nobody says.</param>
/// <param name="YearlyFen">What the family pays for it in a year, in fen; 0 when it pays nothing more.</param>
public sealed record HeldCover(string Kind, Guid? InsuredId, DateOnly? Until, long YearlyFen)
{
    private const string Insurance = "\u4fdd\u9669", InsuranceInShort = "\u9669";

    /// <summary>Whether it covers the same person against the same as the proposal.</summary>
    public bool IsTheSameAs(ProposedPolicy proposal) => (InsuredId is null || InsuredId == proposal.InsuredId) && !(Until < proposal.EffectiveOn)
        && (Kind == proposal.Kind || (!ProductKinds.All.Contains(Kind) && IsShortFor(Word, proposal.Name)));

    private string Word => Kind.EndsWith(Insurance, StringComparison.Ordinal) ? Kind[..^Insurance.Length] : Kind.EndsWith(InsuranceInShort, StringComparison.Ordinal) ? Kind[..^InsuranceInShort.Length] : Kind;

    // People say the first characters of each word of the name: all of them stand in it, in their order.
    private static bool IsShortFor(string word, string name)
    {
        var at = 0;
        foreach (var letter in name)
            if (at < word.Length && word[at] == letter) at++;
        return word.Length > 1 && at == word.Length;
    }
}

/// <summary>What speaks against a proposal. The numbers are stored.</summary>
public enum AdviceFinding
{
    /// <summary>None of the needs that the family named is answered by the product.</summary>
    NeedDoesNotFit = 1,

    /// <summary>The regular premiums of a year, this one among them, are more than the family said it can afford.</summary>
    CannotKeepPaying = 2,

    /// <summary>The same person has such cover already, here or with another insurer.</summary>
    DoubleCover = 3,
}

/// <summary>What the customer decided after the advice. The numbers are stored.</summary>
public enum CustomerDecision
{
    /// <summary>Nobody asked him.</summary>
    NotAsked = 1,

    /// <summary>He goes on.</summary>
    GoesOn = 2,

    /// <summary>He does not: no policy is entered.</summary>
    DoesNot = 3,
}
