namespace Cairn.Interop.OneRoster;

/// <summary>Reads who is in what class. The enrollment's role decides in the class.</summary>
internal static class ReadMemberships
{
    public static void From(RosterReading reading, ReadPeople people)
    {
        var keys = new KeySet();
        var rows = new List<(RosterMembership Row, RosterSpan Span, RosterPlace End)>();
        var ended = new HashSet<string>(StringComparer.Ordinal);
        if (reading.ToBeRead.Contains(RosterColumns.Enrollments.File) && !reading.Classes.IsThere)
            reading.Faults.Error(RosterColumns.Classes.File, 0, "", "", "a roster with enrollments has classes.csv", "add the file, in bulk mode");
        reading.Each(RosterColumns.Enrollments, keys, table =>
        {
            var (group, person) = (table.Key("classSourcedId"), table.Key("userSourcedId"));
            if (!reading.Takes(table, keys, table.KeyOrNone("sourcedId"), isOfPerson: true)) return;
            var state = group.Length == 0 ? KeyState.CannotTell : reading.Classes.Look(group);
            if (state == KeyState.Unknown) table.Wrong("classSourcedId", "classSourcedId is one of the keys in classes.csv", "correct it, add the class to classes.csv, or take the row out");
            else if (state == KeyState.LeftOut && ended.Add(group)) table.Odd("classSourcedId", "the class is inactive or to be deleted: its enrollments are left out, here and below", "nothing needs to be done, if the class has ended");
            var draft = person.Length > 0 ? people.PointsAt(table, "userSourcedId", person) : null;
            if (draft is not null && state is (KeyState.InForce or KeyState.CannotTell)) Take(reading, table, draft, group, rows);
            else if (table.IsGood && state == KeyState.InForce && reading.Users.Look(person) == KeyState.LeftOut)
                table.Odd("userSourcedId", "the person is inactive or to be deleted: the enrollment is left out", "make it tobedeleted too, or the person active");
        });
        Finish(reading, rows);
    }

    private static void Take(RosterReading reading, RosterTable table, PersonDraft draft, string group, List<(RosterMembership, RosterSpan, RosterPlace)> rows)
    {
        var claimed = table.Line("role");
        var words = RoleWords.Of(claimed);
        var span = reading.Dates.Span(table, "beginDate", "endDate", isNeeded: true);
        var isPrimary = table.Flag("primary", isOfPerson: false) ?? false;
        if (words.Role is not (RosterRole.Learner or RosterRole.Educator))
        {
            table.Odd("role", "a person is in a class as student or teacher; the row is left out", "write student or teacher, or take the row out");
            return;
        }

        if (!table.IsGood) return;
        if (words.Role == RosterRole.Learner) draft.LearnsInClass = true;
        // A learner who is to see a class as its teacher is more than a file can say.
        else if (words.NeedsConfirmation || (draft.Has(RosterRole.Learner) && !draft.Has(RosterRole.Educator)))
            reading.Sheets.NeedsConfirmation.Add(new RosterClaim(table.File, table.Row, draft.Person.Key, claimed, group));
        rows.Add((new RosterMembership(table.Row, table["sourcedId"], group, draft.Person.SourcedId, words.Role, null, null, isPrimary && words.Role == RosterRole.Educator), span, table.Place("endDate")));
    }

    private static void Finish(RosterReading reading, List<(RosterMembership Row, RosterSpan Span, RosterPlace End)> rows)
    {
        var seen = new HashSet<(string, string, RosterRole, DateOnly?, DateOnly?)>();
        foreach (var (row, span, end) in rows)
        {
            var whole = row with { From = span.From, Until = span.Until };
            if (!span.IsSome) end.Odd(reading.Faults, "an enrollment ends after it begins; it is left out", "correct beginDate or endDate: endDate is the first day without");
            else if (seen.Add((row.Group, row.Person, row.Role, whole.From, whole.Until))) reading.Sheets.Memberships.Add(whole);
            else reading.Faults.Warn(RosterColumns.Enrollments.File, row.Row, "classSourcedId", row.Group, "the same enrollment stands there twice, and is taken once", "take one of the two out");
        }
    }
}
