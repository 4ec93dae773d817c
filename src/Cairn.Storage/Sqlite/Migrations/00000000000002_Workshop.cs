using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WorkshopTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "family_statement",
                table: "targets",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "is_priority",
                table: "targets",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "official_statement",
                table: "targets",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "rules",
                table: "standings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "non_scores",
                table: "scales",
                type: "TEXT",
                nullable: false,
                defaultValue: "[{\"Code\":1,\"Label\":\"\",\"IsOffered\":true},{\"Code\":2,\"Label\":\"\",\"IsOffered\":true},{\"Code\":3,\"Label\":\"\",\"IsOffered\":true}]");

            migrationBuilder.AddColumn<bool>(
                name: "is_locked",
                table: "rules",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<byte[]>(
                name: "program",
                table: "rules",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "school",
                table: "rules",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "stage",
                table: "rules",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "target",
                table: "rules",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "organizations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "program",
                table: "learners",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "school",
                table: "learners",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "frameworks",
                table: "head",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "ended_at",
                table: "groups",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "kind",
                table: "groups",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "groups",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "identifier",
                table: "frameworks",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "frameworks",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<long>(
                name: "adopted_at",
                table: "framework_versions",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<int>(
                name: "edits",
                table: "framework_versions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "note",
                table: "framework_versions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "claimed_role",
                table: "educators",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "ended_at",
                table: "educators",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                table: "educators",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "family_words",
                table: "descriptors",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "is_priority",
                table: "competencies",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "official_statement",
                table: "competencies",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "refresh_after_days",
                table: "competencies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "priority_cap",
                table: "areas",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "associations",
                columns: table => new
                {
                    version = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    origin = table.Column<byte[]>(type: "BLOB", nullable: true),
                    destination = table.Column<byte[]>(type: "BLOB", nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    other_kind = table.Column<string>(type: "TEXT", nullable: false),
                    origin_text = table.Column<string>(type: "TEXT", nullable: false),
                    destination_text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_associations", x => new { x.version, x.id });
                    table.ForeignKey(
                        name: "FK_associations_framework_versions_version",
                        column: x => x.version,
                        principalTable: "framework_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exemplars",
                columns: table => new
                {
                    version = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    level = table.Column<long>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exemplars", x => new { x.version, x.id });
                    table.ForeignKey(
                        name: "FK_exemplars_competencies_version_competency",
                        columns: x => new { x.version, x.competency },
                        principalTable: "competencies",
                        principalColumns: new[] { "version", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "guardians",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    username = table.Column<string>(type: "TEXT", nullable: false, collation: "NOCASE"),
                    display_name = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guardians", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_runs",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: true),
                    before = table.Column<byte[]>(type: "BLOB", nullable: true),
                    applied_at = table.Column<long>(type: "INTEGER", nullable: true),
                    undone_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programs",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programs", x => x.id);
                    table.ForeignKey(
                        name: "FK_programs_organizations_organization",
                        column: x => x.organization,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "scale_assignments",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    framework = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: true),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    effective_from = table.Column<long>(type: "INTEGER", nullable: false),
                    scale = table.Column<byte[]>(type: "BLOB", nullable: false),
                    school = table.Column<byte[]>(type: "BLOB", nullable: true),
                    program = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_locked = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scale_assignments", x => x.id);
                    table.ForeignKey(
                        name: "FK_scale_assignments_frameworks_framework",
                        column: x => x.framework,
                        principalTable: "frameworks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_scale_assignments_scales_scale",
                        column: x => x.scale,
                        principalTable: "scales",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "source_packages",
                columns: table => new
                {
                    version = table.Column<byte[]>(type: "BLOB", nullable: false),
                    format = table.Column<string>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_source_packages", x => x.version);
                    table.ForeignKey(
                        name: "FK_source_packages_framework_versions_version",
                        column: x => x.version,
                        principalTable: "framework_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stage_descriptors",
                columns: table => new
                {
                    version = table.Column<byte[]>(type: "BLOB", nullable: false),
                    target = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stage = table.Column<int>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    family_words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stage_descriptors", x => new { x.version, x.target, x.stage });
                    table.ForeignKey(
                        name: "FK_stage_descriptors_targets_version_target",
                        columns: x => new { x.version, x.target },
                        principalTable: "targets",
                        principalColumns: new[] { "version", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "terms",
                columns: table => new
                {
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    one = table.Column<string>(type: "TEXT", nullable: false),
                    many = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_terms", x => new { x.language, x.key });
                });

            migrationBuilder.CreateTable(
                name: "guardianships",
                columns: table => new
                {
                    guardian = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guardianships", x => new { x.guardian, x.learner, x.from });
                    table.ForeignKey(
                        name: "FK_guardianships_guardians_guardian",
                        column: x => x.guardian,
                        principalTable: "guardians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_guardianships_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_exemplars_version_competency",
                table: "exemplars",
                columns: new[] { "version", "competency" });

            migrationBuilder.CreateIndex(
                name: "IX_guardians_username",
                table: "guardians",
                column: "username",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_guardianships_learner",
                table: "guardianships",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_programs_organization",
                table: "programs",
                column: "organization");

            migrationBuilder.CreateIndex(
                name: "IX_scale_assignments_framework",
                table: "scale_assignments",
                column: "framework");

            migrationBuilder.CreateIndex(
                name: "IX_scale_assignments_scale",
                table: "scale_assignments",
                column: "scale");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "associations");

            migrationBuilder.DropTable(
                name: "exemplars");

            migrationBuilder.DropTable(
                name: "guardianships");

            migrationBuilder.DropTable(
                name: "import_runs");

            migrationBuilder.DropTable(
                name: "programs");

            migrationBuilder.DropTable(
                name: "scale_assignments");

            migrationBuilder.DropTable(
                name: "source_packages");

            migrationBuilder.DropTable(
                name: "stage_descriptors");

            migrationBuilder.DropTable(
                name: "terms");

            migrationBuilder.DropTable(
                name: "guardians");

            migrationBuilder.DropColumn(
                name: "family_statement",
                table: "targets");

            migrationBuilder.DropColumn(
                name: "is_priority",
                table: "targets");

            migrationBuilder.DropColumn(
                name: "official_statement",
                table: "targets");

            migrationBuilder.DropColumn(
                name: "rules",
                table: "standings");

            migrationBuilder.DropColumn(
                name: "non_scores",
                table: "scales");

            migrationBuilder.DropColumn(
                name: "is_locked",
                table: "rules");

            migrationBuilder.DropColumn(
                name: "program",
                table: "rules");

            migrationBuilder.DropColumn(
                name: "school",
                table: "rules");

            migrationBuilder.DropColumn(
                name: "stage",
                table: "rules");

            migrationBuilder.DropColumn(
                name: "target",
                table: "rules");

            migrationBuilder.DropColumn(
                name: "source",
                table: "organizations");

            migrationBuilder.DropColumn(
                name: "program",
                table: "learners");

            migrationBuilder.DropColumn(
                name: "school",
                table: "learners");

            migrationBuilder.DropColumn(
                name: "frameworks",
                table: "head");

            migrationBuilder.DropColumn(
                name: "ended_at",
                table: "groups");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "groups");

            migrationBuilder.DropColumn(
                name: "source",
                table: "groups");

            migrationBuilder.DropColumn(
                name: "identifier",
                table: "frameworks");

            migrationBuilder.DropColumn(
                name: "source",
                table: "frameworks");

            migrationBuilder.DropColumn(
                name: "edits",
                table: "framework_versions");

            migrationBuilder.DropColumn(
                name: "note",
                table: "framework_versions");

            migrationBuilder.DropColumn(
                name: "claimed_role",
                table: "educators");

            migrationBuilder.DropColumn(
                name: "ended_at",
                table: "educators");

            migrationBuilder.DropColumn(
                name: "source",
                table: "educators");

            migrationBuilder.DropColumn(
                name: "family_words",
                table: "descriptors");

            migrationBuilder.DropColumn(
                name: "is_priority",
                table: "competencies");

            migrationBuilder.DropColumn(
                name: "official_statement",
                table: "competencies");

            migrationBuilder.DropColumn(
                name: "refresh_after_days",
                table: "competencies");

            migrationBuilder.DropColumn(
                name: "priority_cap",
                table: "areas");

            migrationBuilder.AlterColumn<long>(
                name: "adopted_at",
                table: "framework_versions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
