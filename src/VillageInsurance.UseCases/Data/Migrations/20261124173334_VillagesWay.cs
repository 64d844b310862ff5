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
                name: "ix_candidate_choices_village_id_year",
                table: "candidate_choices",
                columns: new[] { "village_id", "year" });

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
                name: "ix_launch_records_village_id_year_task",
                table: "launch_records",
                columns: new[] { "village_id", "year", "task" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_launch_records_year",
                table: "launch_records",
                column: "year");

            migrationBuilder.CreateIndex(
                name: "ix_number_series_kind_year",
                table: "number_series",
                columns: new[] { "kind", "year" },
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "ix_village_plans_village_id_year",
                table: "village_plans",
                columns: new[] { "village_id", "year" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calendar_days");

            migrationBuilder.DropTable(
                name: "candidate_choices");

            migrationBuilder.DropTable(
                name: "cycle_steps");

            migrationBuilder.DropTable(
                name: "launch_records");

            migrationBuilder.DropTable(
                name: "number_series");

            migrationBuilder.DropTable(
                name: "titles");

            migrationBuilder.DropTable(
                name: "village_plans");

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
                name: "plaque_number",
                table: "sites");

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
