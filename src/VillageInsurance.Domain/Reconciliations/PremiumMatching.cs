using VillageInsurance.Domain.Policies;

namespace VillageInsurance.Domain.Reconciliations;

/// <summary>Money as the bank's or insurer's file states it.</summary>
/// <param name="Place">Where the row stands among the file's rows.</param>
/// <param name="Receipt">The receipt's number; null where the file gives none.</param>
/// <param name="Fen">In fen; what went back to the customer is negative.</param>
/// <param name="Payer">Who paid, by name; null where the file does not say, or masks it.</param>
/// <param name="Owner">Whose account it was, by name; null likewise.</param>
public sealed record StatedPremium(int Place, string? Receipt, string? Policy, DateOnly Day, long Fen, string? Payer = null, string? Owner = null)
{
    /// <summary>An amount with its direction: receipts and top-ups come in, everything else goes back.</summary>
    public static long WithSign(PaymentKind kind, long fen) => kind is PaymentKind.Receipt or PaymentKind.TopUp ? fen : -fen;
}

/// <summary>A payment as it is recorded.</summary>
/// <param name="IsExpected">Whether the file should have it: the programme's insurer, of the period, of a kind that the file speaks of.</param>
/// <param name="Holder">The policyholder, who pays where nobody else is named.</param>
public sealed record BookedPremium(Guid Id, Guid PolicyId, string Receipt, string Policy, DateOnly Day, long Fen, bool IsExpected, string? Payer = null, string? Owner = null, string? Holder = null)
{
    /// <summary>Who should stand as payer in the file.</summary>
    public string? ExpectedPayer => Payer ?? Holder;
}

/// <summary>A row beside what is recorded of it; one side is null where it has no other.</summary>
public sealed record ComparedPremium(StatedPremium? Stated, BookedPremium? Booked, ReconciliationVerdict Verdict)
{
    /// <summary>The verdict on one line. What weighs most is said first.</summary>
    /// <param name="again">The same receipt, or the same policy, day and amount, stands there a second time on its side.</param>
    public static ReconciliationVerdict Of(StatedPremium? stated, BookedPremium? booked, bool again) => (stated, booked) switch
    {
        _ when again => ReconciliationVerdict.Twice,
        (null, _) => ReconciliationVerdict.MissingThere,
        (_, null) => ReconciliationVerdict.MissingHere,
        _ when Differ(stated.Policy, booked.Policy) => ReconciliationVerdict.PolicyDiffers,
        _ when stated.Fen != booked.Fen => ReconciliationVerdict.AmountDiffers,
        _ when Differ(stated.Payer, booked.ExpectedPayer) || Differ(stated.Owner, booked.Owner ?? booked.ExpectedPayer) => ReconciliationVerdict.PayerDiffers,
        _ => ReconciliationVerdict.Matched,
    };

    /// <summary>Whether both sides say something, and not the same.</summary>
    public static bool Differ(string? said, string? known) => said is { Length: > 0 } && known is { Length: > 0 } && said != known;
}

/// <summary>Finds for each row of a file what is recorded of it: by the receipt's number, then by policy, day and amount, and where the file numbers no receipts by policy and day if each side has just one. Whole sets at once; each payment answers one row.</summary>
public sealed class PremiumMatching
{
    private readonly IReadOnlyList<StatedPremium> _stated;
    private readonly IReadOnlyList<BookedPremium> _booked;
    private readonly BookedPremium?[] _found;
    private readonly bool[] _again;
    private readonly HashSet<Guid> _taken = [];

    private PremiumMatching(IReadOnlyList<StatedPremium> stated, IReadOnlyList<BookedPremium> booked) =>
        (_stated, _booked, _found, _again) = (stated, booked, new BookedPremium?[stated.Count], new bool[stated.Count]);

    /// <summary>Compares: the rows in the file's order, then what is recorded and not in the file, by day and receipt. A row of a day outside the period that nothing recorded answers is set aside.</summary>
    public static IReadOnlyList<ComparedPremium> Compare(IReadOnlyList<StatedPremium> stated, IReadOnlyList<BookedPremium> booked, DateOnly from, DateOnly to)
    {
        var matching = new PremiumMatching(stated, booked);
        matching.MatchByReceipt();
        matching.Match(s => (s.Policy, s.Day, s.Fen), b => (b.Policy, b.Day, b.Fen), _ => true);
        matching.MatchOnePerDay();
        return [.. matching.Rows(from, to), .. matching.Unstated()];
    }

    private void MatchByReceipt()
    {
        var (booked, seen) = (_booked.DistinctBy(b => b.Receipt).ToDictionary(b => b.Receipt), new HashSet<string>());
        for (var i = 0; i < _stated.Count; i++)
        {
            if (_stated[i].Receipt is not { } receipt) continue;
            _again[i] = !seen.Add(receipt);
            if (booked.TryGetValue(receipt, out var known)) Take(i, known);
        }
    }

    private void Match<T>(Func<StatedPremium, T> ofRow, Func<BookedPremium, T> ofBooked, Func<StatedPremium, bool> which) where T : notnull
    {
        var left = _booked.Where(b => !_taken.Contains(b.Id)).GroupBy(ofBooked).ToDictionary(g => g.Key, g => new Queue<BookedPremium>(g));
        for (var i = 0; i < _stated.Count; i++)
        {
            if (_found[i] is not null || _again[i] || _stated[i].Policy is null || !which(_stated[i]) || !left.TryGetValue(ofRow(_stated[i]), out var same)) continue;
            if (same.TryDequeue(out var known)) Take(i, known);
            // Without a receipt's number, nothing tells this row from the one before it.
            else _again[i] = _stated[i].Receipt is null;
        }
    }

    private void MatchOnePerDay()
    {
        var rows = _stated.Where((s, i) => _found[i] is null && !_again[i] && s is { Receipt: null, Policy: not null }).GroupBy(s => (s.Policy, s.Day)).Where(g => g.Count() == 1).Select(g => g.Key).ToHashSet();
        var single = _booked.Where(b => !_taken.Contains(b.Id)).GroupBy(b => (Policy: (string?)b.Policy, b.Day)).Where(g => g.Count() == 1 && rows.Contains(g.Key)).ToDictionary(g => g.Key, g => g.Single());
        for (var i = 0; i < _stated.Count; i++)
            if (_found[i] is null && !_again[i] && _stated[i] is { Receipt: null } row && single.TryGetValue((row.Policy, row.Day), out var known)) Take(i, known);
    }

    private void Take(int row, BookedPremium booked)
    {
        _found[row] = booked;
        _taken.Add(booked.Id);
    }

    private IEnumerable<ComparedPremium> Rows(DateOnly from, DateOnly to) => _stated.Select((row, i) => new ComparedPremium(row, _found[i],
        _found[i] is null && !_again[i] && (row.Day < from || row.Day > to) ? ReconciliationVerdict.Outside : ComparedPremium.Of(row, _found[i], _again[i])));

    private IEnumerable<ComparedPremium> Unstated()
    {
        var stated = _booked.Where(b => _taken.Contains(b.Id)).Select(b => (b.Policy, b.Day, b.Fen)).ToHashSet();
        return _booked.Where(b => b.IsExpected && !_taken.Contains(b.Id)).OrderBy(b => b.Day).ThenBy(b => b.Receipt, StringComparer.Ordinal)
            .Select(b => new ComparedPremium(null, b, ComparedPremium.Of(null, b, stated.Contains((b.Policy, b.Day, b.Fen)))));
    }
}
