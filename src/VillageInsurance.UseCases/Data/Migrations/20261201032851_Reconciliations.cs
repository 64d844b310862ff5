using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VillageInsurance.UseCases.Data.Migrations
{
    /// <inheritdoc />
    public partial class Reconciliations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "ix_premium_exceptions_opened_on_id",
                table: "premium_exceptions",
                columns: new[] { "opened_on", "id" },
                filter: "decision is null");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reconciled_lines");

            migrationBuilder.DropTable(
                name: "reconciliations");

            migrationBuilder.DropIndex(
                name: "ix_premium_exceptions_opened_on_id",
                table: "premium_exceptions");
        }
    }
}
