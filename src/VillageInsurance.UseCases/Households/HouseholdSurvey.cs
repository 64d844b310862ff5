using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>What visits found out about a household. Parts that the viewer's role may not see are null: the page has no such section at all.</summary>
/// <param name="Visits">Newest first; supervisor and agent see them.</param>
/// <param name="Consents">The newest answer to each question; the supervisor sees that it exists.</param>
/// <param name="Needs">Needs and what the family can afford; for the agent alone.</param>
/// <param name="Risks">What struck the household; for the agent alone.</param>
/// <param name="Covers">Cover elsewhere; for the agent alone.</param>
public sealed record HouseholdSurvey(IReadOnlyList<HouseholdSurvey.VisitLine> Visits, IReadOnlyList<HouseholdDesk.Answer> Consents, HouseholdSurvey.NeedsOf? Needs,
    IReadOnlyList<HouseholdSurvey.RiskLine>? Risks, IReadOnlyList<HouseholdSurvey.CoverLine>? Covers)
{
    /// <summary>A visit. What was talked about is for the agent; the supervisor may ask the family whether it was so.</summary>
    public sealed record VisitLine(Guid Id, int Version, DateOnly On, string Agent, string AnsweredBy, int? Minutes, IReadOnlyList<ExplainedTopic> Explained, bool Refused, DateOnly? NextOn, string? Note, SpotCheck? Checked, bool MayCheck);

    /// <summary>The needs of the newest visit that asked for them; what the family can afford in a year, in fen.</summary>
    public sealed record NeedsOf(DateOnly On, IReadOnlyList<StatedNeed> Needs, long? AffordableFen, bool WantsContact, IReadOnlyList<Recommendation> Recommended);

    /// <summary>What struck it; the loss in fen.</summary>
    public sealed record RiskLine(RiskKind Kind, DateOnly On, long LossFen, string? PaidBy);

    /// <summary>Cover elsewhere; the premium in fen.</summary>
    public sealed record CoverLine(Guid Id, int Version, string Insurer, string Kind, Guid? PersonId, long PremiumFen, PayMode PayMode, int? DueMonth);

    internal static async Task<HouseholdSurvey> OfAsync(AppDb db, Household household, DateOnly today, CancellationToken cancel)
    {
        var visits = await HouseholdReads.Visits(db, household.Id).ToListAsync(cancel);
        var consents = await HouseholdReads.Consents(db, household.Id).ToListAsync(cancel);
        var (keeps, checks) = (db.Actor.May(Permission.KeepHouseholds, household), db.Actor.May(Permission.SpotCheckVisits, household));
        return new HouseholdSurvey(
            [.. visits.Select(v => new VisitLine(v.Visit.Id, v.Visit.Version, v.Visit.On, v.Agent, v.Visit.Answers.AnsweredBy, v.Visit.Answers.Minutes, v.Visit.Answers.Explained, v.Visit.Refused,
                v.Visit.NextOn, keeps ? v.Visit.Answers.Note : null, v.Visit.Checked, checks && v.Visit.Checked is null))],
            HouseholdDesk.Answers(consents, today),
            keeps && visits.Find(v => v.Visit.Answers.Needs.Count > 0 || v.Visit.Answers.AffordableFen is not null)?.Visit is { } asked
                ? new NeedsOf(asked.On, asked.Answers.Needs, asked.Answers.AffordableFen, asked.Answers.WantsContact, asked.Answers.Recommended) : null,
            keeps ? await HouseholdReads.Risks(db, household.Id).ToListAsync(cancel) : null,
            keeps ? await HouseholdReads.CoversElsewhere(db, household.Id).ToListAsync(cancel) : null);
    }
}
