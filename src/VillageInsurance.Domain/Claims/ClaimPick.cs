using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Claims;

/// <summary>A claim picked for the supervisor's look in a month: at random, by its sum, or by its delay. The seed is kept, so that anybody can repeat the draw.</summary>
public sealed class ClaimPick(Guid id, Guid villageId, Guid? groupId, Guid claimId, DateOnly month, ClaimPickReason reason, int seed, DateTimeOffset at) : Entity(id), IGroupOwned
{
    /// <inheritdoc />
    public Guid VillageId { get; private set; } = villageId;

    /// <inheritdoc />
    public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The claim.</summary>
    public Guid ClaimId { get; private init; } = claimId;

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; private init; } = month;

    /// <summary>Why this one.</summary>
    public ClaimPickReason Reason { get; private init; } = reason;

    /// <summary>The seed of the village's draw of that month.</summary>
    public int Seed { get; private init; } = seed;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; } = at;

    /// <summary>Draws from a village's claims: the longest over its limit, the largest sum, and one of the rest at random. Fewer where there are fewer.</summary>
    public static IReadOnlyList<(Guid ClaimId, ClaimPickReason Reason)> Draw(IReadOnlyList<Candidate> candidates, int seed)
    {
        List<(Guid, ClaimPickReason)> picked = [];
        var left = candidates.OrderBy(c => c.Number, StringComparer.Ordinal).ToList();
        Take(left.Where(c => c.DaysOver > 0).MaxBy(c => c.DaysOver), ClaimPickReason.Delay);
        Take(left.Where(c => c.AmountFen > 0).MaxBy(c => c.AmountFen), ClaimPickReason.Amount);
        if (left.Count > 0) Take(left[Fraction(seed, left.Count)], ClaimPickReason.Random);
        return picked;

        void Take(Candidate? one, ClaimPickReason reason)
        {
            if (one is null) return;
            picked.Add((one.ClaimId, reason));
            left.Remove(one);
        }
    }

    // Written out, so that the draw can be repeated by hand on any machine.
    private static int Fraction(int seed, int count) => (int)((uint)seed * 2_654_435_761u % (uint)count);

    /// <summary>A claim that may be picked: its number, its sum in fen, and the days by which it is over its limit.</summary>
    public sealed record Candidate(Guid ClaimId, string Number, long AmountFen, int DaysOver);
}

/// <summary>Why a claim was picked.</summary>
public enum ClaimPickReason { Random = 1, Amount = 2, Delay = 3 }
