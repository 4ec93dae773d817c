using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Core : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:citext", ",,");

            migrationBuilder.CreateTable(
                name: "educators",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    username = table.Column<string>(type: "citext", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<int>(type: "integer", nullable: false),
                    claimed_role = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_educators", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "frameworks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    identifier = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frameworks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "guardians",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    username = table.Column<string>(type: "citext", nullable: false),
                    display_name = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guardians", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "head",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    last_recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    frameworks = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_head", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    before = table.Column<byte[]>(type: "bytea", nullable: true),
                    applied_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    undone_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "judgment_texts",
                columns: table => new
                {
                    judgment = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_judgment_texts", x => x.judgment);
                });

            migrationBuilder.CreateTable(
                name: "learners",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    username = table.Column<string>(type: "citext", nullable: false),
                    given_name = table.Column<string>(type: "text", nullable: false),
                    family_name = table.Column<string>(type: "text", nullable: false),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: true),
                    graduation_year = table.Column<int>(type: "integer", nullable: true),
                    school = table.Column<Guid>(type: "uuid", nullable: true),
                    program = table.Column<Guid>(type: "uuid", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learners", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organizations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organizations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "override_texts",
                columns: table => new
                {
                    @override = table.Column<Guid>(name: "override", type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_override_texts", x => x.@override);
                });

            migrationBuilder.CreateTable(
                name: "scales",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    line = table.Column<long>(type: "bigint", nullable: false),
                    levels = table.Column<string>(type: "text", nullable: false),
                    non_scores = table.Column<string>(type: "text", nullable: false, defaultValue: "[{\"Code\":1,\"Label\":\"\",\"IsOffered\":true},{\"Code\":2,\"Label\":\"\",\"IsOffered\":true},{\"Code\":3,\"Label\":\"\",\"IsOffered\":true}]")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scales", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "terms",
                columns: table => new
                {
                    language = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    one = table.Column<string>(type: "text", nullable: false),
                    many = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_terms", x => new { x.language, x.key });
                });

            migrationBuilder.CreateTable(
                name: "framework_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    framework = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    adopted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    last_stage = table.Column<int>(type: "integer", nullable: true),
                    note = table.Column<string>(type: "text", nullable: false),
                    edits = table.Column<int>(type: "integer", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    framework = table.Column<Guid>(type: "uuid", nullable: false),
                    competency = table.Column<Guid>(type: "uuid", nullable: true),
                    of_targets = table.Column<bool>(type: "boolean", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    effective_from = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    target = table.Column<Guid>(type: "uuid", nullable: true),
                    stage = table.Column<int>(type: "integer", nullable: true),
                    school = table.Column<Guid>(type: "uuid", nullable: true),
                    program = table.Column<Guid>(type: "uuid", nullable: true),
                    is_locked = table.Column<bool>(type: "boolean", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    learner = table.Column<Guid>(type: "uuid", nullable: false),
                    experience = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    source_key = table.Column<string>(type: "text", nullable: false),
                    demonstrated_on = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                name: "guardianships",
                columns: table => new
                {
                    guardian = table.Column<Guid>(type: "uuid", nullable: false),
                    learner = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true)
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

            migrationBuilder.CreateTable(
                name: "judgments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    learner = table.Column<Guid>(type: "uuid", nullable: false),
                    competency = table.Column<Guid>(type: "uuid", nullable: false),
                    target = table.Column<Guid>(type: "uuid", nullable: true),
                    stage = table.Column<int>(type: "integer", nullable: true),
                    evidence = table.Column<Guid>(type: "uuid", nullable: true),
                    level = table.Column<long>(type: "bigint", nullable: true),
                    non_score = table.Column<int>(type: "integer", nullable: true),
                    is_completion = table.Column<bool>(type: "boolean", nullable: false),
                    judge = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<int>(type: "integer", nullable: false),
                    demonstrated_on = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    judged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    place = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_judgments", x => new { x.learner, x.competency, x.id });
                    table.CheckConstraint("one_thing", "num_nonnulls(level, non_score) + is_completion::int = 1");
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    learner = table.Column<Guid>(type: "uuid", nullable: false),
                    competency = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<int>(type: "integer", nullable: true),
                    level = table.Column<long>(type: "bigint", nullable: false),
                    author = table.Column<Guid>(type: "uuid", nullable: false),
                    decided_on = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    learner = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    fact = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    learner = table.Column<Guid>(type: "uuid", nullable: false),
                    competency = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<int>(type: "integer", nullable: false),
                    entered_via = table.Column<string>(type: "text", nullable: false),
                    baseline = table.Column<long>(type: "bigint", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    entered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    learner = table.Column<Guid>(type: "uuid", nullable: false),
                    framework = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    framework_number = table.Column<int>(type: "integer", nullable: false),
                    rules = table.Column<long>(type: "bigint", nullable: false),
                    as_of = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    cells = table.Column<byte[]>(type: "bytea", nullable: false)
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
                })
                .Annotation("Npgsql:StorageParameter:fillfactor", 50);

            migrationBuilder.CreateTable(
                name: "groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                name: "programs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organization = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    framework = table.Column<Guid>(type: "uuid", nullable: false),
                    competency = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<int>(type: "integer", nullable: false),
                    effective_from = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    scale = table.Column<Guid>(type: "uuid", nullable: false),
                    school = table.Column<Guid>(type: "uuid", nullable: true),
                    program = table.Column<Guid>(type: "uuid", nullable: true),
                    is_locked = table.Column<bool>(type: "boolean", nullable: false)
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
                name: "areas",
                columns: table => new
                {
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    priority_cap = table.Column<int>(type: "integer", nullable: true)
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
                name: "associations",
                columns: table => new
                {
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    origin = table.Column<Guid>(type: "uuid", nullable: true),
                    destination = table.Column<Guid>(type: "uuid", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    other_kind = table.Column<string>(type: "text", nullable: false),
                    origin_text = table.Column<string>(type: "text", nullable: false),
                    destination_text = table.Column<string>(type: "text", nullable: false)
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
                name: "portrait_qualities",
                columns: table => new
                {
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    statement = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
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
                name: "source_packages",
                columns: table => new
                {
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    format = table.Column<string>(type: "text", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
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
                name: "artifacts",
                columns: table => new
                {
                    evidence = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false)
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
                    evidence = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    competency = table.Column<Guid>(type: "uuid", nullable: false),
                    target = table.Column<Guid>(type: "uuid", nullable: true),
                    stage = table.Column<int>(type: "integer", nullable: true)
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
                    evidence = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    experience = table.Column<string>(type: "text", nullable: false),
                    context = table.Column<string>(type: "text", nullable: false),
                    comment = table.Column<string>(type: "text", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    learner = table.Column<Guid>(type: "uuid", nullable: false),
                    group = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true)
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
                    educator = table.Column<Guid>(type: "uuid", nullable: false),
                    group = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true)
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
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    statement = table.Column<string>(type: "text", nullable: false),
                    family_statement = table.Column<string>(type: "text", nullable: false),
                    scale = table.Column<Guid>(type: "uuid", nullable: false),
                    pieces = table.Column<int>(type: "integer", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    official_statement = table.Column<string>(type: "text", nullable: false),
                    is_priority = table.Column<bool>(type: "boolean", nullable: false),
                    refresh_after_days = table.Column<int>(type: "integer", nullable: true)
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
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    competency = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<long>(type: "bigint", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    family_words = table.Column<string>(type: "text", nullable: false)
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
                name: "exemplars",
                columns: table => new
                {
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    competency = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<long>(type: "bigint", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
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
                name: "portrait_links",
                columns: table => new
                {
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    quality = table.Column<Guid>(type: "uuid", nullable: false),
                    competency = table.Column<Guid>(type: "uuid", nullable: false)
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
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    competency = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    statement = table.Column<string>(type: "text", nullable: false),
                    default_pieces = table.Column<int>(type: "integer", nullable: false),
                    points = table.Column<long>(type: "bigint", nullable: false),
                    is_required = table.Column<bool>(type: "boolean", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    official_statement = table.Column<string>(type: "text", nullable: false),
                    family_statement = table.Column<string>(type: "text", nullable: false),
                    is_priority = table.Column<bool>(type: "boolean", nullable: false)
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
                name: "stage_descriptors",
                columns: table => new
                {
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    target = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    family_words = table.Column<string>(type: "text", nullable: false)
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
                name: "stage_requirements",
                columns: table => new
                {
                    version = table.Column<Guid>(type: "uuid", nullable: false),
                    target = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<int>(type: "integer", nullable: false),
                    pieces = table.Column<int>(type: "integer", nullable: false)
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
                name: "IX_exemplars_version_competency",
                table: "exemplars",
                columns: new[] { "version", "competency" });

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
                name: "IX_guardians_username",
                table: "guardians",
                column: "username",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_guardianships_learner",
                table: "guardianships",
                column: "learner");

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
                name: "IX_programs_organization",
                table: "programs",
                column: "organization");

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
                name: "IX_scale_assignments_framework",
                table: "scale_assignments",
                column: "framework");

            migrationBuilder.CreateIndex(
                name: "IX_scale_assignments_scale",
                table: "scale_assignments",
                column: "scale");

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

            Guards.Facts(
                migrationBuilder,
                "evidence", "claims", "judgments", "retractions", "stage_entries", "overrides",
                "evidence_texts", "artifacts", "judgment_texts", "override_texts");

            Guards.Adopted(
                migrationBuilder,
                "areas", "competencies", "targets", "stage_requirements", "descriptors",
                "stage_descriptors", "exemplars", "associations", "portrait_qualities", "portrait_links", "source_packages");
            migrationBuilder.Sql("ALTER TABLE standings ALTER COLUMN cells SET STORAGE MAIN;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "artifacts");

            migrationBuilder.DropTable(
                name: "associations");

            migrationBuilder.DropTable(
                name: "claims");

            migrationBuilder.DropTable(
                name: "descriptors");

            migrationBuilder.DropTable(
                name: "enrollments");

            migrationBuilder.DropTable(
                name: "evidence_texts");

            migrationBuilder.DropTable(
                name: "exemplars");

            migrationBuilder.DropTable(
                name: "guardianships");

            migrationBuilder.DropTable(
                name: "head");

            migrationBuilder.DropTable(
                name: "import_runs");

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
                name: "programs");

            migrationBuilder.DropTable(
                name: "retractions");

            migrationBuilder.DropTable(
                name: "rules");

            migrationBuilder.DropTable(
                name: "scale_assignments");

            migrationBuilder.DropTable(
                name: "source_packages");

            migrationBuilder.DropTable(
                name: "stage_descriptors");

            migrationBuilder.DropTable(
                name: "stage_entries");

            migrationBuilder.DropTable(
                name: "stage_requirements");

            migrationBuilder.DropTable(
                name: "standings");

            migrationBuilder.DropTable(
                name: "teachings");

            migrationBuilder.DropTable(
                name: "terms");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "guardians");

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
