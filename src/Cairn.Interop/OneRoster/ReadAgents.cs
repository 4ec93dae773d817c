namespace Cairn.Interop.OneRoster;

/// <summary>
/// Makes guardianships of agents. A guardian sees a child's record, so that both ends must say so: one is a learner in this
/// roster, the other a parent or guardian.
/// </summary>
internal static class ReadAgents
{
    public static void From(RosterReading reading, ReadPeople people)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var draft in people.All)
        {
            foreach (var (key, place) in draft.Agents)
            {
                if (reading.Users.Look(key) == KeyState.Unknown) place.Wrong(reading.Faults, "an agent is one of the keys in users.csv", "correct it, add the person to users.csv, or take the agent out");
                if (people.Find(key) is not { } agent) continue;
                if (Of(draft, agent) is not { } pair) place.Odd(reading.Faults, "an agent is a parent or guardian of a learner; this relation is left out", "give the agent the role guardian, if it is meant");
                else if (seen.Add(pair)) reading.Sheets.Guardianships.Add(new RosterGuardianship(draft.Person.Row, pair.Guardian, pair.Learner));
            }
        }
    }

    // The standard lets either of the two point at the other.
    private static (string Guardian, string Learner)? Of(PersonDraft one, PersonDraft other) =>
        one == other ? null
        : IsLearner(one) && other.Has(RosterRole.Guardian) ? (other.Person.SourcedId, one.Person.SourcedId)
        : IsLearner(other) && one.Has(RosterRole.Guardian) ? (one.Person.SourcedId, other.Person.SourcedId)
        : null;

    private static bool IsLearner(PersonDraft draft) => draft.LearnsInClass || draft.Has(RosterRole.Learner);
}
