using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VillageInsurance.UseCases.Data.Migrations
{
    /// <inheritdoc />
    public partial class RosterGroups : Migration
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

            migrationBuilder.DropIndex(
                name: "ix_roster_recipes_group_id",
                table: "roster_recipes");

            migrationBuilder.DropIndex(
                name: "ix_roster_recipes_village_id_group_id_header_hash",
                table: "roster_recipes");

            migrationBuilder.DropIndex(
                name: "ix_roster_batches_group_id",
                table: "roster_batches");

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

            migrationBuilder.CreateIndex(
                name: "ix_roster_recipes_village_id_header_hash",
                table: "roster_recipes",
                columns: new[] { "village_id", "header_hash" },
                unique: true);
        }
    }
}
