using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VillageInsurance.UseCases.Data.Migrations
{
    /// <inheritdoc />
    public partial class HouseholdDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_memberships_household_id",
                table: "memberships");

            migrationBuilder.DropIndex(
                name: "ix_memberships_person_id",
                table: "memberships");

            migrationBuilder.DropIndex(
                name: "ix_household_places_household_id",
                table: "household_places");

            migrationBuilder.DropIndex(
                name: "ix_household_places_village_id_household_id",
                table: "household_places");

            migrationBuilder.DropIndex(
                name: "ix_enrolments_person_id",
                table: "enrolments");

            migrationBuilder.AlterColumn<Guid>(
                name: "batch_id",
                table: "policies",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AlterColumn<byte[]>(
                name: "id_number_index",
                table: "persons",
                type: "bytea",
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "bytea");

            migrationBuilder.AlterColumn<byte[]>(
                name: "id_number_cipher",
                table: "persons",
                type: "bytea",
                nullable: true,
                oldClrType: typeof(byte[]),
                oldType: "bytea");

            migrationBuilder.AlterColumn<Guid>(
                name: "batch_id",
                table: "persons",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<bool>(
                name: "has_medical_insurance",
                table: "persons",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "has_pension",
                table: "persons",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "health_note",
                table: "persons",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "occupation",
                table: "persons",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "batch_id",
                table: "payments",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AlterColumn<Guid>(
                name: "batch_id",
                table: "memberships",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<DateOnly>(
                name: "left_known_on",
                table: "memberships",
                type: "date",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "batch_id",
                table: "households",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "address",
                table: "households",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "debt_band",
                table: "households",
                type: "smallint",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "housing",
                table: "households",
                type: "smallint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "machines",
                table: "households",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "relief",
                table: "households",
                type: "smallint",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "batch_id",
                table: "household_places",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<DateOnly>(
                name: "to_known_on",
                table: "household_places",
                type: "date",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "batch_id",
                table: "enrolments",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<DateOnly>(
                name: "to_known_on",
                table: "enrolments",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "committee_feedback",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    talk_on = table.Column<DateOnly>(type: "date", nullable: true),
                    talk_with = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    minutes = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    figures = table.Column<string>(type: "jsonb", nullable: true),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_committee_feedback", x => x.id);
                    table.ForeignKey(
                        name: "fk_committee_feedback_staff_by_id",
                        column: x => x.by_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    is_given = table.Column<bool>(type: "boolean", nullable: false),
                    text_id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    form = table.Column<short>(type: "smallint", nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => x.id);
                    table.ForeignKey(
                        name: "fk_consents_households_household_id",
                        column: x => x.household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consents_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consents_programme_texts_text_id",
                        column: x => x.text_id,
                        principalTable: "programme_texts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "corrections",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    fields = table.Column<string>(type: "jsonb", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: true),
                    facts = table.Column<string>(type: "jsonb", nullable: true),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    id_number = table.Column<byte[]>(type: "bytea", nullable: true),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opinion = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_corrections", x => x.id);
                    table.CheckConstraint("ck_nobody_allows_what_they_ask", "decided_by_id <> asked_by_id");
                    table.ForeignKey(
                        name: "fk_corrections_households_household_id",
                        column: x => x.household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_corrections_staff_asked_by_id",
                        column: x => x.asked_by_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "covers_elsewhere",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    insurer = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    kind = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    sum_fen = table.Column<long>(type: "bigint", nullable: false),
                    premium_fen = table.Column<long>(type: "bigint", nullable: false),
                    pay_mode = table.Column<short>(type: "smallint", nullable: false),
                    due_month = table.Column<int>(type: "integer", nullable: true),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_covers_elsewhere", x => x.id);
                    table.ForeignKey(
                        name: "fk_covers_elsewhere_households_household_id",
                        column: x => x.household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_covers_elsewhere_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "day_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    households = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_day_plans", x => x.id);
                    table.ForeignKey(
                        name: "fk_day_plans_staff_members_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "export_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    order_text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    used_for = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opinion = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_export_requests", x => x.id);
                    table.CheckConstraint("ck_nobody_allows_what_they_take_out", "decided_by_id <> asked_by_id");
                    table.ForeignKey(
                        name: "fk_export_requests_staff_asked_by_id",
                        column: x => x.asked_by_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "field_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    old_value = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    new_value = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    changed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    correction_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_field_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_field_changes_households_household_id",
                        column: x => x.household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_field_changes_staff_changed_by_id",
                        column: x => x.changed_by_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "household_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    submitted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    rounds = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_household_files_households_id",
                        column: x => x.id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "household_merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kept_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    trace = table.Column<string>(type: "jsonb", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    undone_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_merges", x => x.id);
                    table.ForeignKey(
                        name: "fk_household_merges_households_kept_id",
                        column: x => x.kept_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_household_merges_households_other_id",
                        column: x => x.other_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "life_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_household_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    persons = table.Column<string>(type: "jsonb", nullable: false),
                    traces = table.Column<string>(type: "jsonb", nullable: false),
                    recorded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_life_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_life_events_households_household_id",
                        column: x => x.household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_life_events_households_other_household_id",
                        column: x => x.other_household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_life_events_staff_recorded_by_id",
                        column: x => x.recorded_by_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "not_duplicates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_not_duplicates", x => x.id);
                    table.ForeignKey(
                        name: "fk_not_duplicates_households_first_id",
                        column: x => x.first_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_not_duplicates_households_second_id",
                        column: x => x.second_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "product_tariffs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    product_code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    letter = table.Column<string>(type: "character varying(1)", maxLength: 1, nullable: false),
                    premium_fen = table.Column<long>(type: "bigint", nullable: false),
                    sum_insured_fen = table.Column<long>(type: "bigint", nullable: false),
                    pay_mode = table.Column<short>(type: "smallint", nullable: false),
                    pay_years = table.Column<int>(type: "integer", nullable: false),
                    term_months = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_product_tariffs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "risk_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    loss_fen = table.Column<long>(type: "bigint", nullable: false),
                    paid_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_risk_records_households_household_id",
                        column: x => x.household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roster_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    notice_on = table.Column<DateOnly>(type: "date", nullable: false),
                    cut_off = table.Column<DateOnly>(type: "date", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    job_id = table.Column<Guid>(type: "uuid", nullable: true),
                    round = table.Column<int>(type: "integer", nullable: false),
                    fault = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    counts = table.Column<string>(type: "jsonb", nullable: false),
                    columns = table.Column<string>(type: "jsonb", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    stored_rows = table.Column<int>(type: "integer", nullable: false),
                    stored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roster_batches", x => x.id);
                    table.ForeignKey(
                        name: "fk_roster_batches_areas_village_id",
                        column: x => x.village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_roster_batches_staff_members_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roster_recipes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    header_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    columns = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roster_recipes", x => x.id);
                    table.ForeignKey(
                        name: "fk_roster_recipes_areas_village_id",
                        column: x => x.village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "visits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agent_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: false),
                    answers = table.Column<string>(type: "jsonb", nullable: false),
                    refused = table.Column<bool>(type: "boolean", nullable: false),
                    next_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    @checked = table.Column<string>(name: "checked", type: "jsonb", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visits", x => x.id);
                    table.ForeignKey(
                        name: "fk_visits_households_household_id",
                        column: x => x.household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visits_staff_agent_id",
                        column: x => x.agent_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roster_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    record = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seen_version = table.Column<int>(type: "integer", nullable: false),
                    old = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roster_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_roster_changes_roster_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "roster_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roster_findings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    sheet = table.Column<short>(type: "smallint", nullable: false),
                    row_no = table.Column<int>(type: "integer", nullable: false),
                    field = table.Column<short>(type: "smallint", nullable: true),
                    header = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    handling = table.Column<short>(type: "smallint", nullable: false),
                    reason = table.Column<short>(type: "smallint", nullable: false),
                    has_answer = table.Column<bool>(type: "boolean", nullable: false),
                    cells = table.Column<byte[]>(type: "bytea", nullable: false),
                    decision = table.Column<short>(type: "smallint", nullable: false),
                    typed = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roster_findings", x => x.id);
                    table.ForeignKey(
                        name: "fk_roster_findings_roster_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "roster_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                })
                .Annotation("Npgsql:StorageParameter:autovacuum_analyze_scale_factor", 0.02)
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_insert_scale_factor", 0.02)
                .Annotation("Npgsql:StorageParameter:autovacuum_vacuum_scale_factor", 0.02);

            migrationBuilder.CreateIndex(
                name: "ix_memberships_household_id",
                table: "memberships",
                column: "household_id")
                .Annotation("Npgsql:IndexInclude", new[] { "village_id", "group_id", "person_id", "residence", "join_reason", "joined_on", "left_on", "left_known_on", "known_on" });

            migrationBuilder.CreateIndex(
                name: "ix_memberships_person_id",
                table: "memberships",
                column: "person_id")
                .Annotation("Npgsql:IndexInclude", new[] { "village_id", "group_id", "household_id", "residence", "join_reason", "joined_on", "left_on", "left_known_on", "known_on" });

            migrationBuilder.CreateIndex(
                name: "ix_household_places_household_id",
                table: "household_places",
                column: "household_id")
                .Annotation("Npgsql:IndexInclude", new[] { "village_id", "group_id", "is_family", "from_day", "to_day", "to_known_on", "known_on" });

            migrationBuilder.CreateIndex(
                name: "ix_household_places_village_id_household_id",
                table: "household_places",
                columns: new[] { "village_id", "household_id" })
                .Annotation("Npgsql:IndexInclude", new[] { "group_id", "is_family", "from_day", "to_day", "to_known_on", "known_on" });

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_person_id",
                table: "enrolments",
                column: "person_id")
                .Annotation("Npgsql:IndexInclude", new[] { "village_id", "group_id", "stage", "from_day", "to_day", "to_known_on", "known_on" });

            migrationBuilder.CreateIndex(
                name: "ix_committee_feedback_by_id",
                table: "committee_feedback",
                column: "by_id");

            migrationBuilder.CreateIndex(
                name: "ix_committee_feedback_village_id_month",
                table: "committee_feedback",
                columns: new[] { "village_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consents_household_id_kind",
                table: "consents",
                columns: new[] { "household_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_consents_person_id",
                table: "consents",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_consents_text_id",
                table: "consents",
                column: "text_id");

            migrationBuilder.CreateIndex(
                name: "ix_consents_village_id_kind",
                table: "consents",
                columns: new[] { "village_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_corrections_asked_by_id",
                table: "corrections",
                column: "asked_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_corrections_household_id",
                table: "corrections",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_corrections_status_asked_at",
                table: "corrections",
                columns: new[] { "status", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_covers_elsewhere_household_id",
                table: "covers_elsewhere",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_covers_elsewhere_person_id",
                table: "covers_elsewhere",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_day_plans_staff_id_day",
                table: "day_plans",
                columns: new[] { "staff_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_export_requests_asked_by_id_asked_at",
                table: "export_requests",
                columns: new[] { "asked_by_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_export_requests_status_asked_at",
                table: "export_requests",
                columns: new[] { "status", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_field_changes_changed_by_id",
                table: "field_changes",
                column: "changed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_field_changes_household_id_at",
                table: "field_changes",
                columns: new[] { "household_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_household_files_status_submitted_at",
                table: "household_files",
                columns: new[] { "status", "submitted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_household_files_village_id_status",
                table: "household_files",
                columns: new[] { "village_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_household_merges_kept_id",
                table: "household_merges",
                column: "kept_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_merges_other_id",
                table: "household_merges",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_merges_village_id",
                table: "household_merges",
                column: "village_id");

            migrationBuilder.CreateIndex(
                name: "ix_life_events_household_id_recorded_at",
                table: "life_events",
                columns: new[] { "household_id", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_life_events_other_household_id",
                table: "life_events",
                column: "other_household_id");

            migrationBuilder.CreateIndex(
                name: "ix_life_events_recorded_by_id",
                table: "life_events",
                column: "recorded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_life_events_village_id_on",
                table: "life_events",
                columns: new[] { "village_id", "on_day" });

            migrationBuilder.CreateIndex(
                name: "ix_not_duplicates_first_id_second_id",
                table: "not_duplicates",
                columns: new[] { "first_id", "second_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_not_duplicates_second_id",
                table: "not_duplicates",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_product_tariffs_letter",
                table: "product_tariffs",
                column: "letter",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_product_tariffs_product_code",
                table: "product_tariffs",
                column: "product_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risk_records_household_id",
                table: "risk_records",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_roster_batches_staff_id",
                table: "roster_batches",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_roster_batches_village_id_at",
                table: "roster_batches",
                columns: new[] { "village_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_roster_changes_batch_id",
                table: "roster_changes",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_roster_findings_batch_id_round_sheet_row",
                table: "roster_findings",
                columns: new[] { "batch_id", "round", "sheet", "row_no" });

            migrationBuilder.CreateIndex(
                name: "ix_roster_recipes_village_id_header_hash",
                table: "roster_recipes",
                columns: new[] { "village_id", "header_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visits_agent_id",
                table: "visits",
                column: "agent_id");

            migrationBuilder.CreateIndex(
                name: "ix_visits_household_id_on",
                table: "visits",
                columns: new[] { "household_id", "on_day" });

            migrationBuilder.CreateIndex(
                name: "ix_visits_village_id_on",
                table: "visits",
                columns: new[] { "village_id", "on_day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "committee_feedback");

            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropTable(
                name: "corrections");

            migrationBuilder.DropTable(
                name: "covers_elsewhere");

            migrationBuilder.DropTable(
                name: "day_plans");

            migrationBuilder.DropTable(
                name: "export_requests");

            migrationBuilder.DropTable(
                name: "field_changes");

            migrationBuilder.DropTable(
                name: "household_files");

            migrationBuilder.DropTable(
                name: "household_merges");

            migrationBuilder.DropTable(
                name: "life_events");

            migrationBuilder.DropTable(
                name: "not_duplicates");

            migrationBuilder.DropTable(
                name: "product_tariffs");

            migrationBuilder.DropTable(
                name: "risk_records");

            migrationBuilder.DropTable(
                name: "roster_changes");

            migrationBuilder.DropTable(
                name: "roster_findings");

            migrationBuilder.DropTable(
                name: "roster_recipes");

            migrationBuilder.DropTable(
                name: "visits");

            migrationBuilder.DropTable(
                name: "roster_batches");

            migrationBuilder.DropIndex(
                name: "ix_memberships_household_id",
                table: "memberships");

            migrationBuilder.DropIndex(
                name: "ix_memberships_person_id",
                table: "memberships");

            migrationBuilder.DropIndex(
                name: "ix_household_places_household_id",
                table: "household_places");

            migrationBuilder.DropIndex(
                name: "ix_household_places_village_id_household_id",
                table: "household_places");

            migrationBuilder.DropIndex(
                name: "ix_enrolments_person_id",
                table: "enrolments");

            migrationBuilder.DropColumn(
                name: "has_medical_insurance",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "has_pension",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "health_note",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "occupation",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "left_known_on",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "address",
                table: "households");

            migrationBuilder.DropColumn(
                name: "debt_band",
                table: "households");

            migrationBuilder.DropColumn(
                name: "housing",
                table: "households");

            migrationBuilder.DropColumn(
                name: "machines",
                table: "households");

            migrationBuilder.DropColumn(
                name: "relief",
                table: "households");

            migrationBuilder.DropColumn(
                name: "to_known_on",
                table: "household_places");

            migrationBuilder.DropColumn(
                name: "to_known_on",
                table: "enrolments");

            migrationBuilder.AlterColumn<Guid>(
                name: "batch_id",
                table: "policies",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<byte[]>(
                name: "id_number_index",
                table: "persons",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true);

            migrationBuilder.AlterColumn<byte[]>(
                name: "id_number_cipher",
                table: "persons",
                type: "bytea",
                nullable: false,
                defaultValue: new byte[0],
                oldClrType: typeof(byte[]),
                oldType: "bytea",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "batch_id",
                table: "persons",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "batch_id",
                table: "payments",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "batch_id",
                table: "memberships",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "batch_id",
                table: "households",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "batch_id",
                table: "household_places",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "batch_id",
                table: "enrolments",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_memberships_household_id",
                table: "memberships",
                column: "household_id")
                .Annotation("Npgsql:IndexInclude", new[] { "village_id", "group_id", "person_id", "residence", "join_reason", "joined_on", "left_on", "known_on" });

            migrationBuilder.CreateIndex(
                name: "ix_memberships_person_id",
                table: "memberships",
                column: "person_id")
                .Annotation("Npgsql:IndexInclude", new[] { "village_id", "group_id", "household_id", "residence", "join_reason", "joined_on", "left_on", "known_on" });

            migrationBuilder.CreateIndex(
                name: "ix_household_places_household_id",
                table: "household_places",
                column: "household_id")
                .Annotation("Npgsql:IndexInclude", new[] { "village_id", "group_id", "is_family", "from_day", "to_day", "known_on" });

            migrationBuilder.CreateIndex(
                name: "ix_household_places_village_id_household_id",
                table: "household_places",
                columns: new[] { "village_id", "household_id" })
                .Annotation("Npgsql:IndexInclude", new[] { "group_id", "is_family", "from_day", "to_day", "known_on" });

            migrationBuilder.CreateIndex(
                name: "ix_enrolments_person_id",
                table: "enrolments",
                column: "person_id")
                .Annotation("Npgsql:IndexInclude", new[] { "village_id", "group_id", "stage", "from_day", "to_day", "known_on" });
        }
    }
}
