using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VillageInsurance.UseCases.Data.Migrations
{
    /// <inheritdoc />
    public partial class VillagesWay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_queue_items_role_village_id",
                table: "queue_items");

            migrationBuilder.DropIndex(
                name: "ix_queue_items_staff_id",
                table: "queue_items");

            migrationBuilder.AddColumn<string>(
                name: "detail",
                table: "queue_items",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "done_at",
                table: "queue_items",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "done_by_id",
                table: "queue_items",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "attachments",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Application");

            migrationBuilder.CreateTable(
                name: "calendar_days",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_days", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "forwarding_lists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    prepared_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    remark = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    signed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forwarding_lists", x => x.id);
                    table.CheckConstraint("ck_nobody_signs_their_own_list", "signed_by_id is null or signed_by_id <> prepared_by_id");
                });

            migrationBuilder.CreateTable(
                name: "meeting_minutes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    body = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    resolution_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    decision = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    participants = table.Column<string>(type: "jsonb", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meeting_minutes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    prefix = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_number_series", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "public_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    published_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "village_cycles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: false),
                    scheme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    continues_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_village_cycles", x => x.id);
                    table.ForeignKey(
                        name: "fk_village_cycles_areas_site_group_id",
                        column: x => x.site_group_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_village_cycles_areas_village_id",
                        column: x => x.village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_village_cycles_schemes_scheme_id",
                        column: x => x.scheme_id,
                        principalTable: "schemes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_village_cycles_village_cycles_continues_id",
                        column: x => x.continues_id,
                        principalTable: "village_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_objections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    channel = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_objections", x => x.id);
                    table.ForeignKey(
                        name: "fk_notice_objections_public_notices_notice_id",
                        column: x => x.notice_id,
                        principalTable: "public_notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cycle_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    move = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    from = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    to = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    snapshot_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cycle_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_cycle_steps_village_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "village_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "figure_snapshots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    cycle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    taken_for = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    known_at = table.Column<DateOnly>(type: "date", nullable: false),
                    scheme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scheme_number = table.Column<int>(type: "integer", nullable: false),
                    frozen = table.Column<string>(type: "jsonb", nullable: false),
                    records = table.Column<string>(type: "jsonb", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    taken_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_figure_snapshots", x => x.id);
                    table.ForeignKey(
                        name: "fk_figure_snapshots_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "village_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_figure_snapshots_schemes_scheme_id",
                        column: x => x.scheme_id,
                        principalTable: "schemes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_places",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hung_at = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_places", x => x.id);
                    table.ForeignKey(
                        name: "fk_notice_places_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "village_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_notice_places_public_notices_notice_id",
                        column: x => x.notice_id,
                        principalTable: "public_notices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "titles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    cycle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    certificate = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    awarded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    revoked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_titles", x => x.id);
                    table.ForeignKey(
                        name: "fk_titles_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "village_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "declarations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    cycle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    scheme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_edited_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    statement = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    papers = table.Column<string>(type: "jsonb", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    submitted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    as_of = table.Column<DateOnly>(type: "date", nullable: true),
                    known_at = table.Column<DateOnly>(type: "date", nullable: true),
                    snapshot_id = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_in_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_in_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opinion = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    to_put_right = table.Column<string>(type: "jsonb", nullable: false),
                    review_snapshot_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declarations", x => x.id);
                    table.CheckConstraint("ck_nobody_handles_their_own_declaration", "decided_by_id is distinct from submitted_by_id or decided_by_id is null");
                    table.ForeignKey(
                        name: "fk_declarations_areas_village_id",
                        column: x => x.village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_declarations_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "village_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_declarations_figure_snapshots_review_snapshot_id",
                        column: x => x.review_snapshot_id,
                        principalTable: "figure_snapshots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_declarations_figure_snapshots_snapshot_id",
                        column: x => x.snapshot_id,
                        principalTable: "figure_snapshots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_declarations_schemes_scheme_id",
                        column: x => x.scheme_id,
                        principalTable: "schemes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "final_replies",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    approved = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    letter_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    letter_on = table.Column<DateOnly>(type: "date", nullable: false),
                    minutes_id = table.Column<Guid>(type: "uuid", nullable: true),
                    snapshot_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_final_replies", x => x.id);
                    table.ForeignKey(
                        name: "fk_final_replies_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "village_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_final_replies_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_final_replies_figure_snapshots_snapshot_id",
                        column: x => x.snapshot_id,
                        principalTable: "figure_snapshots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_final_replies_minutes_minutes_id",
                        column: x => x.minutes_id,
                        principalTable: "meeting_minutes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "forwarding_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cycle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_forwarding_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_forwarding_lines_cycles_cycle_id",
                        column: x => x.cycle_id,
                        principalTable: "village_cycles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forwarding_lines_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_forwarding_lines_forwarding_lists_list_id",
                        column: x => x.list_id,
                        principalTable: "forwarding_lists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_sheets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declaration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    track = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reviewer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scores = table.Column<string>(type: "jsonb", nullable: false),
                    visited_on = table.Column<DateOnly>(type: "date", nullable: true),
                    visit_note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    verdict = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    opinion = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_sheets", x => x.id);
                    table.ForeignKey(
                        name: "fk_review_sheets_declarations_declaration_id",
                        column: x => x.declaration_id,
                        principalTable: "declarations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_review_sheets_staff_reviewer_id",
                        column: x => x.reviewer_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_queue_items_done_by_id_done_at",
                table: "queue_items",
                columns: new[] { "done_by_id", "done_at" },
                filter: "done_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_queue_items_role_village_id",
                table: "queue_items",
                columns: new[] { "role", "village_id" },
                filter: "done_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_queue_items_staff_id",
                table: "queue_items",
                column: "staff_id",
                filter: "done_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_uploaded_by_id_at",
                table: "attachments",
                columns: new[] { "uploaded_by_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_calendar_days_day",
                table: "calendar_days",
                column: "day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cycle_steps_cycle_id_number",
                table: "cycle_steps",
                columns: new[] { "cycle_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_cycle_steps_village_id",
                table: "cycle_steps",
                column: "village_id");

            migrationBuilder.CreateIndex(
                name: "ix_declarations_cycle_id",
                table: "declarations",
                column: "cycle_id",
                unique: true,
                filter: "status not in ('Returned', 'Refused')");

            migrationBuilder.CreateIndex(
                name: "ix_declarations_review_snapshot_id",
                table: "declarations",
                column: "review_snapshot_id");

            migrationBuilder.CreateIndex(
                name: "ix_declarations_scheme_id",
                table: "declarations",
                column: "scheme_id");

            migrationBuilder.CreateIndex(
                name: "ix_declarations_snapshot_id",
                table: "declarations",
                column: "snapshot_id");

            migrationBuilder.CreateIndex(
                name: "ix_declarations_village_id",
                table: "declarations",
                column: "village_id");

            migrationBuilder.CreateIndex(
                name: "ix_declarations_year_status",
                table: "declarations",
                columns: new[] { "year", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_figure_snapshots_cycle_id",
                table: "figure_snapshots",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_figure_snapshots_scheme_id",
                table: "figure_snapshots",
                column: "scheme_id");

            migrationBuilder.CreateIndex(
                name: "ix_figure_snapshots_village_id",
                table: "figure_snapshots",
                column: "village_id");

            migrationBuilder.CreateIndex(
                name: "ix_final_replies_cycle_id",
                table: "final_replies",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_final_replies_declaration_id",
                table: "final_replies",
                column: "declaration_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_final_replies_minutes_id",
                table: "final_replies",
                column: "minutes_id");

            migrationBuilder.CreateIndex(
                name: "ix_final_replies_snapshot_id",
                table: "final_replies",
                column: "snapshot_id");

            migrationBuilder.CreateIndex(
                name: "ix_final_replies_village_id",
                table: "final_replies",
                column: "village_id");

            migrationBuilder.CreateIndex(
                name: "ix_forwarding_lines_cycle_id",
                table: "forwarding_lines",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_forwarding_lines_declaration_id",
                table: "forwarding_lines",
                column: "declaration_id");

            migrationBuilder.CreateIndex(
                name: "ix_forwarding_lines_list_id_rank",
                table: "forwarding_lines",
                columns: new[] { "list_id", "rank" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_forwarding_lines_village_id",
                table: "forwarding_lines",
                column: "village_id");

            migrationBuilder.CreateIndex(
                name: "ix_forwarding_lists_year_status",
                table: "forwarding_lists",
                columns: new[] { "year", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_meeting_minutes_village_id",
                table: "meeting_minutes",
                column: "village_id");

            migrationBuilder.CreateIndex(
                name: "ix_notice_objections_notice_id",
                table: "notice_objections",
                column: "notice_id");

            migrationBuilder.CreateIndex(
                name: "ix_notice_objections_village_id",
                table: "notice_objections",
                column: "village_id");

            migrationBuilder.CreateIndex(
                name: "ix_notice_places_cycle_id",
                table: "notice_places",
                column: "cycle_id");

            migrationBuilder.CreateIndex(
                name: "ix_notice_places_notice_id",
                table: "notice_places",
                column: "notice_id");

            migrationBuilder.CreateIndex(
                name: "ix_notice_places_village_id",
                table: "notice_places",
                column: "village_id");

            migrationBuilder.CreateIndex(
                name: "ix_number_series_kind_year",
                table: "number_series",
                columns: new[] { "kind", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_public_notices_kind_subject_id",
                table: "public_notices",
                columns: new[] { "kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_public_notices_year",
                table: "public_notices",
                column: "year");

            migrationBuilder.CreateIndex(
                name: "ix_review_sheets_declaration_id_reviewer_id",
                table: "review_sheets",
                columns: new[] { "declaration_id", "reviewer_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_review_sheets_reviewer_id",
                table: "review_sheets",
                column: "reviewer_id");

            migrationBuilder.CreateIndex(
                name: "ix_review_sheets_village_id",
                table: "review_sheets",
                column: "village_id");

            migrationBuilder.CreateIndex(
                name: "ix_titles_certificate",
                table: "titles",
                column: "certificate",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_titles_cycle_id",
                table: "titles",
                column: "cycle_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_titles_village_id",
                table: "titles",
                column: "village_id");

            migrationBuilder.CreateIndex(
                name: "ix_village_cycles_continues_id",
                table: "village_cycles",
                column: "continues_id");

            migrationBuilder.CreateIndex(
                name: "ix_village_cycles_scheme_id",
                table: "village_cycles",
                column: "scheme_id");

            migrationBuilder.CreateIndex(
                name: "ix_village_cycles_site_group_id_year",
                table: "village_cycles",
                columns: new[] { "site_group_id", "year" },
                unique: true,
                filter: "site_group_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_village_cycles_village_id_year",
                table: "village_cycles",
                columns: new[] { "village_id", "year" },
                unique: true,
                filter: "site_group_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_village_cycles_year_state",
                table: "village_cycles",
                columns: new[] { "year", "state" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calendar_days");

            migrationBuilder.DropTable(
                name: "cycle_steps");

            migrationBuilder.DropTable(
                name: "final_replies");

            migrationBuilder.DropTable(
                name: "forwarding_lines");

            migrationBuilder.DropTable(
                name: "notice_objections");

            migrationBuilder.DropTable(
                name: "notice_places");

            migrationBuilder.DropTable(
                name: "number_series");

            migrationBuilder.DropTable(
                name: "review_sheets");

            migrationBuilder.DropTable(
                name: "titles");

            migrationBuilder.DropTable(
                name: "meeting_minutes");

            migrationBuilder.DropTable(
                name: "forwarding_lists");

            migrationBuilder.DropTable(
                name: "public_notices");

            migrationBuilder.DropTable(
                name: "declarations");

            migrationBuilder.DropTable(
                name: "figure_snapshots");

            migrationBuilder.DropTable(
                name: "village_cycles");

            migrationBuilder.DropIndex(
                name: "ix_queue_items_done_by_id_done_at",
                table: "queue_items");

            migrationBuilder.DropIndex(
                name: "ix_queue_items_role_village_id",
                table: "queue_items");

            migrationBuilder.DropIndex(
                name: "ix_queue_items_staff_id",
                table: "queue_items");

            migrationBuilder.DropIndex(
                name: "ix_attachments_uploaded_by_id_at",
                table: "attachments");

            migrationBuilder.DropColumn(
                name: "detail",
                table: "queue_items");

            migrationBuilder.DropColumn(
                name: "done_at",
                table: "queue_items");

            migrationBuilder.DropColumn(
                name: "done_by_id",
                table: "queue_items");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "attachments");

            migrationBuilder.CreateIndex(
                name: "ix_queue_items_role_village_id",
                table: "queue_items",
                columns: new[] { "role", "village_id" });

            migrationBuilder.CreateIndex(
                name: "ix_queue_items_staff_id",
                table: "queue_items",
                column: "staff_id");
        }
    }
}
