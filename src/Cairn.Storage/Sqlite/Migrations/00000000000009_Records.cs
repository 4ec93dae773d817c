using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Records : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accommodations",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: true),
                    is_on_report = table.Column<bool>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accommodations", x => x.id);
                    table.ForeignKey(
                        name: "FK_accommodations_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attestations",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attestations", x => x.id);
                    table.ForeignKey(
                        name: "FK_attestations_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "course_equivalents",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    policy = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_course_equivalents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "credit_appeals",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    about = table.Column<int>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    asked_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_on = table.Column<int>(type: "INTEGER", nullable: false),
                    first_decided_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_credit_appeals", x => x.id);
                    table.ForeignKey(
                        name: "FK_credit_appeals_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_policies",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    framework = table.Column<byte[]>(type: "BLOB", nullable: false),
                    method = table.Column<int>(type: "INTEGER", nullable: false),
                    hundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    effective_from = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    area = table.Column<byte[]>(type: "BLOB", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    tags = table.Column<string>(type: "TEXT", nullable: false),
                    course_title = table.Column<string>(type: "TEXT", nullable: false),
                    course_code = table.Column<string>(type: "TEXT", nullable: false),
                    is_ncaa_approved = table.Column<bool>(type: "INTEGER", nullable: false),
                    seat_hours = table.Column<int>(type: "INTEGER", nullable: true),
                    needed_points = table.Column<long>(type: "INTEGER", nullable: true),
                    exam_least = table.Column<long>(type: "INTEGER", nullable: true),
                    panel_size = table.Column<int>(type: "INTEGER", nullable: true),
                    posts_parts = table.Column<bool>(type: "INTEGER", nullable: false),
                    grading = table.Column<int>(type: "INTEGER", nullable: false),
                    is_weighted = table.Column<bool>(type: "INTEGER", nullable: false),
                    school = table.Column<byte[]>(type: "BLOB", nullable: true),
                    program = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_credit_policies", x => x.id);
                    table.ForeignKey(
                        name: "FK_credit_policies_frameworks_framework",
                        column: x => x.framework,
                        principalTable: "frameworks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "diploma_choices",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diploma_choices", x => x.id);
                    table.ForeignKey(
                        name: "FK_diploma_choices_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "diploma_drafts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    rules = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    effective_from = table.Column<int>(type: "INTEGER", nullable: false),
                    class_from = table.Column<int>(type: "INTEGER", nullable: true),
                    class_until = table.Column<int>(type: "INTEGER", nullable: true),
                    is_alternate = table.Column<bool>(type: "INTEGER", nullable: false),
                    school = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_ending = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diploma_drafts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "diploma_pins",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan = table.Column<string>(type: "TEXT", nullable: false),
                    achievement = table.Column<string>(type: "TEXT", nullable: false),
                    leaf = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pinned_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diploma_pins", x => x.id);
                    table.ForeignKey(
                        name: "FK_diploma_pins_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "diploma_plans",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    rules = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    effective_from = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    class_from = table.Column<int>(type: "INTEGER", nullable: true),
                    class_until = table.Column<int>(type: "INTEGER", nullable: true),
                    is_alternate = table.Column<bool>(type: "INTEGER", nullable: false),
                    school = table.Column<byte[]>(type: "BLOB", nullable: true),
                    program = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    drafted_by = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diploma_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "evidence_languages",
                columns: table => new
                {
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_languages", x => x.evidence);
                    table.ForeignKey(
                        name: "FK_evidence_languages_evidence_evidence",
                        column: x => x.evidence,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "frozen_records",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    @for = table.Column<int>(name: "for", type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    issued_on = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    instead_of = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frozen_records", x => x.id);
                    table.ForeignKey(
                        name: "FK_frozen_records_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grade_conversions",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    table = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    legend = table.Column<string>(type: "TEXT", nullable: false),
                    school = table.Column<byte[]>(type: "BLOB", nullable: true),
                    program = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    effective_from = table.Column<int>(type: "INTEGER", nullable: true),
                    adopted_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    signed_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    adopted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grade_conversions", x => x.id);
                    table.ForeignKey(
                        name: "FK_grade_conversions_organizations_school",
                        column: x => x.school,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_grade_conversions_programs_program",
                        column: x => x.program,
                        principalTable: "programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "language_levels",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    domain = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    on = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_language_levels", x => x.id);
                    table.ForeignKey(
                        name: "FK_language_levels_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "other_achievements",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    score = table.Column<long>(type: "INTEGER", nullable: true),
                    hundredths = table.Column<int>(type: "INTEGER", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    tags = table.Column<string>(type: "TEXT", nullable: false),
                    origin = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_other_achievements", x => x.id);
                    table.ForeignKey(
                        name: "FK_other_achievements_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "prior_transcripts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    origin = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    entered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prior_transcripts", x => x.id);
                    table.ForeignKey(
                        name: "FK_prior_transcripts_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "school_profiles",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    school = table.Column<byte[]>(type: "BLOB", nullable: true),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    how_credit = table.Column<string>(type: "TEXT", nullable: false),
                    signer = table.Column<string>(type: "TEXT", nullable: false),
                    contact = table.Column<string>(type: "TEXT", nullable: false),
                    school_code = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_school_profiles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "special_situations",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: true),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_special_situations", x => x.id);
                    table.ForeignKey(
                        name: "FK_special_situations_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "transcript_shares",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    to_whom = table.Column<string>(type: "TEXT", nullable: false),
                    format = table.Column<int>(type: "INTEGER", nullable: false),
                    basis = table.Column<int>(type: "INTEGER", nullable: false),
                    ground = table.Column<string>(type: "TEXT", nullable: false),
                    shows_works = table.Column<bool>(type: "INTEGER", nullable: false),
                    shows_birth = table.Column<bool>(type: "INTEGER", nullable: false),
                    record = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_transcript_shares", x => x.id);
                    table.ForeignKey(
                        name: "FK_transcript_shares_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "waivers",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan = table.Column<string>(type: "TEXT", nullable: false),
                    leaf = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    asked_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decision = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waivers", x => x.id);
                    table.ForeignKey(
                        name: "FK_waivers_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_agreements",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    policy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    educator = table.Column<byte[]>(type: "BLOB", nullable: false),
                    written_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: false),
                    threshold = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    hundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    grading = table.Column<int>(type: "INTEGER", nullable: false),
                    due_on = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closing = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_credit_agreements", x => x.id);
                    table.ForeignKey(
                        name: "FK_credit_agreements_credit_policies_policy",
                        column: x => x.policy,
                        principalTable: "credit_policies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_credit_agreements_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_panels",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    policy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    exam = table.Column<string>(type: "TEXT", nullable: false),
                    score = table.Column<long>(type: "INTEGER", nullable: false),
                    exam_on = table.Column<int>(type: "INTEGER", nullable: false),
                    artifact = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opened_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_credit_panels", x => x.id);
                    table.ForeignKey(
                        name: "FK_credit_panels_credit_policies_policy",
                        column: x => x.policy,
                        principalTable: "credit_policies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_credit_panels_evidence_artifact",
                        column: x => x.artifact,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_credit_panels_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_parts",
                columns: table => new
                {
                    policy = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stage = table.Column<int>(type: "INTEGER", nullable: true),
                    hundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    points = table.Column<long>(type: "INTEGER", nullable: false),
                    is_required = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_credit_parts", x => new { x.policy, x.position });
                    table.ForeignKey(
                        name: "FK_credit_parts_credit_policies_policy",
                        column: x => x.policy,
                        principalTable: "credit_policies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "diploma_awards",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan = table.Column<byte[]>(type: "BLOB", nullable: false),
                    awarded_on = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    rules_hash = table.Column<string>(type: "TEXT", nullable: false),
                    audit_hash = table.Column<string>(type: "TEXT", nullable: false),
                    second_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    frozen = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diploma_awards", x => x.id);
                    table.ForeignKey(
                        name: "FK_diploma_awards_diploma_plans_plan",
                        column: x => x.plan,
                        principalTable: "diploma_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_diploma_awards_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "errata",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    record = table.Column<byte[]>(type: "BLOB", nullable: false),
                    is_withdrawal = table.Column<bool>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    asked_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decision = table.Column<string>(type: "TEXT", nullable: false),
                    instead = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_errata", x => x.id);
                    table.ForeignKey(
                        name: "FK_errata_frozen_records_record",
                        column: x => x.record,
                        principalTable: "frozen_records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "frozen_bytes",
                columns: table => new
                {
                    record = table.Column<byte[]>(type: "BLOB", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frozen_bytes", x => x.record);
                    table.ForeignKey(
                        name: "FK_frozen_bytes_frozen_records_record",
                        column: x => x.record,
                        principalTable: "frozen_records",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "prior_lines",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    transcript = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    grade = table.Column<string>(type: "TEXT", nullable: false),
                    hundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    ended_on = table.Column<int>(type: "INTEGER", nullable: true),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    policy = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    award = table.Column<byte[]>(type: "BLOB", nullable: true),
                    until = table.Column<int>(type: "INTEGER", nullable: true),
                    decided_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_prior_lines", x => x.id);
                    table.ForeignKey(
                        name: "FK_prior_lines_prior_transcripts_transcript",
                        column: x => x.transcript,
                        principalTable: "prior_transcripts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "transcript_openings",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    share = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_transcript_openings", x => x.id);
                    table.ForeignKey(
                        name: "FK_transcript_openings_transcript_shares_share",
                        column: x => x.share,
                        principalTable: "transcript_shares",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_agreement_parts",
                columns: table => new
                {
                    agreement = table.Column<byte[]>(type: "BLOB", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stage = table.Column<int>(type: "INTEGER", nullable: true),
                    hundredths = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_credit_agreement_parts", x => new { x.agreement, x.edition, x.position });
                    table.ForeignKey(
                        name: "FK_credit_agreement_parts_credit_agreements_agreement",
                        column: x => x.agreement,
                        principalTable: "credit_agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_agreement_signatures",
                columns: table => new
                {
                    agreement = table.Column<byte[]>(type: "BLOB", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    @as = table.Column<int>(name: "as", type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_credit_agreement_signatures", x => new { x.agreement, x.edition, x.by });
                    table.ForeignKey(
                        name: "FK_credit_agreement_signatures_credit_agreements_agreement",
                        column: x => x.agreement,
                        principalTable: "credit_agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_awards",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    source = table.Column<int>(type: "INTEGER", nullable: false),
                    hundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    earned_on = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    policy = table.Column<byte[]>(type: "BLOB", nullable: true),
                    agreement = table.Column<byte[]>(type: "BLOB", nullable: true),
                    prior = table.Column<byte[]>(type: "BLOB", nullable: true),
                    panel = table.Column<byte[]>(type: "BLOB", nullable: true),
                    area = table.Column<byte[]>(type: "BLOB", nullable: true),
                    level = table.Column<long>(type: "INTEGER", nullable: true),
                    grading = table.Column<int>(type: "INTEGER", nullable: false),
                    is_weighted = table.Column<bool>(type: "INTEGER", nullable: false),
                    school = table.Column<byte[]>(type: "BLOB", nullable: true),
                    program = table.Column<byte[]>(type: "BLOB", nullable: true),
                    provisional_until = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_credit_awards", x => x.id);
                    table.ForeignKey(
                        name: "FK_credit_awards_credit_agreements_agreement",
                        column: x => x.agreement,
                        principalTable: "credit_agreements",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_credit_awards_credit_panels_panel",
                        column: x => x.panel,
                        principalTable: "credit_panels",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_credit_awards_credit_policies_policy",
                        column: x => x.policy,
                        principalTable: "credit_policies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_credit_awards_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "panel_votes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    panel = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    level = table.Column<long>(type: "INTEGER", nullable: false),
                    is_proficient = table.Column<bool>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_panel_votes", x => x.id);
                    table.ForeignKey(
                        name: "FK_panel_votes_credit_panels_panel",
                        column: x => x.panel,
                        principalTable: "credit_panels",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "diploma_award_texts",
                columns: table => new
                {
                    award = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    audit = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diploma_award_texts", x => x.award);
                    table.ForeignKey(
                        name: "FK_diploma_award_texts_diploma_awards_award",
                        column: x => x.award,
                        principalTable: "diploma_awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "diploma_withdrawals",
                columns: table => new
                {
                    award = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    asked_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<byte[]>(type: "BLOB", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_diploma_withdrawals", x => x.award);
                    table.ForeignKey(
                        name: "FK_diploma_withdrawals_diploma_awards_award",
                        column: x => x.award,
                        principalTable: "diploma_awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_diploma_withdrawals_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "provisional_levels",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stage = table.Column<int>(type: "INTEGER", nullable: true),
                    level = table.Column<long>(type: "INTEGER", nullable: false),
                    line = table.Column<byte[]>(type: "BLOB", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_provisional_levels", x => x.id);
                    table.ForeignKey(
                        name: "FK_provisional_levels_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_provisional_levels_prior_lines_line",
                        column: x => x.line,
                        principalTable: "prior_lines",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_award_parts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    award = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stage = table.Column<int>(type: "INTEGER", nullable: true),
                    hundredths = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<long>(type: "INTEGER", nullable: true),
                    newest_fact = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_credit_award_parts", x => x.id);
                    table.ForeignKey(
                        name: "FK_credit_award_parts_credit_awards_award",
                        column: x => x.award,
                        principalTable: "credit_awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_award_texts",
                columns: table => new
                {
                    award = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    tags = table.Column<string>(type: "TEXT", nullable: false),
                    grade = table.Column<string>(type: "TEXT", nullable: false),
                    origin = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_credit_award_texts", x => x.award);
                    table.ForeignKey(
                        name: "FK_credit_award_texts_credit_awards_award",
                        column: x => x.award,
                        principalTable: "credit_awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credit_reversals",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    award = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reason = table.Column<int>(type: "INTEGER", nullable: false),
                    instead = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_credit_reversals", x => x.id);
                    table.ForeignKey(
                        name: "FK_credit_reversals_credit_awards_award",
                        column: x => x.award,
                        principalTable: "credit_awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_credit_reversals_credit_awards_instead",
                        column: x => x.instead,
                        principalTable: "credit_awards",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "panel_vote_texts",
                columns: table => new
                {
                    vote = table.Column<byte[]>(type: "BLOB", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_panel_vote_texts", x => x.vote);
                    table.ForeignKey(
                        name: "FK_panel_vote_texts_panel_votes_vote",
                        column: x => x.vote,
                        principalTable: "panel_votes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accommodations_learner",
                table: "accommodations",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_attestations_learner",
                table: "attestations",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_credit_agreement_parts_learner",
                table: "credit_agreement_parts",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_credit_agreement_signatures_learner",
                table: "credit_agreement_signatures",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_credit_agreements_learner",
                table: "credit_agreements",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_credit_agreements_policy",
                table: "credit_agreements",
                column: "policy");

            migrationBuilder.CreateIndex(
                name: "IX_credit_appeals_learner",
                table: "credit_appeals",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_credit_award_parts_award",
                table: "credit_award_parts",
                column: "award");

            migrationBuilder.CreateIndex(
                name: "IX_credit_award_parts_learner_competency",
                table: "credit_award_parts",
                columns: new[] { "learner", "competency" });

            migrationBuilder.CreateIndex(
                name: "IX_credit_awards_agreement",
                table: "credit_awards",
                column: "agreement");

            migrationBuilder.CreateIndex(
                name: "IX_credit_awards_learner_earned_on",
                table: "credit_awards",
                columns: new[] { "learner", "earned_on" });

            migrationBuilder.CreateIndex(
                name: "IX_credit_awards_panel",
                table: "credit_awards",
                column: "panel");

            migrationBuilder.CreateIndex(
                name: "IX_credit_awards_policy",
                table: "credit_awards",
                column: "policy");

            migrationBuilder.CreateIndex(
                name: "IX_credit_panels_artifact",
                table: "credit_panels",
                column: "artifact");

            migrationBuilder.CreateIndex(
                name: "IX_credit_panels_learner",
                table: "credit_panels",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_credit_panels_policy",
                table: "credit_panels",
                column: "policy");

            migrationBuilder.CreateIndex(
                name: "IX_credit_policies_code_number",
                table: "credit_policies",
                columns: new[] { "code", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_credit_policies_framework",
                table: "credit_policies",
                column: "framework");

            migrationBuilder.CreateIndex(
                name: "IX_credit_reversals_award",
                table: "credit_reversals",
                column: "award",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_credit_reversals_instead",
                table: "credit_reversals",
                column: "instead");

            migrationBuilder.CreateIndex(
                name: "IX_credit_reversals_learner",
                table: "credit_reversals",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_diploma_awards_learner",
                table: "diploma_awards",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_diploma_awards_plan",
                table: "diploma_awards",
                column: "plan");

            migrationBuilder.CreateIndex(
                name: "IX_diploma_choices_learner",
                table: "diploma_choices",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_diploma_pins_learner",
                table: "diploma_pins",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_diploma_plans_code_number",
                table: "diploma_plans",
                columns: new[] { "code", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_diploma_withdrawals_learner",
                table: "diploma_withdrawals",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_errata_learner",
                table: "errata",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_errata_record",
                table: "errata",
                column: "record");

            migrationBuilder.CreateIndex(
                name: "IX_evidence_languages_learner",
                table: "evidence_languages",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_frozen_records_code",
                table: "frozen_records",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_frozen_records_learner_edition",
                table: "frozen_records",
                columns: new[] { "learner", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_grade_conversions_code_number",
                table: "grade_conversions",
                columns: new[] { "code", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_grade_conversions_program",
                table: "grade_conversions",
                column: "program");

            migrationBuilder.CreateIndex(
                name: "IX_grade_conversions_school",
                table: "grade_conversions",
                column: "school");

            migrationBuilder.CreateIndex(
                name: "IX_language_levels_learner",
                table: "language_levels",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_other_achievements_learner",
                table: "other_achievements",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_panel_votes_learner",
                table: "panel_votes",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_panel_votes_panel_by",
                table: "panel_votes",
                columns: new[] { "panel", "by" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_prior_lines_learner",
                table: "prior_lines",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_prior_lines_state",
                table: "prior_lines",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_prior_lines_transcript",
                table: "prior_lines",
                column: "transcript");

            migrationBuilder.CreateIndex(
                name: "IX_prior_transcripts_learner",
                table: "prior_transcripts",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_provisional_levels_learner_competency",
                table: "provisional_levels",
                columns: new[] { "learner", "competency" });

            migrationBuilder.CreateIndex(
                name: "IX_provisional_levels_line",
                table: "provisional_levels",
                column: "line");

            migrationBuilder.CreateIndex(
                name: "IX_school_profiles_school_number",
                table: "school_profiles",
                columns: new[] { "school", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_special_situations_learner",
                table: "special_situations",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_transcript_openings_share_recorded_at",
                table: "transcript_openings",
                columns: new[] { "share", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "IX_transcript_shares_learner",
                table: "transcript_shares",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_transcript_shares_token_hash",
                table: "transcript_shares",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_waivers_learner",
                table: "waivers",
                column: "learner");
            InsertOnly.Guard(migrationBuilder, "credit_policies", "credit_parts", "credit_awards", "credit_award_parts", "credit_reversals", "credit_agreement_parts", "credit_agreement_signatures", "panel_votes", "credit_award_texts", "panel_vote_texts", "diploma_plans", "diploma_choices", "diploma_awards", "diploma_award_texts", "frozen_records", "frozen_bytes", "transcript_openings", "school_profiles", "provisional_levels", "language_levels");
            InsertOnly.GuardWords(migrationBuilder, ("credit_award_texts", "award", 203), ("panel_vote_texts", "vote", 211), ("diploma_award_texts", "award", 224), ("frozen_bytes", "record", 241));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accommodations");

            migrationBuilder.DropTable(
                name: "attestations");

            migrationBuilder.DropTable(
                name: "course_equivalents");

            migrationBuilder.DropTable(
                name: "credit_agreement_parts");

            migrationBuilder.DropTable(
                name: "credit_agreement_signatures");

            migrationBuilder.DropTable(
                name: "credit_appeals");

            migrationBuilder.DropTable(
                name: "credit_award_parts");

            migrationBuilder.DropTable(
                name: "credit_award_texts");

            migrationBuilder.DropTable(
                name: "credit_parts");

            migrationBuilder.DropTable(
                name: "credit_reversals");

            migrationBuilder.DropTable(
                name: "diploma_award_texts");

            migrationBuilder.DropTable(
                name: "diploma_choices");

            migrationBuilder.DropTable(
                name: "diploma_drafts");

            migrationBuilder.DropTable(
                name: "diploma_pins");

            migrationBuilder.DropTable(
                name: "diploma_withdrawals");

            migrationBuilder.DropTable(
                name: "errata");

            migrationBuilder.DropTable(
                name: "evidence_languages");

            migrationBuilder.DropTable(
                name: "frozen_bytes");

            migrationBuilder.DropTable(
                name: "grade_conversions");

            migrationBuilder.DropTable(
                name: "language_levels");

            migrationBuilder.DropTable(
                name: "other_achievements");

            migrationBuilder.DropTable(
                name: "panel_vote_texts");

            migrationBuilder.DropTable(
                name: "provisional_levels");

            migrationBuilder.DropTable(
                name: "school_profiles");

            migrationBuilder.DropTable(
                name: "special_situations");

            migrationBuilder.DropTable(
                name: "transcript_openings");

            migrationBuilder.DropTable(
                name: "waivers");

            migrationBuilder.DropTable(
                name: "credit_awards");

            migrationBuilder.DropTable(
                name: "diploma_awards");

            migrationBuilder.DropTable(
                name: "frozen_records");

            migrationBuilder.DropTable(
                name: "panel_votes");

            migrationBuilder.DropTable(
                name: "prior_lines");

            migrationBuilder.DropTable(
                name: "transcript_shares");

            migrationBuilder.DropTable(
                name: "credit_agreements");

            migrationBuilder.DropTable(
                name: "diploma_plans");

            migrationBuilder.DropTable(
                name: "credit_panels");

            migrationBuilder.DropTable(
                name: "prior_transcripts");

            migrationBuilder.DropTable(
                name: "credit_policies");
        }
    }
}
