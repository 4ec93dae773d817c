namespace Cairn.Interop.OneRoster;

/// <summary>Reads people, their roles and their birth dates.</summary>
internal sealed class ReadPeople(RosterReading reading)
{
    private readonly List<PersonDraft> _drafts = [];
    private readonly Dictionary<string, PersonDraft> _byKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> _usernames = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _otherKeys = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them, in the file's order; those whose row is refused too.</summary>
    public IReadOnlyList<PersonDraft> All => _drafts;

    /// <summary>A person by their sourcedId; null where there is none in force.</summary>
    public PersonDraft? Find(string key) => _byKey.GetValueOrDefault(key);

    public void From()
    {
        // With roles.csv, a role that users.csv names as well is an older word for the same.
        var hasRoles = reading.ToBeRead.Contains(RosterColumns.Roles.File);
        reading.Each(RosterColumns.Users, reading.Users, table => TakeUser(table, hasRoles));
        ReadRoles();
        ReadBirthDates();
        reading.Sheets.People.AddRange(_drafts.Where(draft => draft.IsGood).Select(draft => draft.Whole()));
    }

    private void TakeUser(RosterTable table, bool hasRoles)
    {
        var key = table.KeyOrNone("sourcedId");
        if (!reading.Takes(table, reading.Users, key, isOfPerson: true)) return;
        var (username, identifier, email) = (table.KeyOrNone("username"), table.Line("identifier"), EmailOf(table));
        if (key.Length + username.Length + identifier.Length + email.Length == 0)
            table.Wrong("sourcedId", "a person has a sourcedId, or else a username, e-mail or identifier", "fill sourcedId in, or take the row out");
        else if (key.Length == 0) TakeWithoutKey(table, username, identifier, email);
        if (username.Length > 0 && !_usernames.Add(username)) table.Wrong("username", "username is used once in users.csv, whatever its case", "two people have it: give one of them another");
        var isEnabled = table.Flag("enabledUser", isOfPerson: true) ?? true;
        var person = new RosterPerson(table.Row, key, username, table.Line("givenName"), table.Line("familyName"), table.Line("middleName"), "", "", "", email, identifier,
            isEnabled, table.List("grades"), PlacesOf(table, out var isSlipped), null, []);
        if (person.GivenName.Length + person.FamilyName.Length == 0) table.Odd("givenName", "a person has a name; the username or key is shown in its place", "fill givenName and familyName in");
        if (!isSlipped) person = person with { PreferredGivenName = table.Line("preferredGivenName"), PreferredMiddleName = table.Line("preferredMiddleName"), PreferredFamilyName = table.Line("preferredFamilyName") };
        var draft = new PersonDraft(person, table.IsGood);
        draft.Agents.AddRange(table.List("agentSourcedIds").Select(agent => (agent, table.Place("agentSourcedIds"))));
        if (!hasRoles) AddRole(draft, table, "", true, person.Organizations.FirstOrDefault(""), new RosterSpan());
        _drafts.Add(draft);
        if (key.Length > 0) _byKey.Add(key, draft);
    }

    private void TakeWithoutKey(RosterTable table, string username, string identifier, string email)
    {
        table.Odd("sourcedId", "a person has a sourcedId; this one is known by username, e-mail or identifier, and no other row can point here", "fill sourcedId in");
        // A username is held against the others in any case.
        if (username.Length == 0 && !_otherKeys.Add(email.Length > 0 ? "email:" + email : "identifier:" + identifier))
            table.Wrong("sourcedId", "a person without sourcedId and username has an e-mail or identifier that nobody else has", "fill sourcedId in");
    }

    private static string EmailOf(RosterTable table)
    {
        var text = table["email"];
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (text.Length == 0 || (at > 0 && at < text.Length - 1 && text.Length <= 320 && !text.Any(one => char.IsWhiteSpace(one) || char.IsControl(one)))) return text;
        table.Odd("email", "this is no e-mail address, and is left out", "correct it, or leave it empty");
        return "";
    }

    // In a row of another width, an organization that nobody knows shows that the fields at its end have slipped.
    private List<string> PlacesOf(RosterTable table, out bool isSlipped)
    {
        var primary = table["primaryOrgSourcedId"];
        isSlipped = table.IsShifted && primary.Length > 0 && reading.Orgs.Look(primary) != KeyState.InForce;
        var named = new[] { ("primaryOrgSourcedId", primary) }.Concat(table.List("orgSourcedIds").Select(one => ("orgSourcedIds", one)));
        return [.. named.Select(one => reading.Orgs.KnownOrNone(table, one.Item1, one.Item2)).Where(one => one.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private void AddRole(PersonDraft draft, RosterTable table, string type, bool isPrimary, string place, RosterSpan span)
    {
        var claimed = table.Line("role");
        if (claimed.Length == 0 && type.Length == 0)
        {
            table.OddOnce("role", "a person has a role; this one has none, here and below", "write student, teacher, guardian, parent, relative, aide or administrator");
            return;
        }

        var words = RoleWords.Of(claimed);
        if (!words.IsKnown && table.IsShifted) table.Wrong("role", "the role is not known, and the row's fields do not stand under their columns", "look for a comma too many or too few");
        else if (!words.IsKnown || claimed.Length == 0) table.Odd("role", "the role is not known and gives nothing", "write student, teacher, guardian, parent, relative, aide or administrator");
        draft.Roles.Add((new RosterPersonRole(words.Role, claimed, isPrimary, place, null, null), span));
        if (words.NeedsConfirmation) reading.Sheets.NeedsConfirmation.Add(new RosterClaim(table.File, table.Row, draft.Person.Key, claimed, place));
    }

    private void ReadRoles()
    {
        var keys = new KeySet();
        var spans = new List<(RosterSpan Span, RosterPlace End)>();
        reading.Each(RosterColumns.Roles, keys, table =>
        {
            var user = table.Key("userSourcedId");
            if (!reading.Takes(table, keys, table.KeyOrNone("sourcedId"), isOfPerson: true)) return;
            if (user.Length == 0 || PointsAt(table, "userSourcedId", user) is not { } draft) return;
            var place = reading.Orgs.KnownOrNone(table, "orgSourcedId", table["orgSourcedId"]);
            var span = reading.Dates.Span(table, "beginDate", "endDate", isNeeded: true);
            spans.Add((span, table.Place("endDate")));
            AddRole(draft, table, "role", table["roleType"].Equals("primary", StringComparison.OrdinalIgnoreCase), place, span);
        });
        foreach (var (_, end) in spans.Where(one => !one.Span.IsSome)) end.Odd(reading.Faults, "a role ends after it begins; it is left out", "correct beginDate or endDate");
    }

    private void ReadBirthDates() => reading.Each(RosterColumns.Demographics, null, table =>
    {
        var user = table.Key("sourcedId");
        if (!table.InForce(isOfPerson: true) || user.Length == 0 || PointsAt(table, "sourcedId", user) is not { } draft) return;
        var content = table.Content();
        if (draft.Demographics is { } before)
        {
            if (before == content) table.Odd("sourcedId", "the row stands there twice, and is taken once", "take one of the two out");
            else table.Wrong("sourcedId", "sourcedId is used once in demographics.csv", "two rows with it say different things: take one of the two out");
            return;
        }

        draft.Demographics = content;
        reading.Dates.Read(table, "birthDate", isNeeded: false, day => draft.BirthDate = day);
    });

    /// <summary>The person a row points at; null where they left, or are not there: the latter is an error with its place.</summary>
    public PersonDraft? PointsAt(RosterTable table, string column, string key)
    {
        switch (reading.Users.Look(key))
        {
            case KeyState.InForce: return Find(key);
            // Their row could not be read: the rest of this one is looked at all the same.
            case KeyState.CannotTell: return new PersonDraft(new RosterPerson(0, key, "", "", "", "", "", "", "", "", "", true, [], [], null, []), false);
            case KeyState.Unknown:
                table.Wrong(column, $"{column} is one of the keys in users.csv", "correct it, add the person to users.csv, or take the row out");
                return null;
            default: return null;
        }
    }
}
