using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VillageInsurance.UseCases.Data.Migrations
{
    /// <inheritdoc />
    public partial class InsurersFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "demanded_on",
                table: "policies",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "grace_term",
                table: "policies",
                type: "smallint",
                nullable: false,
                defaultValue: (short)1);

            migrationBuilder.AddColumn<string>(
                name: "group_number",
                table: "policies",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "school",
                table: "policies",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "account_owner",
                table: "payments",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "paid_to",
                table: "payments",
                type: "smallint",
                nullable: false,
                defaultValue: (short)1);

            migrationBuilder.AddColumn<string>(
                name: "payer_name",
                table: "payments",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "receipt",
                table: "payments",
                type: "smallint",
                nullable: false,
                defaultValue: (short)1);

            migrationBuilder.CreateTable(
                name: "call_backs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    policy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    missed = table.Column<string>(type: "jsonb", nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    voice_reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true),
                    done_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_call_backs", x => x.id);
                    table.ForeignKey(
                        name: "fk_call_backs_policies_policy_id",
                        column: x => x.policy_id,
                        principalTable: "policies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_slips",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    policies = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    printed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    printed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_slips", x => x.id);
                    table.ForeignKey(
                        name: "fk_check_slips_households_household_id",
                        column: x => x.household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_check_slips_staff_printed_by_id",
                        column: x => x.printed_by_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "claims",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    policy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    insured_id = table.Column<Guid>(type: "uuid", nullable: false),
                    accident_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: false),
                    papers_received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    supplement_asked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    supplement_received_on = table.Column<DateOnly>(type: "date", nullable: true),
                    surveyed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    assessed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    determined_on = table.Column<DateOnly>(type: "date", nullable: true),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    refusal_notified_on = table.Column<DateOnly>(type: "date", nullable: true),
                    interim_paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reopened_on = table.Column<DateOnly>(type: "date", nullable: true),
                    decision = table.Column<short>(type: "smallint", nullable: true),
                    claimed_fen = table.Column<long>(type: "bigint", nullable: true),
                    decided_fen = table.Column<long>(type: "bigint", nullable: true),
                    paid_fen = table.Column<long>(type: "bigint", nullable: true),
                    interim_fen = table.Column<long>(type: "bigint", nullable: true),
                    refusal_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    missing_papers = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    @event = table.Column<string>(name: "event", type: "character varying(500)", maxLength: 500, nullable: true),
                    is_complex = table.Column<bool>(type: "boolean", nullable: false),
                    determine_days = table.Column<int>(type: "integer", nullable: true),
                    pay_days = table.Column<int>(type: "integer", nullable: true),
                    by_hand = table.Column<bool>(type: "boolean", nullable: false),
                    registered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    known_on = table.Column<DateOnly>(type: "date", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claims", x => x.id);
                    table.CheckConstraint("ck_claims_days_in_order", "accident_on <= reported_on and reported_on <= papers_received_on and papers_received_on <= determined_on and determined_on <= agreed_on and agreed_on <= paid_on");
                    table.CheckConstraint("ck_claims_decision_has_its_day", "(decision is null) = (determined_on is null)");
                    table.ForeignKey(
                        name: "fk_claims_areas_village_id",
                        column: x => x.village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_claims_persons_insured_id",
                        column: x => x.insured_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_claims_policies_policy_id",
                        column: x => x.policy_id,
                        principalTable: "policies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Npgsql:StorageParameter:autovacuum_analyze_scale_factor", 0.02)
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_insert_scale_factor", 0.02)
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_scale_factor", 0.02);

            migrationBuilder.CreateTable(
                name: "delivery_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prefix = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    kinds = table.Column<short>(type: "smallint", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: false),
                    created_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_keys", x => x.id);
                    table.ForeignKey(
                        name: "fk_delivery_keys_staff_created_by_id",
                        column: x => x.created_by_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_delivery_keys_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "insurer_lists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    job_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fault = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    round = table.Column<int>(type: "integer", nullable: false),
                    counts = table.Column<string>(type: "jsonb", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_insurer_lists", x => x.id);
                    table.ForeignKey(
                        name: "fk_insurer_lists_staff_members_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "premium_exceptions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    policy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    explanation = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    explained_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer = table.Column<short>(type: "smallint", nullable: true),
                    call_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    called_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    called_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision = table.Column<short>(type: "smallint", nullable: true),
                    opinion = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_premium_exceptions", x => x.id);
                    table.CheckConstraint("ck_premium_exceptions_nobody_decides_their_own", "decided_by_id is null or decided_by_id <> recorded_by_id and decided_by_id is distinct from explained_by_id");
                    table.ForeignKey(
                        name: "fk_premium_exceptions_areas_village_id",
                        column: x => x.village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_premium_exceptions_payments_payment_id",
                        column: x => x.payment_id,
                        principalTable: "payments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_premium_exceptions_policies_policy_id",
                        column: x => x.policy_id,
                        principalTable: "policies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "complaints",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<short>(type: "smallint", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    facts = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    complainant = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    policy_id = table.Column<Guid>(type: "uuid", nullable: true),
                    call_back_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<short>(type: "smallint", nullable: true),
                    result = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaints", x => x.id);
                    table.CheckConstraint("ck_nobody_decides_their_own_complaint", "decided_by_id <> recorded_by_id and (agent_id is null or decided_by_id <> agent_id)");
                    table.ForeignKey(
                        name: "fk_complaints_areas_village_id",
                        column: x => x.village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_complaints_call_backs_call_back_id",
                        column: x => x.call_back_id,
                        principalTable: "call_backs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_complaints_policies_policy_id",
                        column: x => x.policy_id,
                        principalTable: "policies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_complaints_staff_agent_id",
                        column: x => x.agent_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_complaints_staff_recorded_by_id",
                        column: x => x.recorded_by_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "claim_call_backs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim_call_backs", x => x.id);
                    table.ForeignKey(
                        name: "fk_claim_call_backs_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "claim_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    speed = table.Column<int>(type: "integer", nullable: true),
                    quality = table.Column<int>(type: "integer", nullable: true),
                    objected_to = table.Column<short>(type: "smallint", nullable: true),
                    answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim_notes", x => x.id);
                    table.CheckConstraint("ck_nobody_answers_their_own_note", "answered_by_id <> by_id");
                    table.ForeignKey(
                        name: "fk_claim_notes_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "claim_picks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<short>(type: "smallint", nullable: false),
                    seed = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim_picks", x => x.id);
                    table.ForeignKey(
                        name: "fk_claim_picks_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "claim_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    milestone = table.Column<short>(type: "smallint", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    way = table.Column<short>(type: "smallint", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: true),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_claim_steps_claims_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Npgsql:StorageParameter:autovacuum_analyze_scale_factor", 0.02)
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_insert_scale_factor", 0.02)
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_scale_factor", 0.02);

            migrationBuilder.CreateTable(
                name: "insurer_list_questions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    sheet = table.Column<short>(type: "smallint", nullable: false),
                    row_no = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<short>(type: "smallint", nullable: false),
                    field = table.Column<short>(type: "smallint", nullable: true),
                    why = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    cells = table.Column<byte[]>(type: "bytea", nullable: false),
                    chosen_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_insurer_list_questions", x => x.id);
                    table.ForeignKey(
                        name: "fk_insurer_list_questions_insurer_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "insurer_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_policies_group_number",
                table: "policies",
                column: "group_number",
                filter: "group_number is not null");

            migrationBuilder.CreateIndex(
                name: "ix_call_backs_done_on_due_id",
                table: "call_backs",
                columns: new[] { "done_on", "due", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_call_backs_policy_id_kind_due",
                table: "call_backs",
                columns: new[] { "policy_id", "kind", "due" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_slips_household_id",
                table: "check_slips",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_check_slips_number",
                table: "check_slips",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_slips_printed_by_id",
                table: "check_slips",
                column: "printed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_claim_call_backs_claim_id",
                table: "claim_call_backs",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "ix_claim_notes_claim_id",
                table: "claim_notes",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "ix_claim_notes_village_id_by_id",
                table: "claim_notes",
                columns: new[] { "village_id", "by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_claim_picks_claim_id",
                table: "claim_picks",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "ix_claim_picks_village_id_month_reason",
                table: "claim_picks",
                columns: new[] { "village_id", "month", "reason" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_claim_steps_claim_id",
                table: "claim_steps",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "ix_claims_insured_id",
                table: "claims",
                column: "insured_id");

            migrationBuilder.CreateIndex(
                name: "ix_claims_number",
                table: "claims",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_claims_policy_id",
                table: "claims",
                column: "policy_id");

            migrationBuilder.CreateIndex(
                name: "ix_claims_village_id",
                table: "claims",
                column: "village_id",
                filter: "paid_on is null and refusal_notified_on is null and closed_on is null and withdrawn_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_claims_village_id_reported_on",
                table: "claims",
                columns: new[] { "village_id", "reported_on" });

            migrationBuilder.CreateIndex(
                name: "ix_complaints_agent_id",
                table: "complaints",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_complaints_call_back_id",
                table: "complaints",
                column: "call_back_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaints_policy_id",
                table: "complaints",
                column: "policy_id");

            migrationBuilder.CreateIndex(
                name: "ix_complaints_recorded_by_id",
                table: "complaints",
                column: "recorded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_complaints_village_id_outcome_due",
                table: "complaints",
                columns: new[] { "village_id", "outcome", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_keys_created_by_id",
                table: "delivery_keys",
                column: "created_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_keys_prefix",
                table: "delivery_keys",
                column: "prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_delivery_keys_staff_id",
                table: "delivery_keys",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_insurer_list_questions_list_id_round_sheet_row",
                table: "insurer_list_questions",
                columns: new[] { "list_id", "round", "sheet", "row_no" });

            migrationBuilder.CreateIndex(
                name: "ix_insurer_lists_at",
                table: "insurer_lists",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_insurer_lists_file_hash",
                table: "insurer_lists",
                column: "file_hash");

            migrationBuilder.CreateIndex(
                name: "ix_insurer_lists_staff_id",
                table: "insurer_lists",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_premium_exceptions_payment_id_kind",
                table: "premium_exceptions",
                columns: new[] { "payment_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_premium_exceptions_policy_id",
                table: "premium_exceptions",
                column: "policy_id");

            migrationBuilder.CreateIndex(
                name: "ix_premium_exceptions_village_id_id",
                table: "premium_exceptions",
                columns: new[] { "village_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "check_slips");

            migrationBuilder.DropTable(
                name: "claim_call_backs");

            migrationBuilder.DropTable(
                name: "claim_notes");

            migrationBuilder.DropTable(
                name: "claim_picks");

            migrationBuilder.DropTable(
                name: "claim_steps");

            migrationBuilder.DropTable(
                name: "complaints");

            migrationBuilder.DropTable(
                name: "delivery_keys");

            migrationBuilder.DropTable(
                name: "insurer_list_questions");

            migrationBuilder.DropTable(
                name: "premium_exceptions");

            migrationBuilder.DropTable(
                name: "claims");

            migrationBuilder.DropTable(
                name: "call_backs");

            migrationBuilder.DropTable(
                name: "insurer_lists");

            migrationBuilder.DropIndex(
                name: "ix_policies_group_number",
                table: "policies");

            migrationBuilder.DropColumn(
                name: "demanded_on",
                table: "policies");

            migrationBuilder.DropColumn(
                name: "grace_term",
                table: "policies");

            migrationBuilder.DropColumn(
                name: "group_number",
                table: "policies");

            migrationBuilder.DropColumn(
                name: "school",
                table: "policies");

            migrationBuilder.DropColumn(
                name: "account_owner",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "paid_to",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "payer_name",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "receipt",
                table: "payments");
        }
    }
}
