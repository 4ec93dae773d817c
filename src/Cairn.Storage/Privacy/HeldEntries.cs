using System.Text;
using System.Text.Json;
using Cairn.Learning.People;
using Cairn.Learning.Privacy;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Privacy;

/// <summary>What the journal says about a learner's record, as it may be told to them: who saw it and who changed it, and why. Words are
/// told only of what is the learner's own; of private notes, and of who is kept from whom, not even that there are any.</summary>
internal static class HeldEntries
{
    /// <summary>Rows whose was and is are the learner's own.</summary>
    private static readonly HashSet<Type> Told = [typeof(Learner), typeof(Enrollment)];

    private static readonly List<int> Unsaid = [JournalKinds.Of(typeof(PrivateNote))!.Value.Number, JournalKinds.Of(typeof(Learning.Plans.Groupings.GroupingRuleMember))!.Value.Number,
        .. Transfers.HeldMobility.Unsaid.Select(one => JournalKinds.Of(one)!.Value.Number),
        // Of another home's messages one home does not even learn that there are any.
        JournalKinds.Of(typeof(Learning.Families.Message))!.Value.Number, JournalKinds.Of(typeof(Learning.Families.Conversation))!.Value.Number];

    private static readonly Dictionary<int, Type> Kinds = JournalKinds.All.ToDictionary(one => one.Number, one => one.Type);

    public static IEnumerable<HeldEntry> Of(Db db, HeldOfLearner held)
    {
        var learner = held.Learner.Id;
        var about = db.Journal.AsNoTracking().Where(one => one.Learner == learner && !Unsaid.Contains(one.Kind)).ToList();
        about.AddRange(OfFacts(db, held));
        var numbers = about.Select(one => one.Occasion).Distinct().ToList();
        var occasions = new Dictionary<long, Occasion>();
        foreach (var some in numbers.Chunk(500))
            foreach (var one in db.Occasions.AsNoTracking().Where(one => some.Contains(one.Id)).ToList()) occasions[one.Id] = one;
        var said = (from one in db.Journal.AsNoTracking()
                    where one.Learner == learner
                    join payload in db.JournalPayloads.AsNoTracking() on one.Index equals payload.Index
                    select new { payload.Index, payload.Words }).ToDictionary(one => one.Index, one => one.Words);
        var names = PeopleNames.OfStaff(db, occasions.Values.Select(one => one.Person));
        names[learner.Value] = held.Learner.FullName;
        return about.OrderBy(one => one.Index).Select(one => Line(one, occasions[one.Occasion], names, said.GetValueOrDefault(one.Index, [])));
    }

    /// <summary>Facts say themselves whose they are, and have no entry by learner: the whole journal is gone through once.</summary>
    private static List<JournalEntry> OfFacts(Db db, HeldOfLearner held)
    {
        var rows = held.Evidence.Select(one => one.Id.Value).Concat(held.Judgments.Select(one => one.Id.Value)).Concat(held.StageEntries.Select(one => one.Id.Value))
            .Concat(held.Overrides.Select(one => one.Id.Value)).Concat(held.Retractions.Select(one => one.Id.Value)).Concat(held.Consents.Select(one => one.Id.Value))
            .Concat(held.Plans.Signatures.Select(one => one.Id.Value)).Concat(held.Mobility.Facts).Concat(held.Issued.Facts).Concat(held.Credits.Facts).Concat(held.Diplomas.Facts).ToHashSet();
        if (rows.Count == 0) return [];
        var facts = JournalKinds.All.Where(one => one.Way == JournalWay.Fact).Select(one => one.Number).ToList();
        return db.Journal.AsNoTracking().Where(one => facts.Contains(one.Kind)).AsEnumerable().Where(one => rows.Contains(one.Row)).ToList();
    }

    private static HeldEntry Line(JournalEntry one, Occasion when, Dictionary<Guid, string> names, byte[] words)
    {
        var type = Kinds.GetValueOrDefault(one.Kind);
        return new HeldEntry(one.Index, when.At, one.Act, type is null ? "" : JsonNamingPolicy.CamelCase.ConvertName(type.Name), one.Act == JournalAct.Erased ? Guid.Empty : one.Row,
            when.Actor, names.GetValueOrDefault(when.Person, ""), when.Purpose, when.Where, Said(one, type, words));
    }

    private static string Said(JournalEntry one, Type? type, byte[] words)
    {
        if (words.Length == 0) return "";
        if (type is not null && Told.Contains(type)) return Encoding.UTF8.GetString(words);
        if (one.Act is not (JournalAct.Viewed or JournalAct.Exported or JournalAct.BrokeGlass)) return "";
        using var read = JsonDocument.Parse(words);
        return read.RootElement.TryGetProperty("why", out var why) ? why.GetString() ?? "" : "";
    }
}
