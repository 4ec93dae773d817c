using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Core : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "educators",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    username = table.Column<string>(type: "TEXT", nullable: false, collation: "NOCASE"),
                    display_name = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_educators", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "frameworks",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frameworks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "head",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    last_recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_head", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "judgment_texts",
                columns: table => new
                {
                    judgment = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_judgment_texts", x => x.judgment);
                });

            migrationBuilder.CreateTable(
                name: "learners",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    username = table.Column<string>(type: "TEXT", nullable: false, collation: "NOCASE"),
                    given_name = table.Column<string>(type: "TEXT", nullable: false),
                    family_name = table.Column<string>(type: "TEXT", nullable: false),
                    birth_date = table.Column<int>(type: "INTEGER", nullable: true),
                    graduation_year = table.Column<int>(type: "INTEGER", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learners", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organizations",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organizations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "override_texts",
                columns: table => new
                {
                    @override = table.Column<byte[]>(name: "override", type: "BLOB", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_override_texts", x => x.@override);
                });

            migrationBuilder.CreateTable(
                name: "scales",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    line = table.Column<long>(type: "INTEGER", nullable: false),
                    levels = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scales", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "framework_versions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    framework = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    adopted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_stage = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_framework_versions", x => x.id);
                    table.ForeignKey(
                        name: "FK_framework_versions_frameworks_framework",
                        column: x => x.framework,
                        principalTable: "frameworks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rules",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    framework = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: true),
                    of_targets = table.Column<bool>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    effective_from = table.Column<long>(type: "INTEGER", nullable: false),
                    rule = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rules", x => x.id);
                    table.ForeignKey(
                        name: "FK_rules_frameworks_framework",
                        column: x => x.framework,
                        principalTable: "frameworks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    experience = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    source_key = table.Column<string>(type: "TEXT", nullable: false),
                    demonstrated_on = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence", x => x.id);
                    table.ForeignKey(
                        name: "FK_evidence_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "judgments",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    target = table.Column<byte[]>(type: "BLOB", nullable: true),
                    stage = table.Column<int>(type: "INTEGER", nullable: true),
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: true),
                    level = table.Column<long>(type: "INTEGER", nullable: true),
                    non_score = table.Column<int>(type: "INTEGER", nullable: true),
                    is_completion = table.Column<bool>(type: "INTEGER", nullable: false),
                    judge = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<int>(type: "INTEGER", nullable: false),
                    demonstrated_on = table.Column<long>(type: "INTEGER", nullable: false),
                    judged_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_judgments", x => new { x.learner, x.competency, x.id });
                    table.CheckConstraint("one_thing", "(level is not null) + (non_score is not null) + is_completion = 1");
                    table.ForeignKey(
                        name: "FK_judgments_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "overrides",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stage = table.Column<int>(type: "INTEGER", nullable: true),
                    level = table.Column<long>(type: "INTEGER", nullable: false),
                    author = table.Column<byte[]>(type: "BLOB", nullable: false),
                    decided_on = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_overrides", x => new { x.learner, x.competency, x.id });
                    table.ForeignKey(
                        name: "FK_overrides_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "retractions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    fact = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retractions", x => new { x.learner, x.id });
                    table.ForeignKey(
                        name: "FK_retractions_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stage_entries",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stage = table.Column<int>(type: "INTEGER", nullable: false),
                    entered_via = table.Column<string>(type: "TEXT", nullable: false),
                    baseline = table.Column<long>(type: "INTEGER", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    entered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stage_entries", x => new { x.learner, x.competency, x.id });
                    table.ForeignKey(
                        name: "FK_stage_entries_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "standings",
                columns: table => new
                {
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    framework = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    framework_number = table.Column<int>(type: "INTEGER", nullable: false),
                    as_of = table.Column<long>(type: "INTEGER", nullable: true),
                    cells = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_standings", x => new { x.learner, x.framework });
                    table.ForeignKey(
                        name: "FK_standings_frameworks_framework",
                        column: x => x.framework,
                        principalTable: "frameworks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_standings_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "groups",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_groups", x => x.id);
                    table.ForeignKey(
                        name: "FK_groups_organizations_organization",
                        column: x => x.organization,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "areas",
                columns: table => new
                {
                    version = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_areas", x => new { x.version, x.id });
                    table.ForeignKey(
                        name: "FK_areas_framework_versions_version",
                        column: x => x.version,
                        principalTable: "framework_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "portrait_qualities",
                columns: table => new
                {
                    version = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    statement = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portrait_qualities", x => new { x.version, x.id });
                    table.ForeignKey(
                        name: "FK_portrait_qualities_framework_versions_version",
                        column: x => x.version,
                        principalTable: "framework_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "artifacts",
                columns: table => new
                {
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_artifacts", x => new { x.evidence, x.position });
                    table.ForeignKey(
                        name: "FK_artifacts_evidence_evidence",
                        column: x => x.evidence,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "claims",
                columns: table => new
                {
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: false),
                    place = table.Column<int>(type: "INTEGER", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    target = table.Column<byte[]>(type: "BLOB", nullable: true),
                    stage = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_claims", x => new { x.evidence, x.place });
                    table.ForeignKey(
                        name: "FK_claims_evidence_evidence",
                        column: x => x.evidence,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_texts",
                columns: table => new
                {
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    experience = table.Column<string>(type: "TEXT", nullable: false),
                    context = table.Column<string>(type: "TEXT", nullable: false),
                    comment = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_texts", x => x.evidence);
                    table.ForeignKey(
                        name: "FK_evidence_texts_evidence_evidence",
                        column: x => x.evidence,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enrollments",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    group = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_enrollments", x => x.id);
                    table.ForeignKey(
                        name: "FK_enrollments_groups_group",
                        column: x => x.group,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_enrollments_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "teachings",
                columns: table => new
                {
                    educator = table.Column<byte[]>(type: "BLOB", nullable: false),
                    group = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_teachings", x => new { x.educator, x.group, x.from });
                    table.ForeignKey(
                        name: "FK_teachings_educators_educator",
                        column: x => x.educator,
                        principalTable: "educators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_teachings_groups_group",
                        column: x => x.group,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "competencies",
                columns: table => new
                {
                    version = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    area = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    statement = table.Column<string>(type: "TEXT", nullable: false),
                    family_statement = table.Column<string>(type: "TEXT", nullable: false),
                    scale = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pieces = table.Column<int>(type: "INTEGER", nullable: false),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_competencies", x => new { x.version, x.id });
                    table.ForeignKey(
                        name: "FK_competencies_areas_version_area",
                        columns: x => new { x.version, x.area },
                        principalTable: "areas",
                        principalColumns: new[] { "version", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_competencies_scales_scale",
                        column: x => x.scale,
                        principalTable: "scales",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "descriptors",
                columns: table => new
                {
                    version = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    level = table.Column<long>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_descriptors", x => new { x.version, x.competency, x.level });
                    table.ForeignKey(
                        name: "FK_descriptors_competencies_version_competency",
                        columns: x => new { x.version, x.competency },
                        principalTable: "competencies",
                        principalColumns: new[] { "version", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "portrait_links",
                columns: table => new
                {
                    version = table.Column<byte[]>(type: "BLOB", nullable: false),
                    quality = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portrait_links", x => new { x.version, x.quality, x.competency });
                    table.ForeignKey(
                        name: "FK_portrait_links_competencies_version_competency",
                        columns: x => new { x.version, x.competency },
                        principalTable: "competencies",
                        principalColumns: new[] { "version", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_portrait_links_portrait_qualities_version_quality",
                        columns: x => new { x.version, x.quality },
                        principalTable: "portrait_qualities",
                        principalColumns: new[] { "version", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "targets",
                columns: table => new
                {
                    version = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    statement = table.Column<string>(type: "TEXT", nullable: false),
                    default_pieces = table.Column<int>(type: "INTEGER", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    is_required = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_targets", x => new { x.version, x.id });
                    table.ForeignKey(
                        name: "FK_targets_competencies_version_competency",
                        columns: x => new { x.version, x.competency },
                        principalTable: "competencies",
                        principalColumns: new[] { "version", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stage_requirements",
                columns: table => new
                {
                    version = table.Column<byte[]>(type: "BLOB", nullable: false),
                    target = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stage = table.Column<int>(type: "INTEGER", nullable: false),
                    pieces = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stage_requirements", x => new { x.version, x.target, x.stage });
                    table.ForeignKey(
                        name: "FK_stage_requirements_targets_version_target",
                        columns: x => new { x.version, x.target },
                        principalTable: "targets",
                        principalColumns: new[] { "version", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_areas_version_code",
                table: "areas",
                columns: new[] { "version", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_competencies_scale",
                table: "competencies",
                column: "scale");

            migrationBuilder.CreateIndex(
                name: "IX_competencies_version_area",
                table: "competencies",
                columns: new[] { "version", "area" });

            migrationBuilder.CreateIndex(
                name: "IX_competencies_version_code",
                table: "competencies",
                columns: new[] { "version", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_competencies_version_number",
                table: "competencies",
                columns: new[] { "version", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_educators_username",
                table: "educators",
                column: "username",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_enrollments_group",
                table: "enrollments",
                column: "group");

            migrationBuilder.CreateIndex(
                name: "IX_enrollments_learner",
                table: "enrollments",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_learner_demonstrated_on",
                table: "evidence",
                columns: new[] { "learner", "demonstrated_on" });

            migrationBuilder.CreateIndex(
                name: "IX_framework_versions_framework_number",
                table: "framework_versions",
                columns: new[] { "framework", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_frameworks_code",
                table: "frameworks",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_groups_organization",
                table: "groups",
                column: "organization");

            migrationBuilder.CreateIndex(
                name: "IX_learners_username",
                table: "learners",
                column: "username",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_portrait_links_version_competency",
                table: "portrait_links",
                columns: new[] { "version", "competency" });

            migrationBuilder.CreateIndex(
                name: "IX_retractions_kind_fact",
                table: "retractions",
                columns: new[] { "kind", "fact" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_rules_framework",
                table: "rules",
                column: "framework");

            migrationBuilder.CreateIndex(
                name: "IX_standings_framework",
                table: "standings",
                column: "framework");

            migrationBuilder.CreateIndex(
                name: "IX_targets_version_code",
                table: "targets",
                columns: new[] { "version", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_targets_version_competency",
                table: "targets",
                columns: new[] { "version", "competency" });

            migrationBuilder.CreateIndex(
                name: "IX_teachings_group",
                table: "teachings",
                column: "group");

            InsertOnly.Guard(
                migrationBuilder,
                "evidence", "claims", "judgments", "retractions", "stage_entries", "overrides",
                "evidence_texts", "artifacts", "judgment_texts", "override_texts");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "artifacts");

            migrationBuilder.DropTable(
                name: "claims");

            migrationBuilder.DropTable(
                name: "descriptors");

            migrationBuilder.DropTable(
                name: "enrollments");

            migrationBuilder.DropTable(
                name: "evidence_texts");

            migrationBuilder.DropTable(
                name: "head");

            migrationBuilder.DropTable(
                name: "judgment_texts");

            migrationBuilder.DropTable(
                name: "judgments");

            migrationBuilder.DropTable(
                name: "override_texts");

            migrationBuilder.DropTable(
                name: "overrides");

            migrationBuilder.DropTable(
                name: "portrait_links");

            migrationBuilder.DropTable(
                name: "retractions");

            migrationBuilder.DropTable(
                name: "rules");

            migrationBuilder.DropTable(
                name: "stage_entries");

            migrationBuilder.DropTable(
                name: "stage_requirements");

            migrationBuilder.DropTable(
                name: "standings");

            migrationBuilder.DropTable(
                name: "teachings");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "portrait_qualities");

            migrationBuilder.DropTable(
                name: "targets");

            migrationBuilder.DropTable(
                name: "educators");

            migrationBuilder.DropTable(
                name: "groups");

            migrationBuilder.DropTable(
                name: "learners");

            migrationBuilder.DropTable(
                name: "competencies");

            migrationBuilder.DropTable(
                name: "organizations");

            migrationBuilder.DropTable(
                name: "areas");

            migrationBuilder.DropTable(
                name: "scales");

            migrationBuilder.DropTable(
                name: "framework_versions");

            migrationBuilder.DropTable(
                name: "frameworks");
        }
    }
}
