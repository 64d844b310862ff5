using VillageInsurance.Domain.Claims;

namespace VillageInsurance.UseCases.Exchange;

/// <summary>claims.csv. A later list brings a claim forward or corrects it; what somebody has worked on by hand keeps what the list leaves open. A claim on a policy that gave no cover that day is stored; its page says so.</summary>
internal sealed class ClaimImport() : TableImport("claims", """
    id uuid, is_new boolean, village_id uuid, group_id uuid, number text, policy_id uuid, insured_id uuid, accident_on date, reported_on date,
    papers_received_on date, supplement_asked_on date, supplement_received_on date, surveyed_on date, assessed_on date, determined_on date, decision smallint, refusal_notified_on date,
    agreed_on date, paid_on date, interim_paid_on date, closed_on date, withdrawn_on date, claimed_fen bigint, decided_fen bigint, paid_fen bigint, interim_fen bigint, is_complex boolean, by_hand boolean
    """,
    "claim_no", "policy_no", "insured_id", "accident_on", "reported_on", "documents_received_on", "supplement_asked_on", "supplement_received_on", "surveyed_on", "determined_on", "decision",
    "refusal_notice_on", "agreed_on", "paid_on", "interim_paid_on", "amount")
{
    private static readonly Target Claims = new("claims", """
        id, !village_id, !group_id, !number, policy_id, insured_id, accident_on, reported_on, papers_received_on, supplement_asked_on, supplement_received_on, surveyed_on, assessed_on,
        determined_on, decision, refusal_notified_on, agreed_on, paid_on, interim_paid_on, closed_on, withdrawn_on, claimed_fen, decided_fen, paid_fen, interim_fen,
        !is_complex, !by_hand, !known_on=reported_on
        """);

    private static readonly (ClaimMilestone Step, string Column, string Stored)[] Columns =
    [
        (ClaimMilestone.Reported, "reported_on", "reported_on"), (ClaimMilestone.PapersReceived, "documents_received_on", "papers_received_on"),
        (ClaimMilestone.SupplementAsked, "supplement_asked_on", "supplement_asked_on"), (ClaimMilestone.SupplementReceived, "supplement_received_on", "supplement_received_on"),
        (ClaimMilestone.Surveyed, "surveyed_on", "surveyed_on"), (ClaimMilestone.Determined, "determined_on", "determined_on"), (ClaimMilestone.Agreed, "agreed_on", "agreed_on"),
        (ClaimMilestone.Paid, "paid_on", "paid_on"), (ClaimMilestone.RefusalNotified, "refusal_notice_on", "refusal_notified_on"), (ClaimMilestone.InterimPaid, "interim_paid_on", "interim_paid_on"),
    ];

    protected override void Take(ImportRun run, RowReader row, Stage stage)
    {
        var number = row.Text("claim_no", 40);
        var policy = row.Known("policy_no", run.Keys.Policies, ImportExpectation.KnownPolicy);
        var insured = row.Known("insured_id", run.Keys.Members, ImportExpectation.KnownResident);
        var told = Read(row);
        var claim = KnownRow.Take(run.Keys.Claims, number, row, "claim_no");
        if (!row.IsSound || insured!.Person is null) return;
        var facts = claim.ByHand is { } known ? told.Over(known) : told;
        if (facts.Fault() is { } fault)
        {
            row.Tell(Columns.FirstOrDefault(c => c.Step == fault.Step).Column, Expected(fault.Rule));
            return;
        }
        var home = insured.Person.HomeOn(facts.ReportedOn);
        stage.Row(claim.IsNew).Put(claim.Id).Put(claim.IsNew).Put(home?.VillageId ?? policy!.VillageId).Put(home is null ? policy!.GroupId : home.GroupId).Put(number).Put(policy!.Id).Put(insured.Person.Id)
            .Put(facts.AccidentOn).Put(facts.ReportedOn).Put(facts.PapersReceivedOn).Put(facts.SupplementAskedOn).Put(facts.SupplementReceivedOn).Put(facts.SurveyedOn).Put(facts.AssessedOn)
            .Put(facts.DeterminedOn).Put((short?)facts.Decision).Put(facts.RefusalNotifiedOn).Put(facts.AgreedOn).Put(facts.PaidOn).Put(facts.InterimPaidOn).Put(facts.ClosedOn).Put(facts.WithdrawnOn)
            .Put(facts.ClaimedFen).Put(facts.DecidedFen).Put(facts.PaidFen).Put(facts.InterimFen).Put(false).Put(claim.ByHand is not null);
    }

    protected override async Task<(long Added, long Changed)> MergeAsync(ImportRun run, Stage stage)
    {
        // Of known claims before they are changed, of new ones once they are there.
        await AddStepsAsync(run, stage, "not s.is_new and m.day is distinct from m.before");
        var merged = await stage.MergeAsync(Claims, run.Batch);
        await AddStepsAsync(run, stage, "s.is_new");
        return merged;
    }

    private static Task<long> AddStepsAsync(ImportRun run, Stage stage, string which) => stage.ExecuteAsync($"""
        insert into claim_steps (id, version, village_id, group_id, claim_id, milestone, "on", way, recorded_by_id, at)
        select gen_random_uuid(), 0, t.village_id, t.group_id, s.id, m.milestone, m.day, {(int)ClaimWay.List}, $1, $2 from import_stage s join claims t on t.id = s.id
        cross join lateral (values {string.Join(", ", Columns.Select(c => $"({(int)c.Step}, s.{c.Stored}, t.{c.Stored})"))}) m (milestone, day, before)
        where m.day is not null and {which}
        """, run.Db.Actor.StaffId, run.Db.Operation.At);

    private static ClaimFacts Read(RowReader row)
    {
        var decision = row.OneOfOrNull("decision", ClosedLists.ClaimDecisions);
        var (amount, paid) = (row.Fen("amount"), row.DateOrNull("paid_on"));
        return new(row.Date("accident_on"), row.Date("reported_on"))
        {
            PapersReceivedOn = row.DateOrNull("documents_received_on"),
            SupplementAskedOn = row.DateOrNull("supplement_asked_on"),
            SupplementReceivedOn = row.DateOrNull("supplement_received_on"),
            SurveyedOn = row.DateOrNull("surveyed_on"),
            DeterminedOn = row.DateOrNull("determined_on"),
            Decision = decision,
            DecidedFen = decision is null ? null : amount,
            RefusalNotifiedOn = row.DateOrNull("refusal_notice_on"),
            AgreedOn = row.DateOrNull("agreed_on"),
            PaidOn = paid,
            PaidFen = paid is null ? null : amount,
            InterimPaidOn = row.DateOrNull("interim_paid_on"),
        };
    }

    private static ImportExpectation Expected(ClaimRule rule) => rule switch
    {
        ClaimRule.AfterItsPredecessor => ImportExpectation.AfterEarlierStep,
        ClaimRule.NotBeforeItsPredecessor or ClaimRule.ReportedAfterTheAccident or ClaimRule.BeforeTheDecision or ClaimRule.OnlyAnOpenClaim => ImportExpectation.DaysInOrder,
        _ => ImportExpectation.FitsTheDecision,
    };
}
