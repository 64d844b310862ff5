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
                name: "plaque_number",
                table: "sites",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "basis_id",
                table: "schemes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid[]>(
                name: "editor_ids",
                table: "schemes",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.AddColumn<Guid>(
                name: "published_by_id",
                table: "schemes",
                type: "uuid",
                nullable: true);

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
                name: "agent_services",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    points = table.Column<string>(type: "jsonb", nullable: false),
                    recommended_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recommended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    vetted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    vetting = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    trained_from = table.Column<DateOnly>(type: "date", nullable: true),
                    trained_to = table.Column<DateOnly>(type: "date", nullable: true),
                    form_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    registered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    letter_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    assigned_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assigned_on = table.Column<DateOnly>(type: "date", nullable: true),
                    full_time = table.Column<bool>(type: "boolean", nullable: false),
                    suspended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agent_services", x => x.id);
                    table.CheckConstraint("ck_nobody_assigns_whom_they_put_forward", "assigned_by_id <> recommended_by_id and assigned_by_id <> vetted_by_id");
                    table.ForeignKey(
                        name: "fk_agent_services_areas_group_id",
                        column: x => x.group_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agent_services_areas_village_id",
                        column: x => x.village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agent_services_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scheme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    previous_id = table.Column<Guid>(type: "uuid", nullable: true),
                    terms = table.Column<string>(type: "jsonb", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    created_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_edited_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    submitted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opinion = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreements", x => x.id);
                    table.CheckConstraint("ck_nobody_decides_their_own_agreement", "decided_by_id <> submitted_by_id and decided_by_id <> created_by_id");
                    table.ForeignKey(
                        name: "fk_agreements_agreements_previous_id",
                        column: x => x.previous_id,
                        principalTable: "agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreements_areas_village_id",
                        column: x => x.village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agreements_schemes_scheme_id",
                        column: x => x.scheme_id,
                        principalTable: "schemes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "candidate_choices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    compared = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    chosen = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_candidate_choices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "committee_members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    post = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    in_charge = table.Column<bool>(type: "boolean", nullable: false),
                    resolved_on = table.Column<DateOnly>(type: "date", nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_committee_members", x => x.id);
                    table.ForeignKey(
                        name: "fk_committee_members_areas_village_id",
                        column: x => x.village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "departments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_departments", x => x.id);
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
                name: "launch_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    task = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    done_on = table.Column<DateOnly>(type: "date", nullable: false),
                    paper = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reported_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_launch_records", x => x.id);
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
                name: "paper_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    uploaded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paper_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "print_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    form = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    standing = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    check_code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    printed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    job_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_print_records", x => x.id);
                    table.ForeignKey(
                        name: "fk_print_records_areas_village_id",
                        column: x => x.village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "programme_costs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    payer = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    fen = table.Column<long>(type: "bigint", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_costs", x => x.id);
                    table.CheckConstraint("ck_cost_amount", "fen > 0");
                });

            migrationBuilder.CreateTable(
                name: "programme_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    points = table.Column<string>(type: "jsonb", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    published_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_programme_texts", x => x.id);
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
                name: "supervisor_appointments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    points = table.Column<string>(type: "jsonb", nullable: false),
                    nominated_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nominated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    letter_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervisor_appointments", x => x.id);
                    table.CheckConstraint("ck_nobody_appoints_whom_they_nominated", "decided_by_id <> nominated_by_id");
                    table.ForeignKey(
                        name: "fk_supervisor_appointments_areas_group_id",
                        column: x => x.group_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_supervisor_appointments_areas_village_id",
                        column: x => x.village_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_supervisor_appointments_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "trainings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    audience = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    hours = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    topic = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trainings", x => x.id);
                    table.ForeignKey(
                        name: "fk_trainings_areas_area_id",
                        column: x => x.area_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "village_plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    villages = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_village_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "year_summaries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_year_summaries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agent_violations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    happened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    facts = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    measure = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agent_violations", x => x.id);
                    table.ForeignKey(
                        name: "fk_agent_violations_agent_services_service_id",
                        column: x => x.service_id,
                        principalTable: "agent_services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customer_notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    policies = table.Column<int>(type: "integer", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    how = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_notices", x => x.id);
                    table.ForeignKey(
                        name: "fk_customer_notices_agent_services_service_id",
                        column: x => x.service_id,
                        principalTable: "agent_services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_customer_notices_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "household_charges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_charges", x => x.id);
                    table.ForeignKey(
                        name: "fk_household_charges_agent_services_service_id",
                        column: x => x.service_id,
                        principalTable: "agent_services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_household_charges_households_household_id",
                        column: x => x.household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "department_names",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    department_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_department_names", x => x.id);
                    table.ForeignKey(
                        name: "fk_department_names_departments_department_id",
                        column: x => x.department_id,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "leadership_seats",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_id = table.Column<Guid>(type: "uuid", nullable: false),
                    department_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    post = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leadership_seats", x => x.id);
                    table.ForeignKey(
                        name: "fk_leadership_seats_areas_area_id",
                        column: x => x.area_id,
                        principalTable: "areas",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_leadership_seats_departments_department_id",
                        column: x => x.department_id,
                        principalTable: "departments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "commitment_letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    service_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    text_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signed_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    on_paper = table.Column<bool>(type: "boolean", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commitment_letters", x => x.id);
                    table.ForeignKey(
                        name: "fk_commitment_letters_agent_services_service_id",
                        column: x => x.service_id,
                        principalTable: "agent_services",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_commitment_letters_programme_texts_text_id",
                        column: x => x.text_id,
                        principalTable: "programme_texts",
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
                name: "supervisor_assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    appointment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    sheet = table.Column<string>(type: "jsonb", nullable: false),
                    passed = table.Column<bool>(type: "boolean", nullable: false),
                    assessed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supervisor_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_supervisor_assessments_supervisor_appointments_appointment_",
                        column: x => x.appointment_id,
                        principalTable: "supervisor_appointments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_attendances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    training_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    attended = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_attendances", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_attendances_staff_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_training_attendances_trainings_training_id",
                        column: x => x.training_id,
                        principalTable: "trainings",
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
                    ceremony_on = table.Column<DateOnly>(type: "date", nullable: true),
                    plaque_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    plaque_hung_on = table.Column<DateOnly>(type: "date", nullable: true),
                    monument_set_on = table.Column<DateOnly>(type: "date", nullable: true),
                    monument_place = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    reward_sheet = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
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
                    review_number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
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
                name: "reward_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title_id = table.Column<Guid>(type: "uuid", nullable: true),
                    year = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    payee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    payee = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: true),
                    fen = table.Column<long>(type: "bigint", nullable: false),
                    prepared_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prepared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    resolution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    decided_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    opinion = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    payment_reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    paid_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    used_for = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    use_note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    used_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reward_lines", x => x.id);
                    table.CheckConstraint("ck_reward_amount", "fen >= 0");
                    table.CheckConstraint("ck_reward_decider", "decided_by_id <> prepared_by_id and (payee_id is null or decided_by_id <> payee_id)");
                    table.CheckConstraint("ck_reward_payer", "paid_by_id <> decided_by_id");
                    table.ForeignKey(
                        name: "fk_reward_lines_titles_title_id",
                        column: x => x.title_id,
                        principalTable: "titles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "title_checks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    kept = table.Column<bool>(type: "boolean", nullable: false),
                    grounds = table.Column<int[]>(type: "integer[]", nullable: false),
                    finding = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_title_checks", x => x.id);
                    table.ForeignKey(
                        name: "fk_title_checks_titles_title_id",
                        column: x => x.title_id,
                        principalTable: "titles",
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
                name: "ix_schemes_basis_id",
                table: "schemes",
                column: "basis_id");

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
                name: "ix_agent_services_group_id",
                table: "agent_services",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_agent_services_staff_id_village_id",
                table: "agent_services",
                columns: new[] { "staff_id", "village_id" },
                unique: true,
                filter: "status not in ('Left', 'TurnedDown')");

            migrationBuilder.CreateIndex(
                name: "ix_agent_services_village_id_status",
                table: "agent_services",
                columns: new[] { "village_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_agent_violations_service_id",
                table: "agent_violations",
                column: "service_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_number",
                table: "agreements",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreements_previous_id",
                table: "agreements",
                column: "previous_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_scheme_id",
                table: "agreements",
                column: "scheme_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreements_status_to",
                table: "agreements",
                columns: new[] { "status", "to" });

            migrationBuilder.CreateIndex(
                name: "ix_agreements_village_id",
                table: "agreements",
                column: "village_id",
                unique: true,
                filter: "status = 'InForce'");

            migrationBuilder.CreateIndex(
                name: "ix_calendar_days_day",
                table: "calendar_days",
                column: "day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_candidate_choices_village_id_year",
                table: "candidate_choices",
                columns: new[] { "village_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_commitment_letters_number",
                table: "commitment_letters",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commitment_letters_service_id_year",
                table: "commitment_letters",
                columns: new[] { "service_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_commitment_letters_text_id",
                table: "commitment_letters",
                column: "text_id");

            migrationBuilder.CreateIndex(
                name: "ix_committee_members_village_id",
                table: "committee_members",
                column: "village_id",
                unique: true,
                filter: "in_charge and \"to\" is null");

            migrationBuilder.CreateIndex(
                name: "ix_committee_members_village_id_from",
                table: "committee_members",
                columns: new[] { "village_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_customer_notices_due",
                table: "customer_notices",
                column: "due",
                filter: "told_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_customer_notices_person_id",
                table: "customer_notices",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_customer_notices_service_id_person_id",
                table: "customer_notices",
                columns: new[] { "service_id", "person_id" },
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
                name: "ix_declarations_review_number",
                table: "declarations",
                column: "review_number",
                unique: true);

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
                name: "ix_department_names_department_id_from",
                table: "department_names",
                columns: new[] { "department_id", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_departments_code",
                table: "departments",
                column: "code",
                unique: true);

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
                name: "ix_household_charges_household_id",
                table: "household_charges",
                column: "household_id",
                unique: true,
                filter: "\"to\" is null");

            migrationBuilder.CreateIndex(
                name: "ix_household_charges_service_id",
                table: "household_charges",
                column: "service_id",
                filter: "\"to\" is null");

            migrationBuilder.CreateIndex(
                name: "ix_household_charges_village_id",
                table: "household_charges",
                column: "village_id");

            migrationBuilder.CreateIndex(
                name: "ix_launch_records_village_id_year_task",
                table: "launch_records",
                columns: new[] { "village_id", "year", "task" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_launch_records_year",
                table: "launch_records",
                column: "year");

            migrationBuilder.CreateIndex(
                name: "ix_leadership_seats_area_id_from",
                table: "leadership_seats",
                columns: new[] { "area_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_leadership_seats_department_id",
                table: "leadership_seats",
                column: "department_id");

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
                name: "ix_paper_templates_kind_number",
                table: "paper_templates",
                columns: new[] { "kind", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_print_records_job_id",
                table: "print_records",
                column: "job_id",
                filter: "job_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_print_records_number",
                table: "print_records",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_print_records_record_id",
                table: "print_records",
                column: "record_id");

            migrationBuilder.CreateIndex(
                name: "ix_print_records_village_id",
                table: "print_records",
                column: "village_id");

            migrationBuilder.CreateIndex(
                name: "ix_programme_costs_year",
                table: "programme_costs",
                column: "year");

            migrationBuilder.CreateIndex(
                name: "ix_programme_texts_kind_number",
                table: "programme_texts",
                columns: new[] { "kind", "number" },
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
                name: "ix_reward_lines_payee_id_month",
                table: "reward_lines",
                columns: new[] { "payee_id", "month" },
                unique: true,
                filter: "month is not null and status <> 'Refused'");

            migrationBuilder.CreateIndex(
                name: "ix_reward_lines_title_id",
                table: "reward_lines",
                column: "title_id");

            migrationBuilder.CreateIndex(
                name: "ix_reward_lines_title_id_kind",
                table: "reward_lines",
                columns: new[] { "title_id", "kind" },
                unique: true,
                filter: "title_id is not null and payee_id is null and status <> 'Refused'");

            migrationBuilder.CreateIndex(
                name: "ix_reward_lines_title_id_payee_id_kind",
                table: "reward_lines",
                columns: new[] { "title_id", "payee_id", "kind" },
                unique: true,
                filter: "title_id is not null and payee_id is not null and status <> 'Refused'");

            migrationBuilder.CreateIndex(
                name: "ix_reward_lines_year_status",
                table: "reward_lines",
                columns: new[] { "year", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_supervisor_appointments_group_id",
                table: "supervisor_appointments",
                column: "group_id",
                unique: true,
                filter: "status = 'Appointed' and group_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_supervisor_appointments_letter_number",
                table: "supervisor_appointments",
                column: "letter_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_supervisor_appointments_staff_id",
                table: "supervisor_appointments",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_supervisor_appointments_village_id",
                table: "supervisor_appointments",
                column: "village_id",
                unique: true,
                filter: "status = 'Appointed' and group_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_supervisor_assessments_appointment_id_year",
                table: "supervisor_assessments",
                columns: new[] { "appointment_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_supervisor_assessments_village_id_year",
                table: "supervisor_assessments",
                columns: new[] { "village_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_title_checks_title_id_year",
                table: "title_checks",
                columns: new[] { "title_id", "year" });

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
                name: "ix_titles_reward_sheet",
                table: "titles",
                column: "reward_sheet",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_titles_village_id",
                table: "titles",
                column: "village_id");

            migrationBuilder.CreateIndex(
                name: "ix_training_attendances_staff_id",
                table: "training_attendances",
                column: "staff_id");

            migrationBuilder.CreateIndex(
                name: "ix_training_attendances_training_id_staff_id_village_id",
                table: "training_attendances",
                columns: new[] { "training_id", "staff_id", "village_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_trainings_area_id",
                table: "trainings",
                column: "area_id");

            migrationBuilder.CreateIndex(
                name: "ix_trainings_audience_held_on",
                table: "trainings",
                columns: new[] { "audience", "held_on" });

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

            migrationBuilder.CreateIndex(
                name: "ix_village_plans_village_id_year",
                table: "village_plans",
                columns: new[] { "village_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_year_summaries_village_id_year",
                table: "year_summaries",
                columns: new[] { "village_id", "year" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_schemes_schemes_basis_id",
                table: "schemes",
                column: "basis_id",
                principalTable: "schemes",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_schemes_schemes_basis_id",
                table: "schemes");

            migrationBuilder.DropTable(
                name: "agent_violations");

            migrationBuilder.DropTable(
                name: "agreements");

            migrationBuilder.DropTable(
                name: "calendar_days");

            migrationBuilder.DropTable(
                name: "candidate_choices");

            migrationBuilder.DropTable(
                name: "commitment_letters");

            migrationBuilder.DropTable(
                name: "committee_members");

            migrationBuilder.DropTable(
                name: "customer_notices");

            migrationBuilder.DropTable(
                name: "cycle_steps");

            migrationBuilder.DropTable(
                name: "department_names");

            migrationBuilder.DropTable(
                name: "final_replies");

            migrationBuilder.DropTable(
                name: "forwarding_lines");

            migrationBuilder.DropTable(
                name: "household_charges");

            migrationBuilder.DropTable(
                name: "launch_records");

            migrationBuilder.DropTable(
                name: "leadership_seats");

            migrationBuilder.DropTable(
                name: "notice_objections");

            migrationBuilder.DropTable(
                name: "notice_places");

            migrationBuilder.DropTable(
                name: "number_series");

            migrationBuilder.DropTable(
                name: "paper_templates");

            migrationBuilder.DropTable(
                name: "print_records");

            migrationBuilder.DropTable(
                name: "programme_costs");

            migrationBuilder.DropTable(
                name: "review_sheets");

            migrationBuilder.DropTable(
                name: "reward_lines");

            migrationBuilder.DropTable(
                name: "supervisor_assessments");

            migrationBuilder.DropTable(
                name: "title_checks");

            migrationBuilder.DropTable(
                name: "training_attendances");

            migrationBuilder.DropTable(
                name: "village_plans");

            migrationBuilder.DropTable(
                name: "year_summaries");

            migrationBuilder.DropTable(
                name: "programme_texts");

            migrationBuilder.DropTable(
                name: "meeting_minutes");

            migrationBuilder.DropTable(
                name: "forwarding_lists");

            migrationBuilder.DropTable(
                name: "agent_services");

            migrationBuilder.DropTable(
                name: "departments");

            migrationBuilder.DropTable(
                name: "public_notices");

            migrationBuilder.DropTable(
                name: "declarations");

            migrationBuilder.DropTable(
                name: "supervisor_appointments");

            migrationBuilder.DropTable(
                name: "titles");

            migrationBuilder.DropTable(
                name: "trainings");

            migrationBuilder.DropTable(
                name: "figure_snapshots");

            migrationBuilder.DropTable(
                name: "village_cycles");

            migrationBuilder.DropIndex(
                name: "ix_schemes_basis_id",
                table: "schemes");

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
                name: "plaque_number",
                table: "sites");

            migrationBuilder.DropColumn(
                name: "basis_id",
                table: "schemes");

            migrationBuilder.DropColumn(
                name: "editor_ids",
                table: "schemes");

            migrationBuilder.DropColumn(
                name: "published_by_id",
                table: "schemes");

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
