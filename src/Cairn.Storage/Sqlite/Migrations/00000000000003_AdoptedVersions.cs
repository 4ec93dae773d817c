using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AdoptedVersions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            InsertOnly.GuardAdopted(
                migrationBuilder,
                "areas", "competencies", "targets", "stage_requirements", "descriptors",
                "stage_descriptors", "exemplars", "associations", "portrait_qualities", "portrait_links", "source_packages");

            // A cell has grown: what was packed before is concluded anew by cairn migrate.
            migrationBuilder.Sql("DELETE FROM standings;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
