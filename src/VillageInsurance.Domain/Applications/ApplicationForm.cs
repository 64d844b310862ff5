using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.Domain.Applications;

/// <summary>What the township writes about the village. Kept whole with every round.</summary>
/// <param name="Households">Households of the site as the proposer states them.</param>
/// <param name="People">People of the site as the proposer states them.</param>
/// <param name="Conditions">One answer for each base condition of the scheme.</param>
/// <param name="ResolutionOn">The day of the village committee's resolution.</param>
/// <param name="ResolutionNumber">The resolution's number.</param>
/// <param name="Cadre">The cadre in charge, with his post: somebody on duty, named.</param>
public sealed record ApplicationForm(
    int Households, int People, IReadOnlyList<ConditionAnswer> Conditions, DateOnly? ResolutionOn, string ResolutionNumber, string Cadre)
{
    /// <summary>Two forms are the same when every answer is.</summary>
    public bool Equals(ApplicationForm? other) => other is not null
        && (Households, People, ResolutionOn, ResolutionNumber, Cadre) == (other.Households, other.People, other.ResolutionOn, other.ResolutionNumber, other.Cadre)
        && Conditions.SequenceEqual(other.Conditions);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Households, People, ResolutionOn, ResolutionNumber, Cadre, Conditions.Count);

    /// <summary>A form in which nothing is filled in yet.</summary>
    public static ApplicationForm EmptyFor(SchemeRules rules) =>
        new(0, 0, [.. rules.Conditions.Select(c => new ConditionAnswer(c.Key, null, "", ""))], null, "", "");

    /// <summary>The fields that still lack what a submission needs, by the names that a return marks them with.</summary>
    public IEnumerable<string> MissingFields(SchemeRules rules)
    {
        if (Households <= 0) yield return nameof(Households);
        if (People <= 0) yield return nameof(People);
        if (ResolutionOn is null) yield return nameof(ResolutionOn);
        if (string.IsNullOrWhiteSpace(ResolutionNumber)) yield return nameof(ResolutionNumber);
        if (string.IsNullOrWhiteSpace(Cadre)) yield return nameof(Cadre);
        foreach (var condition in rules.Conditions.Where(c => AnswerTo(c.Key) is not { Met: not null, Fact.Length: > 0 }))
            yield return condition.Key;
    }

    /// <summary>The answer to one condition.</summary>
    public ConditionAnswer? AnswerTo(string key) => Conditions.FirstOrDefault(a => a.Key == key);

    /// <summary>The binding conditions that are not met: a condition's key, or <see cref="Households"/> or <see cref="People"/> for the size.</summary>
    public IEnumerable<string> UnmetFields(SchemeRules rules, bool siteIsGroup)
    {
        if (rules.SizeBinds(siteIsGroup) && Households < rules.Size!.Households) yield return nameof(Households);
        if (rules.SizeBinds(siteIsGroup) && People < rules.Size!.People) yield return nameof(People);
        foreach (var condition in rules.Conditions.Where(c => c.Binds && AnswerTo(c.Key)?.Met != true))
            yield return condition.Key;
    }

    /// <summary>Every field that a return can mark.</summary>
    public static IEnumerable<string> FieldsOf(SchemeRules rules) =>
        [.. rules.Conditions.Select(c => c.Key), nameof(Households), nameof(People), nameof(ResolutionOn), nameof(ResolutionNumber), nameof(Cadre), Papers];

    /// <summary>The photos and scans, as a field that a return can mark.</summary>
    public const string Papers = "Papers";
}

/// <summary>The proposer's answer to a base condition: met or not, the fact behind it, a remark.</summary>
public sealed record ConditionAnswer(string Key, bool? Met, string Fact, string Remark);
