using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VillageInsurance.UseCases.Data.Migrations
{
    /// <inheritdoc />
    public partial class SealedDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What is typed just now stays: it opens as it is, and is sealed when it is saved next.
            migrationBuilder.Sql("alter table drafts alter column content type bytea using convert_to(content::text, 'UTF8')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("delete from drafts where get_byte(content, 0) = 1; alter table drafts alter column content type jsonb using convert_from(content, 'UTF8')::jsonb");
        }
    }
}
