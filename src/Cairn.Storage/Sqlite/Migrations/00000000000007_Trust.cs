using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Trust : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "role",
                table: "teachings",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "occasion",
                table: "head",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<byte[]>(
                name: "tree",
                table: "head",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    login = table.Column<string>(type: "TEXT", nullable: false, collation: "NOCASE"),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    is_email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: false),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: false),
                    totp_key = table.Column<byte[]>(type: "BLOB", nullable: true),
                    totp_step = table.Column<long>(type: "INTEGER", nullable: false),
                    has_second_factor = table.Column<bool>(type: "INTEGER", nullable: false),
                    recovery_codes = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_sign_in_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "amendments",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    asked_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    wish = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_on = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decision = table.Column<string>(type: "TEXT", nullable: false),
                    statement = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_amendments", x => x.id);
                    table.ForeignKey(
                        name: "FK_amendments_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "api_clients",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    scopes = table.Column<string>(type: "TEXT", nullable: false),
                    school = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    last_used_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_clients", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "badges",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pictures_hash = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_badges", x => x.id);
                    table.ForeignKey(
                        name: "FK_badges_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "caseloads",
                columns: table => new
                {
                    educator = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_caseloads", x => new { x.educator, x.learner, x.kind, x.from });
                    table.ForeignKey(
                        name: "FK_caseloads_educators_educator",
                        column: x => x.educator,
                        principalTable: "educators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_caseloads_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "checkpoints",
                columns: table => new
                {
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    root = table.Column<byte[]>(type: "BLOB", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    signature = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_checkpoints", x => x.size);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: true),
                    artifact = table.Column<int>(type: "INTEGER", nullable: true),
                    is_given = table.Column<bool>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consents", x => x.id);
                    table.ForeignKey(
                        name: "FK_consents_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "emergency_accesses",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    educator = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_emergency_accesses", x => x.id);
                    table.ForeignKey(
                        name: "FK_emergency_accesses_educators_educator",
                        column: x => x.educator,
                        principalTable: "educators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_emergency_accesses_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "erasures",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    parts = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    asked_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erasures", x => x.id);
                    table.ForeignKey(
                        name: "FK_erasures_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "group_hours",
                columns: table => new
                {
                    group = table.Column<byte[]>(type: "BLOB", nullable: false),
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_group_hours", x => new { x.group, x.day, x.from });
                    table.ForeignKey(
                        name: "FK_group_hours_groups_group",
                        column: x => x.group,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "guardian_blocks",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    guardian = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    lifted_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guardian_blocks", x => x.id);
                    table.ForeignKey(
                        name: "FK_guardian_blocks_guardians_guardian",
                        column: x => x.guardian,
                        principalTable: "guardians",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_guardian_blocks_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journal",
                columns: table => new
                {
                    index = table.Column<long>(type: "INTEGER", nullable: false),
                    occasion = table.Column<long>(type: "INTEGER", nullable: false),
                    act = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    row = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: true),
                    leaf = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal", x => x.index);
                });

            migrationBuilder.CreateTable(
                name: "journal_payloads",
                columns: table => new
                {
                    index = table.Column<long>(type: "INTEGER", nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    row_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_payloads", x => x.index);
                });

            migrationBuilder.CreateTable(
                name: "journal_seals",
                columns: table => new
                {
                    index = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    of = table.Column<byte[]>(type: "BLOB", nullable: false),
                    seal = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_seals", x => x.index);
                });

            migrationBuilder.CreateTable(
                name: "kept_answers",
                columns: table => new
                {
                    client = table.Column<byte[]>(type: "BLOB", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    asked = table.Column<byte[]>(type: "BLOB", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_answers", x => new { x.client, x.key });
                });

            migrationBuilder.CreateTable(
                name: "legal_holds",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    lifted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    lifted_by = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_legal_holds", x => x.id);
                    table.ForeignKey(
                        name: "FK_legal_holds_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "occasions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<int>(type: "INTEGER", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account = table.Column<byte[]>(type: "BLOB", nullable: false),
                    on_behalf_of = table.Column<byte[]>(type: "BLOB", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    where = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_occasions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "one_time_codes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    code_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_one_time_codes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "opened_devices",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    group = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_opened_devices", x => x.id);
                    table.ForeignKey(
                        name: "FK_opened_devices_educators_by",
                        column: x => x.by,
                        principalTable: "educators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_opened_devices_groups_group",
                        column: x => x.group,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "placements",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sponsor = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_placements", x => x.id);
                    table.ForeignKey(
                        name: "FK_placements_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_placements_sponsors_sponsor",
                        column: x => x.sponsor,
                        principalTable: "sponsors",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "private_notes",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    author = table.Column<byte[]>(type: "BLOB", nullable: false),
                    learner = table.Column<byte[]>(type: "BLOB", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    shared_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_private_notes", x => x.id);
                    table.ForeignKey(
                        name: "FK_private_notes_educators_author",
                        column: x => x.author,
                        principalTable: "educators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_private_notes_learners_learner",
                        column: x => x.learner,
                        principalTable: "learners",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "retentions",
                columns: table => new
                {
                    part = table.Column<int>(type: "INTEGER", nullable: false),
                    years = table.Column<int>(type: "INTEGER", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retentions", x => x.part);
                });

            migrationBuilder.CreateTable(
                name: "role_grants",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    educator = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<int>(type: "INTEGER", nullable: false),
                    school = table.Column<byte[]>(type: "BLOB", nullable: true),
                    program = table.Column<byte[]>(type: "BLOB", nullable: true),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    until = table.Column<int>(type: "INTEGER", nullable: true),
                    by = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_role_grants", x => x.id);
                    table.ForeignKey(
                        name: "FK_role_grants_educators_educator",
                        column: x => x.educator,
                        principalTable: "educators",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_role_grants_organizations_school",
                        column: x => x.school,
                        principalTable: "organizations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_role_grants_programs_program",
                        column: x => x.program,
                        principalTable: "programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    began_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    proved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    methods = table.Column<string>(type: "TEXT", nullable: false),
                    stamp = table.Column<string>(type: "TEXT", nullable: false),
                    device = table.Column<string>(type: "TEXT", nullable: false),
                    opened_device = table.Column<byte[]>(type: "BLOB", nullable: true),
                    impersonated_until = table.Column<long>(type: "INTEGER", nullable: true),
                    impersonated_by = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.token_hash);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_providers",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", nullable: false),
                    client_id = table.Column<string>(type: "TEXT", nullable: false),
                    client_secret = table.Column<byte[]>(type: "BLOB", nullable: true),
                    match_claim = table.Column<string>(type: "TEXT", nullable: false),
                    match_source = table.Column<string>(type: "TEXT", nullable: false),
                    tenant = table.Column<string>(type: "TEXT", nullable: false),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_providers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_people",
                columns: table => new
                {
                    account = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_people", x => new { x.account, x.kind, x.person });
                    table.ForeignKey(
                        name: "FK_account_people_accounts_account",
                        column: x => x.account,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "passkeys",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    account = table.Column<byte[]>(type: "BLOB", nullable: false),
                    data = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_used_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_passkeys", x => x.id);
                    table.ForeignKey(
                        name: "FK_passkeys_accounts_account",
                        column: x => x.account,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "external_logins",
                columns: table => new
                {
                    provider = table.Column<byte[]>(type: "BLOB", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    account = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_external_logins", x => new { x.provider, x.subject });
                    table.ForeignKey(
                        name: "FK_external_logins_accounts_account",
                        column: x => x.account,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_external_logins_sign_in_providers_provider",
                        column: x => x.provider,
                        principalTable: "sign_in_providers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_account_people_kind_person",
                table: "account_people",
                columns: new[] { "kind", "person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_email",
                table: "accounts",
                column: "email");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_login",
                table: "accounts",
                column: "login",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_amendments_learner",
                table: "amendments",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_api_clients_token_hash",
                table: "api_clients",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_badges_learner",
                table: "badges",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_badges_secret_hash",
                table: "badges",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_caseloads_learner",
                table: "caseloads",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_consents_learner_purpose",
                table: "consents",
                columns: new[] { "learner", "purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_emergency_accesses_educator_learner",
                table: "emergency_accesses",
                columns: new[] { "educator", "learner" });

            migrationBuilder.CreateIndex(
                name: "IX_emergency_accesses_learner",
                table: "emergency_accesses",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_erasures_learner",
                table: "erasures",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_external_logins_account",
                table: "external_logins",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "IX_guardian_blocks_guardian_learner",
                table: "guardian_blocks",
                columns: new[] { "guardian", "learner" });

            migrationBuilder.CreateIndex(
                name: "IX_guardian_blocks_learner",
                table: "guardian_blocks",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_journal_learner_index",
                table: "journal",
                columns: new[] { "learner", "index" },
                filter: "learner IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_journal_seals_of_kind",
                table: "journal_seals",
                columns: new[] { "of", "kind" });

            migrationBuilder.CreateIndex(
                name: "IX_kept_answers_at",
                table: "kept_answers",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_legal_holds_learner",
                table: "legal_holds",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_occasions_at",
                table: "occasions",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_one_time_codes_code_hash",
                table: "one_time_codes",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_one_time_codes_kind_person",
                table: "one_time_codes",
                columns: new[] { "kind", "person" });

            migrationBuilder.CreateIndex(
                name: "IX_opened_devices_by",
                table: "opened_devices",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "IX_opened_devices_group",
                table: "opened_devices",
                column: "group");

            migrationBuilder.CreateIndex(
                name: "IX_opened_devices_token_hash",
                table: "opened_devices",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_passkeys_account",
                table: "passkeys",
                column: "account");

            migrationBuilder.CreateIndex(
                name: "IX_placements_learner",
                table: "placements",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_placements_sponsor_learner",
                table: "placements",
                columns: new[] { "sponsor", "learner" });

            migrationBuilder.CreateIndex(
                name: "IX_private_notes_author",
                table: "private_notes",
                column: "author");

            migrationBuilder.CreateIndex(
                name: "IX_private_notes_learner",
                table: "private_notes",
                column: "learner");

            migrationBuilder.CreateIndex(
                name: "IX_role_grants_educator",
                table: "role_grants",
                column: "educator");

            migrationBuilder.CreateIndex(
                name: "IX_role_grants_program",
                table: "role_grants",
                column: "program");

            migrationBuilder.CreateIndex(
                name: "IX_role_grants_school",
                table: "role_grants",
                column: "school");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_account_expires_at",
                table: "sessions",
                columns: new[] { "account", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "IX_sessions_id",
                table: "sessions",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sessions_person",
                table: "sessions",
                column: "person");

            InsertOnly.Guard(migrationBuilder, "consents", "journal", "occasions", "journal_seals", "checkpoints");
            InsertOnly.GuardErasable(migrationBuilder, ("evidence_texts", "evidence", 20), ("artifacts", "evidence", 21), ("judgment_texts", "judgment", 22), ("override_texts", "override", 23));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_people");

            migrationBuilder.DropTable(
                name: "amendments");

            migrationBuilder.DropTable(
                name: "api_clients");

            migrationBuilder.DropTable(
                name: "badges");

            migrationBuilder.DropTable(
                name: "caseloads");

            migrationBuilder.DropTable(
                name: "checkpoints");

            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropTable(
                name: "emergency_accesses");

            migrationBuilder.DropTable(
                name: "erasures");

            migrationBuilder.DropTable(
                name: "external_logins");

            migrationBuilder.DropTable(
                name: "group_hours");

            migrationBuilder.DropTable(
                name: "guardian_blocks");

            migrationBuilder.DropTable(
                name: "journal");

            migrationBuilder.DropTable(
                name: "journal_payloads");

            migrationBuilder.DropTable(
                name: "journal_seals");

            migrationBuilder.DropTable(
                name: "kept_answers");

            migrationBuilder.DropTable(
                name: "legal_holds");

            migrationBuilder.DropTable(
                name: "occasions");

            migrationBuilder.DropTable(
                name: "one_time_codes");

            migrationBuilder.DropTable(
                name: "opened_devices");

            migrationBuilder.DropTable(
                name: "passkeys");

            migrationBuilder.DropTable(
                name: "placements");

            migrationBuilder.DropTable(
                name: "private_notes");

            migrationBuilder.DropTable(
                name: "retentions");

            migrationBuilder.DropTable(
                name: "role_grants");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "sign_in_providers");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropColumn(
                name: "role",
                table: "teachings");

            migrationBuilder.DropColumn(
                name: "occasion",
                table: "head");

            migrationBuilder.DropColumn(
                name: "tree",
                table: "head");
        }
    }
}
