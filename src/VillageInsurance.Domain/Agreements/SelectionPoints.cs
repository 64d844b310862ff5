namespace VillageInsurance.Domain.Agreements;

/// <summary>The four points that the programme looks at before it takes somebody: what was found about each.</summary>
/// <param name="Character">个人品德.</param>
/// <param name="Relations">人际关系.</param>
/// <param name="Ability">业务能力.</param>
/// <param name="Schooling">文化程度.</param>
public sealed record SelectionPoints(string Character, string Relations, string Ability, string Schooling)
{
    /// <summary>Whether each of the four was looked at.</summary>
    public bool AreComplete => new[] { Character, Relations, Ability, Schooling }.All(p => !string.IsNullOrWhiteSpace(p));
}
