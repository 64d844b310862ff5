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
                name: "calendar_days");

            migrationBuilder.DropTable(
                name: "cycle_steps");

            migrationBuilder.DropTable(
                name: "number_series");

            migrationBuilder.DropTable(
                name: "paper_templates");

            migrationBuilder.DropTable(
                name: "print_records");

            migrationBuilder.DropTable(
                name: "titles");

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
