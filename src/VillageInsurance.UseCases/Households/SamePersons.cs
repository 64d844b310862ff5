using VillageInsurance.Domain.Households;

namespace VillageInsurance.UseCases.Households;

/// <summary>Two rows of one person: the one that stays, and the one without ID number that gives way.</summary>
public sealed record SamePerson(Guid StaysId, Guid GivesWayId);

/// <summary>Two rows that may be one person.</summary>
/// <param name="IsSure">They agree in name and birth date.</param>
public sealed record AlikePersons(Guid StaysId, Guid GivesWayId, bool IsSure);

internal static class SamePersons
{
    /// <summary>Who of two households may be one: of the same name, one of the two without ID number. Each row is in one pair at most.</summary>
    public static IReadOnlyList<AlikePersons> Alike(IReadOnlyList<Person> one, IReadOnlyList<Person> other)
    {
        var pairs = from p in one
                    from q in other
                    where p.Id != q.Id && p.Name == q.Name && (p.IdNumberIndex is null || q.IdNumberIndex is null)
                    orderby p.BirthDate == q.BirthDate descending
                    // With a number in neither row, the second household's gives way.
                    select q.IdNumberIndex is null ? new AlikePersons(p.Id, q.Id, p.BirthDate == q.BirthDate) : new AlikePersons(q.Id, p.Id, p.BirthDate == q.BirthDate);
        var taken = new HashSet<Guid>();
        return [.. pairs.ToList().Where(pair => !taken.Contains(pair.StaysId) && !taken.Contains(pair.GivesWayId) && taken.Add(pair.StaysId) && taken.Add(pair.GivesWayId))];
    }
}
