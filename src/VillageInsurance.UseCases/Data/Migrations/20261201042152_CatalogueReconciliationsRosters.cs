using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VillageInsurance.UseCases.Data.Migrations
{
    /// <inheritdoc />
    public partial class CatalogueReconciliationsRosters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_roster_recipes_village_id_header_hash",
                table: "roster_recipes");

            migrationBuilder.AddColumn<Guid>(
                name: "group_id",
                table: "roster_recipes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "group_id",
                table: "roster_findings",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "group_id",
                table: "roster_changes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "group_id",
                table: "roster_batches",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "swept_at",
                table: "roster_batches",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "batch_id",
                table: "products",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "insurer",
                table: "products",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<int[]>(
                name: "pay_modes",
                table: "products",
                type: "integer[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<DateOnly>(
                name: "valid_from",
                table: "products",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "valid_to",
                table: "products",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "policy_advices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    village_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: true),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    product_id = table.Column<Guid>(type: "uuid", nullable: false),
                    policy_id = table.Column<Guid>(type: "uuid", nullable: true),
                    findings = table.Column<int[]>(type: "integer[]", nullable: false),
                    decision = table.Column<short>(type: "smallint", nullable: false),
                    recorded_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_policy_advices", x => x.id);
                    table.ForeignKey(
                        name: "fk_policy_advices_households_household_id",
                        column: x => x.household_id,
                        principalTable: "households",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_policy_advices_policies_policy_id",
                        column: x => x.policy_id,
                        principalTable: "policies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_policy_advices_products_product_id",
                        column: x => x.product_id,
                        principalTable: "products",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_policy_advices_staff_members_recorded_by_id",
                        column: x => x.recorded_by_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "product_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    product_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    terms = table.Column<string>(type: "jsonb", nullable: false),
                    status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    drafted_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    by_list = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_product_versions", x => x.id);
                    table.CheckConstraint("ck_nobody_publishes_their_own", "published_by_id <> drafted_by_id or (by_list and number = 1)");
                    table.ForeignKey(
                        name: "fk_product_versions_staff_members_drafted_by_id",
                        column: x => x.drafted_by_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_product_versions_staff_members_published_by_id",
                        column: x => x.published_by_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reconciliations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    file_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    why = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    counts = table.Column<string>(type: "jsonb", nullable: false),
                    closed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reconciliations", x => x.id);
                    table.CheckConstraint("ck_reconciliations_nobody_decides_their_own", "closed_by_id <> staff_id");
                    table.ForeignKey(
                        name: "fk_reconciliations_staff_members_closed_by_id",
                        column: x => x.closed_by_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reconciliations_staff_members_staff_id",
                        column: x => x.staff_id,
                        principalTable: "staff_members",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reconciled_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reconciliation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    verdict = table.Column<short>(type: "smallint", nullable: false),
                    sheet = table.Column<short>(type: "smallint", nullable: true),
                    row_no = table.Column<int>(type: "integer", nullable: true),
                    policy_id = table.Column<Guid>(type: "uuid", nullable: true),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    cells = table.Column<byte[]>(type: "bytea", nullable: false),
                    explanation = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    explained_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    explained_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reconciled_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_reconciled_lines_reconciliations_reconciliation_id",
                        column: x => x.reconciliation_id,
                        principalTable: "reconciliations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_roster_recipes_group_id",
                table: "roster_recipes",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_roster_recipes_village_id_group_id_header_hash",
                table: "roster_recipes",
                columns: new[] { "village_id", "group_id", "header_hash" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_roster_batches_group_id",
                table: "roster_batches",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_premium_exceptions_opened_on_id",
                table: "premium_exceptions",
                columns: new[] { "opened_on", "id" },
                filter: "decision is null");

            migrationBuilder.CreateIndex(
                name: "ix_policy_advices_household_id",
                table: "policy_advices",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_policy_advices_policy_id",
                table: "policy_advices",
                column: "policy_id");

            migrationBuilder.CreateIndex(
                name: "ix_policy_advices_product_id",
                table: "policy_advices",
                column: "product_id");

            migrationBuilder.CreateIndex(
                name: "ix_policy_advices_recorded_by_id",
                table: "policy_advices",
                column: "recorded_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_product_versions_code_number",
                table: "product_versions",
                columns: new[] { "code", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_product_versions_drafted_by_id",
                table: "product_versions",
                column: "drafted_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_product_versions_product_id",
                table: "product_versions",
                column: "product_id",
                unique: true,
                filter: "status = 'Draft'");

            migrationBuilder.CreateIndex(
                name: "ix_product_versions_product_id_number",
                table: "product_versions",
                columns: new[] { "product_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_product_versions_published_by_id",
                table: "product_versions",
                column: "published_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_reconciled_lines_reconciliation_id_ordinal",
                table: "reconciled_lines",
                columns: new[] { "reconciliation_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reconciled_lines_reconciliation_id_verdict_ordinal",
                table: "reconciled_lines",
                columns: new[] { "reconciliation_id", "verdict", "ordinal" })
                .Annotation("Npgsql:IndexInclude", new[] { "explained_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_reconciliations_at_id",
                table: "reconciliations",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_reconciliations_closed_by_id",
                table: "reconciliations",
                column: "closed_by_id");

            migrationBuilder.CreateIndex(
                name: "ix_reconciliations_file_hash",
                table: "reconciliations",
                column: "file_hash");

            migrationBuilder.CreateIndex(
                name: "ix_reconciliations_staff_id",
                table: "reconciliations",
                column: "staff_id");

            migrationBuilder.AddForeignKey(
                name: "fk_roster_batches_areas_group_id",
                table: "roster_batches",
                column: "group_id",
                principalTable: "areas",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_roster_recipes_areas_group_id",
                table: "roster_recipes",
                column: "group_id",
                principalTable: "areas",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_roster_batches_areas_group_id",
                table: "roster_batches");

            migrationBuilder.DropForeignKey(
                name: "fk_roster_recipes_areas_group_id",
                table: "roster_recipes");

            migrationBuilder.DropTable(
                name: "policy_advices");

            migrationBuilder.DropTable(
                name: "product_versions");

            migrationBuilder.DropTable(
                name: "reconciled_lines");

            migrationBuilder.DropTable(
                name: "reconciliations");

            migrationBuilder.DropIndex(
                name: "ix_roster_recipes_group_id",
                table: "roster_recipes");

            migrationBuilder.DropIndex(
                name: "ix_roster_recipes_village_id_group_id_header_hash",
                table: "roster_recipes");

            migrationBuilder.DropIndex(
                name: "ix_roster_batches_group_id",
                table: "roster_batches");

            migrationBuilder.DropIndex(
                name: "ix_premium_exceptions_opened_on_id",
                table: "premium_exceptions");

            migrationBuilder.DropColumn(
                name: "group_id",
                table: "roster_recipes");

            migrationBuilder.DropColumn(
                name: "group_id",
                table: "roster_findings");

            migrationBuilder.DropColumn(
                name: "group_id",
                table: "roster_changes");

            migrationBuilder.DropColumn(
                name: "group_id",
                table: "roster_batches");

            migrationBuilder.DropColumn(
                name: "swept_at",
                table: "roster_batches");

            migrationBuilder.DropColumn(
                name: "insurer",
                table: "products");

            migrationBuilder.DropColumn(
                name: "pay_modes",
                table: "products");

            migrationBuilder.DropColumn(
                name: "valid_from",
                table: "products");

            migrationBuilder.DropColumn(
                name: "valid_to",
                table: "products");

            migrationBuilder.AlterColumn<Guid>(
                name: "batch_id",
                table: "products",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_roster_recipes_village_id_header_hash",
                table: "roster_recipes",
                columns: new[] { "village_id", "header_hash" },
                unique: true);
        }
    }
}
