using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Rosters;

namespace VillageInsurance.UseCases.Policies;

/// <summary>Decides on each row of a delivery of policies: whom it means, whether its terms hold, and whether it says anything new.</summary>
internal sealed class PolicyDecisions(PolicyLookups known, string ownInsurer, IReadOnlyList<PolicyRow> rows)
{
    private const int MostCandidates = 5;

    private readonly Dictionary<string, PolicyToWrite?> _seen = [];
    private readonly HashSet<Guid> _taken = [];

    // Listed again word for word it is the same row; with other words nobody knows which holds, so none is taken.
    private readonly HashSet<string> _listedTwice = [.. rows.GroupBy(KeyOf).Where(g => g.Key.Length > 0 && g.Any(r => !IsSame(r, g.First()))).Select(g => g.Key)];

    /// <summary>What is new or different, to be written.</summary>
    public IReadOnlyCollection<PolicyToWrite> ToWrite => [.. _seen.Values.OfType<PolicyToWrite>()];

    /// <summary>Decides, and answers in the order of the rows. They are gone through in the order of their numbers, so that theirs makes no difference.</summary>
    public IReadOnlyList<RowResult> Decide()
    {
        var results = new RowResult[rows.Count];
        foreach (var (at, row) in rows.Index().OrderBy(r => r.Item.Number ?? "", StringComparer.Ordinal)) results[at] = Decide(row);
        return results;
    }

    private RowResult Decide(PolicyRow row)
    {
        if (row.Number is null && row.GroupNumber is null) return RowResult.Refuse(row.Row, RosterField.PolicyNo, IntakeReason.Missing);
        var key = KeyOf(row);
        if (_listedTwice.Contains(key)) return RowResult.Refuse(row.Row, RosterField.PolicyNo, IntakeReason.ListedTwice);
        if (_seen.ContainsKey(key)) return new(row.Row, RowOutcome.Unchanged);
        var policy = row.Number is { } number ? known.ByNumber.GetValueOrDefault(number) : null;
        if (Insured(row, policy, out var insured) is { } unclear) return unclear;
        if (policy is not null && policy.InsuredId != insured!.Value) return RowResult.Refuse(row.Row, RosterField.IdNumber, PolicyRule.ANumberInsuresOnePerson);
        if (policy is null)
        {
            var own = known.OfInsured[insured!.Value].Where(p => !_taken.Contains(p.Id) && IsTheOneByHand(p, row)).ToList();
            if (own.Count > 1) return RowResult.Ask(row.Row, RosterField.PolicyNo, IntakeReason.SeveralByHand, [.. own.Take(MostCandidates).Select(p => new RowCandidate(p.Id, p.Number))]);
            policy = own.SingleOrDefault();
        }
        return Terms(row, policy, insured!.Value, out var terms) ?? Take(row, policy, key, terms!);
    }

    private RowResult Take(PolicyRow row, Policy? policy, string key, PolicyTerms terms)
    {
        if (terms.Dates.Broken is { } rule) return RowResult.Refuse(row.Row, FieldOf(rule), rule);
        var outcome = policy is null ? RowOutcome.Added : PolicyTerms.Of(policy) == terms && policy.BatchId is not null ? RowOutcome.Unchanged : RowOutcome.Changed;
        if (policy is not null) _taken.Add(policy.Id);
        _seen[key] = outcome == RowOutcome.Unchanged ? null : new(policy?.Id ?? Guid.CreateVersion7(), policy is null, terms);
        return new(row.Row, outcome);
    }

    private static string KeyOf(PolicyRow row) => row.Number ?? (row.GroupNumber is null ? "" : $"{row.GroupNumber}/{row.Insured.IdNumber}/{row.Insured.Name}");

    private static bool IsSame(PolicyRow one, PolicyRow other) => one with { Row = 0, Chosen = other.Chosen } == other with { Row = 0 };

    // A certificate of the same group policy, or what the agent entered from the customer's paper: the same product, issued on the same day.
    private bool IsTheOneByHand(Policy policy, PolicyRow row) => row.Number is null ? policy.GroupNumber == row.GroupNumber
        : row.Chosen.TryGetValue(RosterField.PolicyNo, out var chosen) ? policy.Id == chosen
        : policy.BatchId is null && policy.IssueDate == row.IssuedOn && row.Product is { } code && known.Products.GetValueOrDefault(code)?.Id == policy.ProductId;

    private RowResult? Insured(PolicyRow row, Policy? policy, out Guid? insured)
    {
        insured = row.Chosen.TryGetValue(RosterField.Name, out var chosen) ? chosen : row.Insured.IdNumber is { } id ? known.PersonOf(id)?.Id : policy?.InsuredId;
        if (insured is not null) return null;
        if (row.Insured.IdNumber is not null) return RowResult.Refuse(row.Row, RosterField.IdNumber, IntakeReason.UnknownPerson);
        if (row.Insured.Name is not { } name) return RowResult.Refuse(row.Row, RosterField.IdNumber, IntakeReason.Missing);
        var villages = Villages(row.Village).Select(v => v.Id).ToHashSet();
        var named = known.PersonsByName[name].Where(p => villages.Count == 0 || villages.Contains(p.VillageId)).Take(MostCandidates).ToList();
        if (named.Count == 0) return RowResult.Refuse(row.Row, RosterField.IdNumber, IntakeReason.UnknownPerson);
        return RowResult.Ask(row.Row, RosterField.Name, IntakeReason.OnlyAName, [.. named.Select(p => new RowCandidate(p.Id, $"{Masking.Name(p.Name)} · {VillageName(p.VillageId)}"))]);
    }

    private RowResult? Terms(PolicyRow row, Policy? policy, Guid insured, out PolicyTerms? terms)
    {
        terms = null;
        var product = row.Product is { } code ? known.Products.GetValueOrDefault(code) : null;
        if (row.Product is not null && product is null) return RowResult.Refuse(row.Row, RosterField.Product, IntakeReason.UnknownProduct);
        if (policy is null && product is null) return RowResult.Refuse(row.Row, RosterField.Product, IntakeReason.Missing);
        if ((row.IssuedOn ?? policy?.IssueDate) is not { } issued) return RowResult.Refuse(row.Row, RosterField.IssueDate, IntakeReason.Missing);
        if ((row.PremiumFen ?? policy?.PremiumFen) is not { } premium) return RowResult.Refuse(row.Row, RosterField.Premium, IntakeReason.Missing);
        var tariff = row.Product is { } sold ? known.Tariffs.GetValueOrDefault(sold) : null;
        if ((row.Mode ?? policy?.PayMode ?? tariff?.PayMode) is not { } mode) return RowResult.Refuse(row.Row, RosterField.PayMode, IntakeReason.Missing);
        var effective = row.EffectiveOn ?? policy?.EffectiveDate ?? issued.AddDays(1);
        if ((row.EndsOn ?? policy?.EndDate ?? (tariff is null ? null : effective.AddMonths(tariff.TermMonths).AddDays(-1))) is not { } end) return RowResult.Refuse(row.Row, RosterField.EndDate, IntakeReason.NoTerm);
        var home = known.HomeOn(insured, issued);
        if (Village(row, policy, home, out var village) is { } unclear) return unclear;
        var agent = row.AgentCode is { } seller ? known.Staff.GetValueOrDefault(seller) : null;
        var dates = row.Standing is { } s ? new PolicyDates(issued, effective, end, s.HesitationCancelledOn, s.SurrenderedOn, s.SuspendedOn, s.ReinstatedOn, s.ClaimEndedOn)
            : (policy?.Dates ?? new(issued, effective, end)) with { Issued = issued, Effective = effective, End = end };
        var holder = row.Holder.IdNumber is { } id ? known.PersonOf(id)?.Id : policy?.HolderId;
        terms = new(village, home?.VillageId == village ? home.GroupId : null, row.Number ?? policy?.Number ?? CertificateNumber(row.GroupNumber!, insured), row.Insurer ?? policy?.Insurer ?? ownInsurer,
            product?.Id ?? policy!.ProductId, holder, insured, agent?.Id ?? policy?.AgentId, agent is null ? policy?.AgentWasUnregistered == true : agent.Registration?.HoldsOn(issued) != true, dates, mode,
            row.PayYears ?? policy?.PayYears ?? (mode == PayMode.Once ? 1 : tariff?.PayYears ?? 0), premium, row.SumInsuredFen ?? policy?.SumInsuredFen ?? tariff?.SumInsuredFen ?? 0,
            row.Grace ?? policy?.GraceTerm ?? GraceTerm.SixtyDaysFromDue, row.DemandedOn ?? policy?.DemandedOn, row.GroupNumber ?? policy?.GroupNumber, row.School ?? policy?.School);
        return null;
    }

    /// <summary>A certificate that only its group policy numbers: by that number and the pupil.</summary>
    private static string CertificateNumber(string group, Guid insured) => $"{group[..Math.Min(group.Length, 27)]}-{insured.ToString("N")[20..]}";

    private RowResult? Village(PolicyRow row, Policy? policy, KnownHome? home, out Guid village)
    {
        village = default;
        if (row.Chosen.TryGetValue(RosterField.Village, out var chosen)) return Found(chosen, out village);
        if (row.Village is { Code: null, Name: null }) return (policy?.VillageId ?? home?.VillageId) is { } its ? Found(its, out village) : RowResult.Refuse(row.Row, RosterField.Village, IntakeReason.Missing);
        var named = Villages(row.Village);
        if (named.Count == 0 && policy is not null) return Found(policy.VillageId, out village);
        if (named.Count == 0) return RowResult.Refuse(row.Row, row.Village.Code is null ? RosterField.Village : RosterField.VillageCode, IntakeReason.UnknownVillage);
        if (named.Count == 1) return Found(named[0].Id, out village);
        if (named.Any(v => v.Id == policy?.VillageId)) return Found(policy!.VillageId, out village);
        if (named.Any(v => v.Id == home?.VillageId)) return Found(home!.VillageId, out village);
        return RowResult.Ask(row.Row, RosterField.Village, IntakeReason.SeveralVillages, [.. named.Take(MostCandidates).Select(v => new RowCandidate(v.Id, $"{v.Township} · {v.Name}"))]);
    }

    private static RowResult? Found(Guid id, out Guid village)
    {
        village = id;
        return null;
    }

    private List<(Guid Id, string? Code, string Name, string Township)> Villages(VillageSaid said) => said switch
    {
        { Code: { } code } => [.. known.Villages.Where(v => v.Code == code)],
        { Name: { } name } => [.. known.Villages.Where(v => v.Name == name && (said.Township is null || v.Township == said.Township))],
        _ => [],
    };

    private string VillageName(Guid id) => known.Villages.FirstOrDefault(v => v.Id == id) is { Name: { } name } village ? $"{village.Township} {name}" : "";

    private static RosterField FieldOf(PolicyRule rule) => rule switch
    {
        PolicyRule.ItEndsNotBeforeItBegins => RosterField.EndDate,
        PolicyRule.OnlyASuspendedOneIsReinstated or PolicyRule.ReinstatedWithinTwoYears => RosterField.ReinstatedOn,
        _ => RosterField.IssueDate,
    };
}
