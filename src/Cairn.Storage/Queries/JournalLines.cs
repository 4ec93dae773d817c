using Cairn.Learning;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.Storage.Queries;

/// <summary>An entry of the journal as people read it: without its words, which may speak of others.</summary>
/// <param name="Index">Its place.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">In what relation.</param>
/// <param name="Person">Who; empty for the command line and for jobs.</param>
/// <param name="Name">Their name, of educators and mentors; empty otherwise.</param>
/// <param name="Act">What was done.</param>
/// <param name="Kind">To what kind of row, as it is called in code; empty for none.</param>
/// <param name="Row">To which row.</param>
/// <param name="Learner">Whose record.</param>
/// <param name="Door">Through which door.</param>
/// <param name="Purpose">The legitimate interest.</param>
/// <param name="From">The network address.</param>
public sealed record JournalLine(long Index, DateTime At, ActorKind Actor, Guid Person, string Name, JournalAct Act, string Kind, Guid Row, LearnerId? Learner, string Door, string Purpose, string From);

/// <summary>What of the journal is asked for.</summary>
/// <param name="Since">From this moment on, UTC.</param>
/// <param name="Until">Before this moment, UTC.</param>
/// <param name="Act">What was done; null for anything.</param>
/// <param name="Person">Who; null for anybody.</param>
/// <param name="Learner">Whose record; null for anybody's.</param>
/// <param name="Kind">A kind of row, as it is called in code; null for any.</param>
public sealed record JournalAsk(DateTime? Since, DateTime? Until, JournalAct? Act, Guid? Person, LearnerId? Learner, string? Kind)
{
    /// <summary>Only entries before this place; null for the newest.</summary>
    public long? Before { get; init; }

    /// <summary>Also what tells of situations and of what helps somebody? Only to who leads the district: whoever else reads the journal does not learn that there are any.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>Reads the journal for those who may read all of it.</summary>
public static class JournalLines
{
    /// <summary>The kinds of rows that the journal holds, as they are called in code.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. JournalKinds.All.Select(one => one.Type.Name).Order(StringComparer.Ordinal)];

    /// <summary>The newest entries that are asked for, newest first.</summary>
    public static IReadOnlyList<JournalLine> Newest(Db db, JournalAsk ask, int most)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(ask);
        var entries = db.Journal.AsNoTracking().AsQueryable();
        var unsaid = Transfers.HeldMobility.Unsaid.Select(one => JournalKinds.Of(one)!.Value.Number).ToList();
        if (!ask.IsWhole) entries = entries.Where(one => !unsaid.Contains(one.Kind));
        if (ask.Before is { } before) entries = entries.Where(one => one.Index < before);
        if (ask.Act is { } act) entries = entries.Where(one => one.Act == act);
        if (ask.Learner is { } learner) entries = entries.Where(one => one.Learner == learner);
        if (ask.Kind is { } kind && JournalKinds.All.FirstOrDefault(one => one.Type.Name == kind) is { Type: not null } known) entries = entries.Where(one => one.Kind == known.Number);
        if (ask.Since is not null || ask.Until is not null || ask.Person is not null)
        {
            var occasions = db.Occasions.AsNoTracking().AsQueryable();
            if (ask.Since is { } since) occasions = occasions.Where(one => one.At >= since);
            if (ask.Until is { } until) occasions = occasions.Where(one => one.At < until);
            if (ask.Person is { } person) occasions = occasions.Where(one => one.Person == person || one.OnBehalfOf == person);
            entries = entries.Where(entry => occasions.Any(one => one.Id == entry.Occasion));
        }

        return Of(db, [.. entries.OrderByDescending(one => one.Index).Take(most)]);
    }

    internal static IReadOnlyList<JournalLine> Of(Db db, IReadOnlyList<JournalEntry> entries)
    {
        var ids = entries.Select(one => one.Occasion).Distinct().ToList();
        var occasions = db.Occasions.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionary(one => one.Id);
        var people = occasions.Values.Select(one => one.Person).Where(one => one != Guid.Empty).Distinct().ToList();
        List<EducatorId> educators = [.. people.Select(one => new EducatorId(one))];
        List<SponsorId> sponsors = [.. people.Select(one => new SponsorId(one))];
        var names = db.Educators.AsNoTracking().Where(one => educators.Contains(one.Id)).ToDictionary(one => one.Id.Value, one => one.DisplayName);
        foreach (var one in db.Sponsors.AsNoTracking().Where(one => sponsors.Contains(one.Id))) names[one.Id.Value] = one.DisplayName;
        return [.. entries.Where(one => occasions.ContainsKey(one.Occasion)).Select(entry =>
        {
            var occasion = occasions[entry.Occasion];
            return new JournalLine(entry.Index, occasion.At, occasion.Actor, occasion.Person, names.GetValueOrDefault(occasion.Person) ?? "", entry.Act,
                JournalKinds.All.FirstOrDefault(one => one.Number == entry.Kind).Type?.Name ?? "", entry.Row, entry.Learner, occasion.Where, occasion.Purpose, occasion.From);
        })];
    }
}
