namespace VillageInsurance.UseCases.Exchange;

/// <summary>policies.csv. A rival's policy, or one sold by somebody who was not registered, is stored and flagged.</summary>
internal sealed class PolicyImport() : TableImport("policies", """
    id uuid, is_new boolean, village_id uuid, group_id uuid, number text, insurer text, product_id uuid, holder_id uuid, insured_id uuid, agent_id uuid, agent_was_unregistered boolean,
    issue_date date, effective_date date, end_date date, pay_mode smallint, pay_years integer, premium_fen bigint, sum_insured_fen bigint,
    hesitation_cancel_on date, surrendered_on date, suspended_on date, reinstated_on date, claim_ended_on date
    """,
    "policy_no", "insurer", "product_code", "village_code", "holder_id", "insured_id", "issue_date", "effective_date", "end_date", "pay_mode", "pay_years", "premium", "sum_insured",
    "hesitation_cancel_on", "surrendered_on", "suspended_on", "reinstated_on", "claim_ended_on", "agent_id")
{
    private static readonly Target Policies = new("policies", """
        id, village_id, group_id, !number, insurer, product_id, holder_id, insured_id, agent_id, agent_was_unregistered, issue_date, effective_date, end_date, pay_mode, pay_years,
        premium_fen, sum_insured_fen, hesitation_cancel_on, surrendered_on, suspended_on, reinstated_on, claim_ended_on, known_on=issue_date
        """);

    protected override void Take(ImportRun run, RowReader row, Stage stage)
    {
        var (number, insurer) = (row.Text("policy_no", 40), row.Text("insurer", 20));
        var product = row.Known("product_code", run.Keys.Products, ImportExpectation.KnownProduct);
        var village = row.Known("village_code", run.Keys.Villages, ImportExpectation.KnownVillage);
        var holder = row.KnownOrNull("holder_id", run.Keys.Members, ImportExpectation.KnownResident);
        var insured = row.Known("insured_id", run.Keys.Members, ImportExpectation.KnownResident);
        var agent = row.KnownOrNull("agent_id", run.Keys.Staff, ImportExpectation.KnownStaff);
        var (issued, effective, end) = (row.Date("issue_date"), row.Date("effective_date"), row.Date("end_date"));
        row.NotBefore("end_date", end, effective);
        var (mode, years) = (row.OneOf("pay_mode", ClosedLists.PayModes), row.Number("pay_years", 0, 120));
        var (premium, sum) = (row.Fen("premium"), row.Fen("sum_insured"));
        var (cancelled, surrendered, suspended) = (row.DateOrNull("hesitation_cancel_on"), row.DateOrNull("surrendered_on"), row.DateOrNull("suspended_on"));
        var (reinstated, claimed) = (row.DateOrNull("reinstated_on"), row.DateOrNull("claim_ended_on"));
        var policy = KnownRow.Take(run.Keys.Policies, number, row, "policy_no");
        if (!row.IsSound || insured!.Person is null) return;

        var home = insured.Person.HomeOn(issued);
        (policy.VillageId, policy.GroupId, policy.IssueDate) = (village!.Id, home?.VillageId == village.Id ? home.GroupId : null, issued);
        var unregistered = agent is not null && !agent.IsRegisteredOn(issued);
        if (unregistered) run.UnregisteredAgentPolicies++;
        if (insurer != run.OwnInsurer) run.RivalPolicies++;
        stage.Row(policy.IsNew).Put(policy.Id).Put(policy.IsNew).Put(policy.VillageId).Put(policy.GroupId).Put(number).Put(insurer).Put(product!.Id)
            .Put(holder?.Person?.Id).Put(insured.Person.Id).Put(agent?.Id).Put(unregistered).Put(issued).Put(effective).Put(end)
            .Put((short)mode).Put(years).Put(premium).Put(sum).Put(cancelled).Put(surrendered).Put(suspended).Put(reinstated).Put(claimed);
    }

    protected override async Task<(long Added, long Changed)> MergeAsync(ImportRun run, Stage stage)
    {
        var (added, changed) = await stage.MergeAsync(Policies, run.Batch);
        // Payments carry the policy's village, group and issue day; a list of policies alone may correct them.
        if (changed > 0) await stage.ExecuteAsync("""
            update payments t set village_id = p.village_id, group_id = p.group_id, counts_on = greatest(t.booked_on, p.issue_date)
            from policies p where p.id = t.policy_id
              and (t.village_id, t.group_id, t.counts_on) is distinct from (p.village_id, p.group_id, greatest(t.booked_on, p.issue_date))
            """);
        return (added, changed);
    }
}
