using Npgsql;
using VillageInsurance.UseCases.Policies;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>Brings the insurer's policies into the register by whole sets.</summary>
internal static class PolicyStage
{
    private static readonly Target Policies = new("policies", """
        id, village_id, group_id, number, insurer, product_id, holder_id, insured_id, agent_id, agent_was_unregistered, issue_date, effective_date, end_date, pay_mode, pay_years, premium_fen, sum_insured_fen,
        hesitation_cancel_on, surrendered_on, suspended_on, reinstated_on, claim_ended_on, grace_term, demanded_on, group_number, school, known_on=issue_date
        """);

    public static async Task WriteAsync(NpgsqlConnection connection, Guid batch, IReadOnlyCollection<PolicyToWrite> policies)
    {
        if (policies.Count == 0) return;
        await using var stage = new Stage(connection, """
            id uuid, is_new boolean, village_id uuid, group_id uuid, number text, insurer text, product_id uuid, holder_id uuid, insured_id uuid, agent_id uuid, agent_was_unregistered boolean,
            issue_date date, effective_date date, end_date date, pay_mode smallint, pay_years integer, premium_fen bigint, sum_insured_fen bigint,
            hesitation_cancel_on date, surrendered_on date, suspended_on date, reinstated_on date, claim_ended_on date, grace_term smallint, demanded_on date, group_number text, school text
            """);
        await stage.BeginAsync();
        foreach (var (id, isNew, t) in policies)
            stage.Row(isNew).Put(id).Put(isNew).Put(t.VillageId).Put(t.GroupId).Put(t.Number).Put(t.Insurer).Put(t.ProductId).Put(t.HolderId).Put(t.InsuredId).Put(t.AgentId).Put(t.AgentWasUnregistered)
                .Put(t.Dates.Issued).Put(t.Dates.Effective).Put(t.Dates.End).Put((short)t.Mode).Put(t.PayYears).Put(t.PremiumFen).Put(t.SumInsuredFen).Put(t.Dates.HesitationCancelled).Put(t.Dates.Surrendered)
                .Put(t.Dates.Suspended).Put(t.Dates.Reinstated).Put(t.Dates.ClaimEnded).Put((short)t.Grace).Put(t.DemandedOn).Put(t.GroupNumber).Put(t.School);
        await stage.CompleteAsync();
        var (_, changed) = await stage.MergeAsync(Policies, batch);
        if (changed > 0) await stage.ExecuteAsync(FollowPolicies);
    }

    /// <summary>Payments carry their policy's village, group and issue day; a list of policies may correct them.</summary>
    public const string FollowPolicies = """
        update payments t set village_id = p.village_id, group_id = p.group_id, counts_on = greatest(t.booked_on, p.issue_date)
        from policies p join import_stage s on s.id = p.id where p.id = t.policy_id
          and (t.village_id, t.group_id, t.counts_on) is distinct from (p.village_id, p.group_id, greatest(t.booked_on, p.issue_date))
        """;
}
