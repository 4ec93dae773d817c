using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Classroom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "artifact_files",
                columns: table => new
                {
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_artifact_files", x => new { x.evidence, x.position });
                    table.ForeignKey(
                        name: "FK_artifact_files_evidence_evidence",
                        column: x => x.evidence,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bank_tasks",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    owner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    product = table.Column<string>(type: "TEXT", nullable: false),
                    sharing = table.Column<int>(type: "INTEGER", nullable: false),
                    school = table.Column<byte[]>(type: "BLOB", nullable: true),
                    copy_of = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_tasks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "captures",
                columns: table => new
                {
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: false),
                    key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_captures", x => x.evidence);
                    table.ForeignKey(
                        name: "FK_captures_evidence_evidence",
                        column: x => x.evidence,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_ins",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    project = table.Column<byte[]>(type: "BLOB", nullable: true),
                    educator = table.Column<byte[]>(type: "BLOB", nullable: false),
                    planned_for = table.Column<int>(type: "INTEGER", nullable: false),
                    held_at = table.Column<long>(type: "INTEGER", nullable: true),
                    notes = table.Column<string>(type: "TEXT", nullable: false),
                    next_steps = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_check_ins", x => x.id);
                    table.ForeignKey(
                        name: "FK_check_ins_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "closed_days",
                columns: table => new
                {
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closed_days", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "conferences",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    held_on = table.Column<int>(type: "INTEGER", nullable: true),
                    first = table.Column<byte[]>(type: "BLOB", nullable: true),
                    second = table.Column<byte[]>(type: "BLOB", nullable: true),
                    third = table.Column<byte[]>(type: "BLOB", nullable: true),
                    struggle = table.Column<string>(type: "TEXT", nullable: false),
                    script = table.Column<string>(type: "TEXT", nullable: false),
                    goals = table.Column<string>(type: "TEXT", nullable: false),
                    decisions = table.Column<string>(type: "TEXT", nullable: false),
                    rehearsals = table.Column<int>(type: "INTEGER", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conferences", x => x.id);
                    table.ForeignKey(
                        name: "FK_conferences_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conversations",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    group = table.Column<byte[]>(type: "BLOB", nullable: true),
                    started_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    newest_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversations", x => x.id);
                    table.ForeignKey(
                        name: "FK_conversations_groups_group",
                        column: x => x.group,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_conversations_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "correctives",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stage = table.Column<int>(type: "INTEGER", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    piece = table.Column<byte[]>(type: "BLOB", nullable: true),
                    done_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_correctives", x => x.id);
                    table.ForeignKey(
                        name: "FK_correctives_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "criteria_policies",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    framework = table.Column<byte[]>(type: "BLOB", nullable: false),
                    program = table.Column<byte[]>(type: "BLOB", nullable: true),
                    is_needed = table.Column<bool>(type: "INTEGER", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    set_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    set_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_criteria_policies", x => x.id);
                    table.ForeignKey(
                        name: "FK_criteria_policies_frameworks_framework",
                        column: x => x.framework,
                        principalTable: "frameworks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "face_marks",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    left = table.Column<int>(type: "INTEGER", nullable: false),
                    top = table.Column<int>(type: "INTEGER", nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false),
                    who = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    marked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_face_marks", x => x.id);
                    table.ForeignKey(
                        name: "FK_face_marks_evidence_evidence",
                        column: x => x.evidence,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_face_marks_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "feedback",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: false),
                    author = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: true),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    first = table.Column<int>(type: "INTEGER", nullable: false),
                    second = table.Column<int>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback", x => x.id);
                    table.ForeignKey(
                        name: "FK_feedback_evidence_evidence",
                        column: x => x.evidence,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "flex_slots",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    organization = table.Column<byte[]>(type: "BLOB", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    from_minute = table.Column<int>(type: "INTEGER", nullable: false),
                    until_minute = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    is_open = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flex_slots", x => x.id);
                    table.ForeignKey(
                        name: "FK_flex_slots_organizations_organization",
                        column: x => x.organization,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grouping_rules",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grouping_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "hands",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    project = table.Column<byte[]>(type: "BLOB", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    raised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    lowered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    lowered_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_hands", x => x.id);
                    table.ForeignKey(
                        name: "FK_hands_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "judgment_queries",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    judgment = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    asked_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_on = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    answered_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    new_judgment = table.Column<byte[]>(type: "BLOB", nullable: true),
                    appeal = table.Column<string>(type: "TEXT", nullable: false),
                    appealed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decided_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decision = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_judgment_queries", x => x.id);
                    table.ForeignKey(
                        name: "FK_judgment_queries_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "learning_plans",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    strengths = table.Column<string>(type: "TEXT", nullable: false),
                    interests = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    state_since = table.Column<long>(type: "INTEGER", nullable: false),
                    snapshot = table.Column<string>(type: "TEXT", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_learning_plans", x => x.id);
                    table.ForeignKey(
                        name: "FK_learning_plans_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "message_policies",
                columns: table => new
                {
                    school = table.Column<byte[]>(type: "BLOB", nullable: false),
                    guardians_begin = table.Column<bool>(type: "INTEGER", nullable: false),
                    learners_write = table.Column<bool>(type: "INTEGER", nullable: false),
                    learners_from_age = table.Column<int>(type: "INTEGER", nullable: false),
                    quiet_from = table.Column<int>(type: "INTEGER", nullable: false),
                    quiet_until = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_message_policies", x => x.school);
                    table.ForeignKey(
                        name: "FK_message_policies_organizations_school",
                        column: x => x.school,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "modified_expectations",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    author = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_modified_expectations", x => x.id);
                    table.ForeignKey(
                        name: "FK_modified_expectations_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_choices",
                columns: table => new
                {
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    by_mail = table.Column<bool>(type: "INTEGER", nullable: false),
                    weekly = table.Column<bool>(type: "INTEGER", nullable: false),
                    last_weekly = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_choices", x => x.person);
                });

            migrationBuilder.CreateTable(
                name: "pacing_policies",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    set_at = table.Column<long>(type: "INTEGER", nullable: false),
                    school = table.Column<byte[]>(type: "BLOB", nullable: true),
                    program = table.Column<byte[]>(type: "BLOB", nullable: true),
                    correctives_first = table.Column<bool>(type: "INTEGER", nullable: false),
                    days_between = table.Column<int>(type: "INTEGER", nullable: false),
                    cap = table.Column<int>(type: "INTEGER", nullable: true),
                    band_weeks = table.Column<int>(type: "INTEGER", nullable: false),
                    quiet_days = table.Column<int>(type: "INTEGER", nullable: false),
                    loop_tries = table.Column<int>(type: "INTEGER", nullable: false),
                    year_first = table.Column<int>(type: "INTEGER", nullable: false),
                    year_last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pacing_policies", x => x.id);
                    table.ForeignKey(
                        name: "FK_pacing_policies_organizations_school",
                        column: x => x.school,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pacing_policies_programs_program",
                        column: x => x.program,
                        principalTable: "programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "path_choices",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    chosen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_path_choices", x => x.id);
                    table.ForeignKey(
                        name: "FK_path_choices_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_templates",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    school = table.Column<byte[]>(type: "BLOB", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    cohort = table.Column<string>(type: "TEXT", nullable: false),
                    goals = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portfolio_picks",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    why = table.Column<string>(type: "TEXT", nullable: false),
                    shown_to = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    is_picked = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portfolio_picks", x => x.id);
                    table.ForeignKey(
                        name: "FK_portfolio_picks_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    proposed_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    product = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: false),
                    group = table.Column<byte[]>(type: "BLOB", nullable: true),
                    starts_on = table.Column<int>(type: "INTEGER", nullable: true),
                    due_on = table.Column<int>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    state_since = table.Column<long>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_projects", x => x.id);
                    table.ForeignKey(
                        name: "FK_projects_groups_group",
                        column: x => x.group,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ready_requests",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    target = table.Column<byte[]>(type: "BLOB", nullable: true),
                    stage = table.Column<int>(type: "INTEGER", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    check_on = table.Column<int>(type: "INTEGER", nullable: true),
                    answered_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ready_requests", x => x.id);
                    table.ForeignKey(
                        name: "FK_ready_requests_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_narratives",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    area = table.Column<byte[]>(type: "BLOB", nullable: true),
                    author = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    released_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_narratives", x => x.id);
                    table.ForeignKey(
                        name: "FK_report_narratives_educators_author",
                        column: x => x.author,
                        principalTable: "educators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_report_narratives_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "resources",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    target = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    release = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_resources", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sent_originals",
                columns: table => new
                {
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sent_originals", x => new { x.evidence, x.position });
                    table.ForeignKey(
                        name: "FK_sent_originals_evidence_evidence",
                        column: x => x.evidence,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shown_to",
                columns: table => new
                {
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    on_class_wall = table.Column<bool>(type: "INTEGER", nullable: false),
                    in_portfolio = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_outside = table.Column<bool>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_shown_to", x => x.evidence);
                    table.ForeignKey(
                        name: "FK_shown_to_evidence_evidence",
                        column: x => x.evidence,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_shown_to_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "support_plans",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    drafted_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    drafted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    state_since = table.Column<long>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_support_plans", x => x.id);
                    table.ForeignKey(
                        name: "FK_support_plans_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bank_task_aims",
                columns: table => new
                {
                    task = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_task_aims", x => new { x.task, x.competency });
                    table.ForeignKey(
                        name: "FK_bank_task_aims_bank_tasks_task",
                        column: x => x.task,
                        principalTable: "bank_tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "task_assignments",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    task = table.Column<byte[]>(type: "BLOB", nullable: false),
                    group = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    product = table.Column<string>(type: "TEXT", nullable: false),
                    due_on = table.Column<int>(type: "INTEGER", nullable: true),
                    assigned_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_assignments", x => x.id);
                    table.ForeignKey(
                        name: "FK_task_assignments_bank_tasks_task",
                        column: x => x.task,
                        principalTable: "bank_tasks",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_task_assignments_groups_group",
                        column: x => x.group,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conference_signatures",
                columns: table => new
                {
                    conference = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    @as = table.Column<int>(name: "as", type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conference_signatures", x => new { x.conference, x.person, x.edition });
                    table.ForeignKey(
                        name: "FK_conference_signatures_conferences_conference",
                        column: x => x.conference,
                        principalTable: "conferences",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conversation_members",
                columns: table => new
                {
                    conversation = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    part = table.Column<int>(type: "INTEGER", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conversation_members", x => new { x.conversation, x.person });
                    table.ForeignKey(
                        name: "FK_conversation_members_conversations_conversation",
                        column: x => x.conversation,
                        principalTable: "conversations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "messages",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    conversation = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    part = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_messages", x => x.id);
                    table.ForeignKey(
                        name: "FK_messages_conversations_conversation",
                        column: x => x.conversation,
                        principalTable: "conversations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "flex_offers",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    slot = table.Column<byte[]>(type: "BLOB", nullable: false),
                    educator = table.Column<byte[]>(type: "BLOB", nullable: false),
                    room = table.Column<string>(type: "TEXT", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    least = table.Column<int>(type: "INTEGER", nullable: false),
                    most = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flex_offers", x => x.id);
                    table.ForeignKey(
                        name: "FK_flex_offers_educators_educator",
                        column: x => x.educator,
                        principalTable: "educators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_flex_offers_flex_slots_slot",
                        column: x => x.slot,
                        principalTable: "flex_slots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grouping_rule_members",
                columns: table => new
                {
                    rule = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grouping_rule_members", x => new { x.rule, x.learner });
                    table.ForeignKey(
                        name: "FK_grouping_rule_members_grouping_rules_rule",
                        column: x => x.rule,
                        principalTable: "grouping_rules",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_grouping_rule_members_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "goals",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by = table.Column<int>(type: "INTEGER", nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goals", x => x.id);
                    table.ForeignKey(
                        name: "FK_goals_learning_plans_plan",
                        column: x => x.plan,
                        principalTable: "learning_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_signatures",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    plan = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    @as = table.Column<int>(name: "as", type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_signatures", x => x.id);
                    table.ForeignKey(
                        name: "FK_plan_signatures_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_plan_signatures_learning_plans_plan",
                        column: x => x.plan,
                        principalTable: "learning_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_steps",
                columns: table => new
                {
                    plan = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    expected_by = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_steps", x => new { x.plan, x.competency });
                    table.ForeignKey(
                        name: "FK_plan_steps_learning_plans_plan",
                        column: x => x.plan,
                        principalTable: "learning_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_template_steps",
                columns: table => new
                {
                    template = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    weeks = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_template_steps", x => new { x.template, x.competency });
                    table.ForeignKey(
                        name: "FK_plan_template_steps_plan_templates_template",
                        column: x => x.template,
                        principalTable: "plan_templates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deliverables",
                columns: table => new
                {
                    project = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    due_on = table.Column<int>(type: "INTEGER", nullable: true),
                    done_on = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deliverables", x => new { x.project, x.position });
                    table.ForeignKey(
                        name: "FK_deliverables_projects_project",
                        column: x => x.project,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exhibitions",
                columns: table => new
                {
                    project = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    audience = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exhibitions", x => x.project);
                    table.ForeignKey(
                        name: "FK_exhibitions_projects_project",
                        column: x => x.project,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "focuses",
                columns: table => new
                {
                    group = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    project = table.Column<byte[]>(type: "BLOB", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_focuses", x => new { x.group, x.learner });
                    table.ForeignKey(
                        name: "FK_focuses_groups_group",
                        column: x => x.group,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_focuses_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_focuses_projects_project",
                        column: x => x.project,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "panelists",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    project = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    educator = table.Column<byte[]>(type: "BLOB", nullable: true),
                    invited_at = table.Column<long>(type: "INTEGER", nullable: false),
                    link_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    device_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_panelists", x => x.id);
                    table.ForeignKey(
                        name: "FK_panelists_projects_project",
                        column: x => x.project,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_aims",
                columns: table => new
                {
                    project = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stage = table.Column<int>(type: "INTEGER", nullable: true),
                    because = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_project_aims", x => new { x.project, x.learner, x.competency });
                    table.ForeignKey(
                        name: "FK_project_aims_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_project_aims_projects_project",
                        column: x => x.project,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_members",
                columns: table => new
                {
                    project = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    since = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_project_members", x => new { x.project, x.learner });
                    table.ForeignKey(
                        name: "FK_project_members_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_project_members_projects_project",
                        column: x => x.project,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "support_lines",
                columns: table => new
                {
                    plan = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    by_day = table.Column<int>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_support_lines", x => new { x.plan, x.position });
                    table.ForeignKey(
                        name: "FK_support_lines_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_support_lines_support_plans_plan",
                        column: x => x.plan,
                        principalTable: "support_plans",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assigned_projects",
                columns: table => new
                {
                    assignment = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    project = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assigned_projects", x => new { x.assignment, x.learner });
                    table.ForeignKey(
                        name: "FK_assigned_projects_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_assigned_projects_projects_project",
                        column: x => x.project,
                        principalTable: "projects",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_assigned_projects_task_assignments_assignment",
                        column: x => x.assignment,
                        principalTable: "task_assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "task_assignment_aims",
                columns: table => new
                {
                    assignment = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_assignment_aims", x => new { x.assignment, x.competency });
                    table.ForeignKey(
                        name: "FK_task_assignment_aims_task_assignments_assignment",
                        column: x => x.assignment,
                        principalTable: "task_assignments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "message_reads",
                columns: table => new
                {
                    message = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_message_reads", x => new { x.message, x.person });
                    table.ForeignKey(
                        name: "FK_message_reads_messages_message",
                        column: x => x.message,
                        principalTable: "messages",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "flex_bookings",
                columns: table => new
                {
                    slot = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    offer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    before = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    batch = table.Column<byte[]>(type: "BLOB", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_flex_bookings", x => new { x.slot, x.learner });
                    table.ForeignKey(
                        name: "FK_flex_bookings_flex_offers_offer",
                        column: x => x.offer,
                        principalTable: "flex_offers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_flex_bookings_flex_slots_slot",
                        column: x => x.slot,
                        principalTable: "flex_slots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_flex_bookings_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "panel_ratings",
                columns: table => new
                {
                    panelist = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    competency = table.Column<byte[]>(type: "BLOB", nullable: false),
                    level = table.Column<long>(type: "INTEGER", nullable: true),
                    comment = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_panel_ratings", x => new { x.panelist, x.learner, x.competency });
                    table.ForeignKey(
                        name: "FK_panel_ratings_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_panel_ratings_panelists_panelist",
                        column: x => x.panelist,
                        principalTable: "panelists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_artifact_files_hash",
                table: "artifact_files",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "IX_assigned_projects_learner",
                table: "assigned_projects",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_assigned_projects_project",
                table: "assigned_projects",
                column: "project");

            migrationBuilder.CreateIndex(
                name: "IX_bank_tasks_owner",
                table: "bank_tasks",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "IX_captures_by_recorded_at",
                table: "captures",
                columns: new[] { "by", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "IX_captures_key",
                table: "captures",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "IX_check_ins_learner_planned_for",
                table: "check_ins",
                columns: new[] { "learner", "planned_for" });

            migrationBuilder.CreateIndex(
                name: "IX_conference_signatures_learner",
                table: "conference_signatures",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_conferences_learner",
                table: "conferences",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_conversation_members_person",
                table: "conversation_members",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_conversations_group",
                table: "conversations",
                column: "group");

            migrationBuilder.CreateIndex(
                name: "IX_conversations_learner",
                table: "conversations",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_correctives_learner_competency",
                table: "correctives",
                columns: new[] { "learner", "competency" });

            migrationBuilder.CreateIndex(
                name: "IX_criteria_policies_framework",
                table: "criteria_policies",
                column: "framework");

            migrationBuilder.CreateIndex(
                name: "IX_face_marks_evidence",
                table: "face_marks",
                column: "evidence");

            migrationBuilder.CreateIndex(
                name: "IX_face_marks_learner",
                table: "face_marks",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_face_marks_who",
                table: "face_marks",
                column: "who");

            migrationBuilder.CreateIndex(
                name: "IX_feedback_evidence",
                table: "feedback",
                column: "evidence");

            migrationBuilder.CreateIndex(
                name: "IX_flex_bookings_learner",
                table: "flex_bookings",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_flex_bookings_offer",
                table: "flex_bookings",
                column: "offer");

            migrationBuilder.CreateIndex(
                name: "IX_flex_offers_educator",
                table: "flex_offers",
                column: "educator");

            migrationBuilder.CreateIndex(
                name: "IX_flex_offers_slot",
                table: "flex_offers",
                column: "slot");

            migrationBuilder.CreateIndex(
                name: "IX_flex_slots_organization_day",
                table: "flex_slots",
                columns: new[] { "organization", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_focuses_learner",
                table: "focuses",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_focuses_project",
                table: "focuses",
                column: "project");

            migrationBuilder.CreateIndex(
                name: "IX_goals_plan",
                table: "goals",
                column: "plan");

            migrationBuilder.CreateIndex(
                name: "IX_grouping_rule_members_learner",
                table: "grouping_rule_members",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_hands_learner",
                table: "hands",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_judgment_queries_learner_judgment",
                table: "judgment_queries",
                columns: new[] { "learner", "judgment" });

            migrationBuilder.CreateIndex(
                name: "IX_learning_plans_learner",
                table: "learning_plans",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_messages_conversation_at",
                table: "messages",
                columns: new[] { "conversation", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_messages_learner",
                table: "messages",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_modified_expectations_learner",
                table: "modified_expectations",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_pacing_policies_program",
                table: "pacing_policies",
                column: "program");

            migrationBuilder.CreateIndex(
                name: "IX_pacing_policies_school",
                table: "pacing_policies",
                column: "school");

            migrationBuilder.CreateIndex(
                name: "IX_panel_ratings_learner",
                table: "panel_ratings",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_panelists_device_hash",
                table: "panelists",
                column: "device_hash");

            migrationBuilder.CreateIndex(
                name: "IX_panelists_link_hash",
                table: "panelists",
                column: "link_hash");

            migrationBuilder.CreateIndex(
                name: "IX_panelists_project",
                table: "panelists",
                column: "project");

            migrationBuilder.CreateIndex(
                name: "IX_path_choices_learner_competency",
                table: "path_choices",
                columns: new[] { "learner", "competency" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_signatures_learner",
                table: "plan_signatures",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_plan_signatures_plan",
                table: "plan_signatures",
                column: "plan");

            migrationBuilder.CreateIndex(
                name: "IX_portfolio_picks_learner_evidence",
                table: "portfolio_picks",
                columns: new[] { "learner", "evidence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_project_aims_learner",
                table: "project_aims",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_project_members_learner",
                table: "project_members",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_projects_group",
                table: "projects",
                column: "group");

            migrationBuilder.CreateIndex(
                name: "IX_ready_requests_learner_competency",
                table: "ready_requests",
                columns: new[] { "learner", "competency" });

            migrationBuilder.CreateIndex(
                name: "IX_report_narratives_author",
                table: "report_narratives",
                column: "author");

            migrationBuilder.CreateIndex(
                name: "IX_report_narratives_learner",
                table: "report_narratives",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_resources_competency",
                table: "resources",
                column: "competency");

            migrationBuilder.CreateIndex(
                name: "IX_shown_to_learner",
                table: "shown_to",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_support_lines_learner",
                table: "support_lines",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_support_plans_learner",
                table: "support_plans",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_task_assignments_group",
                table: "task_assignments",
                column: "group");

            migrationBuilder.CreateIndex(
                name: "IX_task_assignments_task",
                table: "task_assignments",
                column: "task");
            InsertOnly.Guard(migrationBuilder, "artifact_files", "captures", "sent_originals", "plan_signatures", "feedback");
            InsertOnly.GuardWords(migrationBuilder, ("artifact_files", "evidence", 24), ("sent_originals", "evidence", 131), ("feedback", "evidence", 140));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "artifact_files");

            migrationBuilder.DropTable(
                name: "assigned_projects");

            migrationBuilder.DropTable(
                name: "bank_task_aims");

            migrationBuilder.DropTable(
                name: "captures");

            migrationBuilder.DropTable(
                name: "check_ins");

            migrationBuilder.DropTable(
                name: "closed_days");

            migrationBuilder.DropTable(
                name: "conference_signatures");

            migrationBuilder.DropTable(
                name: "conversation_members");

            migrationBuilder.DropTable(
                name: "correctives");

            migrationBuilder.DropTable(
                name: "criteria_policies");

            migrationBuilder.DropTable(
                name: "deliverables");

            migrationBuilder.DropTable(
                name: "exhibitions");

            migrationBuilder.DropTable(
                name: "face_marks");

            migrationBuilder.DropTable(
                name: "feedback");

            migrationBuilder.DropTable(
                name: "flex_bookings");

            migrationBuilder.DropTable(
                name: "focuses");

            migrationBuilder.DropTable(
                name: "goals");

            migrationBuilder.DropTable(
                name: "grouping_rule_members");

            migrationBuilder.DropTable(
                name: "hands");

            migrationBuilder.DropTable(
                name: "judgment_queries");

            migrationBuilder.DropTable(
                name: "message_policies");

            migrationBuilder.DropTable(
                name: "message_reads");

            migrationBuilder.DropTable(
                name: "modified_expectations");

            migrationBuilder.DropTable(
                name: "notice_choices");

            migrationBuilder.DropTable(
                name: "pacing_policies");

            migrationBuilder.DropTable(
                name: "panel_ratings");

            migrationBuilder.DropTable(
                name: "path_choices");

            migrationBuilder.DropTable(
                name: "plan_signatures");

            migrationBuilder.DropTable(
                name: "plan_steps");

            migrationBuilder.DropTable(
                name: "plan_template_steps");

            migrationBuilder.DropTable(
                name: "portfolio_picks");

            migrationBuilder.DropTable(
                name: "project_aims");

            migrationBuilder.DropTable(
                name: "project_members");

            migrationBuilder.DropTable(
                name: "ready_requests");

            migrationBuilder.DropTable(
                name: "report_narratives");

            migrationBuilder.DropTable(
                name: "resources");

            migrationBuilder.DropTable(
                name: "sent_originals");

            migrationBuilder.DropTable(
                name: "shown_to");

            migrationBuilder.DropTable(
                name: "support_lines");

            migrationBuilder.DropTable(
                name: "task_assignment_aims");

            migrationBuilder.DropTable(
                name: "conferences");

            migrationBuilder.DropTable(
                name: "flex_offers");

            migrationBuilder.DropTable(
                name: "grouping_rules");

            migrationBuilder.DropTable(
                name: "messages");

            migrationBuilder.DropTable(
                name: "panelists");

            migrationBuilder.DropTable(
                name: "learning_plans");

            migrationBuilder.DropTable(
                name: "plan_templates");

            migrationBuilder.DropTable(
                name: "support_plans");

            migrationBuilder.DropTable(
                name: "task_assignments");

            migrationBuilder.DropTable(
                name: "flex_slots");

            migrationBuilder.DropTable(
                name: "conversations");

            migrationBuilder.DropTable(
                name: "projects");

            migrationBuilder.DropTable(
                name: "bank_tasks");
        }
    }
}
