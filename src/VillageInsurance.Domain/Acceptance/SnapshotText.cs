using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VillageInsurance.Domain.Schemes;

namespace VillageInsurance.Domain.Acceptance;

/// <summary>The canonical text of a snapshot: one fact a line, ids sorted, lines ended by a line feed, UTF-8. Whoever has the text has the hash.</summary>
public static class SnapshotText
{
    /// <summary>The hash of the text.</summary>
    public static string Sha256(FigureSnapshot snapshot) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Of(snapshot))));

    /// <summary>The text.</summary>
    public static string Of(FigureSnapshot s) => string.Concat(Head(s).Concat(Figures(s.Frozen)).Concat(Records(s.Records)).Select(line => string.Create(CultureInfo.InvariantCulture, $"{line}\n")));

    private static IEnumerable<FormattableString> Head(FigureSnapshot s) =>
    [
        $"place {s.VillageId} {Or(s.SiteGroupId)}", $"cycle {s.CycleId}", $"purpose {s.TakenFor}", $"as-of {s.AsOf:yyyy-MM-dd}", $"known-at {s.KnownAt:yyyy-MM-dd}",
        $"scheme {s.SchemeId} {s.SchemeNumber}",
    ];

    private static IEnumerable<FormattableString> Figures(FrozenFigures f)
    {
        var (n, t) = (f.Figures, f.Thresholds);
        return
        [
            $"thresholds {Share(t.StudentCoverage)} {t.StudentBase} {t.AccidentFenPerHead} {t.LifeFenPerHead} {Share(t.HouseholdRate)}",
            $"policies {f.Policies.OwnInsurer} {f.Policies.OthersCount}",
            $"figures {n.Population} {n.Households} {n.Students} {n.StudentsCovered} {n.StudentHouseholds} {n.StudentHouseholdsCovered} {n.AccidentFen} {n.LifeNewRegularFen} {n.HouseholdsRegular} {n.HouseholdsAny}",
            .. f.Indicators.Select(i => (FormattableString)$"indicator {i.Key} {i.Part} {i.Whole} {i.Outcome} {i.Shown}"),
            $"goal {Share(f.Goals.AnyCoverRate)} {f.AnyCoverShown} {f.AnyCoverReached}", $"size {f.SizeIsMet}",
        ];
    }

    private static IEnumerable<FormattableString> Records(CountedRecords r) =>
    [
        .. Members("member", r.Members), .. Members("pupil", r.Pupils), .. Members("covered", r.CoveredPupils),
        .. Payments("accident", r.Accident), .. Payments("life", r.Life),
        .. Ids("regular", r.RegularHouseholds), .. Ids("any", r.AnyHouseholds),
    ];

    private static IEnumerable<FormattableString> Members(string set, IEnumerable<CountedMember> members) =>
        members.OrderBy(m => m.PersonId).ThenBy(m => m.HouseholdId).Select(m => (FormattableString)$"{set} {m.PersonId} {m.HouseholdId}");

    private static IEnumerable<FormattableString> Payments(string set, IEnumerable<CountedPayment> payments) =>
        payments.OrderBy(p => p.PaymentId).Select(p => (FormattableString)$"{set} {p.PaymentId} {p.PolicyId} {p.Fen}");

    private static IEnumerable<FormattableString> Ids(string set, IEnumerable<Guid> ids) => ids.Order().Select(id => (FormattableString)$"{set} {id}");

    private static string Share(Fraction share) => string.Create(CultureInfo.InvariantCulture, $"{share.Part}/{share.Whole}");

    private static string Or(Guid? id) => id?.ToString() ?? "-";
}
