using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VillageInsurance.UseCases.Data.Migrations
{
    /// <inheritdoc />
    public partial class Claims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "claim_call_backs");

            migrationBuilder.DropTable(
                name: "claim_notes");

            migrationBuilder.DropTable(
                name: "claim_picks");

            migrationBuilder.DropTable(
                name: "claim_steps");

            migrationBuilder.DropTable(
                name: "claims");
        }
    }
}
