using System.Net;
using System.Security.Cryptography;
using System.Text;
using Cairn.App.Access;
using Cairn.App.Tests.Storage;
using Cairn.App.Tests.Web;
using Cairn.Storage;
using Cairn.Storage.Journal;
using Microsoft.EntityFrameworkCore;

namespace Cairn.App.Tests.Abuse;

/// <summary>
/// The three parts of a refusal, in one place: the answer says no, what is held is the same to the byte, and the journal has a new entry that
/// says who was refused and why. Of strangers it is the entry that tells of all of one minute.
/// </summary>
internal sealed class Refused(RunningSite site, District district)
{
    // The journal itself grows, an answer that is kept is no part of the record, and a session moves with every use.
    private static readonly string[] NotState = ["journal", "journal_entries", "journal_payloads", "journal_seals", "occasions", "checkpoints", "head", "sessions", "kept_answers"];

    /// <summary>Everything that a district holds, hashed: what a refusal must leave as it was.</summary>
    /// <param name="district">Whose.</param>
    /// <param name="besides">Tables that may change: where a wrong try is counted.</param>
    public static string State(District district, params string[] besides)
    {
        using var db = district.Open();
        var tables = db.Model.GetEntityTypes().Select(one => one.GetTableName()).OfType<string>().Distinct().Except(NotState).Except(besides).Order(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', tables.SelectMany(table => Sql.Dump(db, table).Order(StringComparer.Ordinal).Prepend(table))))));
    }

    /// <summary>Somebody who is known is refused, a person or another system.</summary>
    /// <param name="person">Who.</param>
    /// <param name="status">What is answered; null where the caller looks at it.</param>
    /// <param name="why">What the journal's words hold.</param>
    /// <param name="ask">Asks.</param>
    /// <param name="besides">Tables that may change.</param>
    public Task<Answer> ByPerson(Guid person, HttpStatusCode? status, string why, Func<Task<Answer>> ask, params string[] besides) =>
        Ask(status, $"of {person}: {why}", (by, words) => by.Person == person && words.Contains(why, StringComparison.Ordinal), ask, besides);

    /// <summary>Somebody whose account is known, and no more, is refused.</summary>
    public Task<Answer> ByAccount(Guid account, HttpStatusCode status, string why, Func<Task<Answer>> ask, params string[] besides) =>
        Ask(status, $"of account {account}: {why}", (by, words) => by.Account == account && words.Contains(why, StringComparison.Ordinal), ask, besides);

    /// <summary>Nobody who is known is refused.</summary>
    public Task<Answer> ByStranger(HttpStatusCode status, string why, Func<Task<Answer>> ask, params string[] besides) =>
        Ask(status, $"of nobody known: {why}", (by, words) => by.Person == Guid.Empty && by.Account == Guid.Empty && words.Contains(why, StringComparison.Ordinal), ask, besides);

    /// <summary>Where the newest refusal was, as the journal has it.</summary>
    public Occasion Last() => Entries(0)[^1].By;

    private async Task<Answer> Ask(HttpStatusCode? status, string wanted, Func<Occasion, string, bool> isTold, Func<Task<Answer>> ask, string[] besides)
    {
        var refusals = site.Part<Refusals>();
        // What strangers tried before is no part of this.
        await refusals.TellStrangers([district]);
        var (before, first) = (State(district, besides), Size());
        var answer = await ask();
        await refusals.TellStrangers([district]);
        if (status is { } said) answer.Status.ShouldBe(said, answer.Whole);
        State(district, besides).ShouldBe(before, "something changed");
        var told = Entries(first);
        told.Any(one => isTold(one.By, one.Words)).ShouldBeTrue($"the journal does not tell the refusal {wanted}. It tells: {string.Join("; ", told.Select(one => $"{one.By.Person} {one.By.Account} {one.By.Where} {one.Words}"))}");
        return answer;
    }

    private long Size()
    {
        using var db = district.Open();
        return db.Journal.Count();
    }

    private List<(Occasion By, string Words)> Entries(long first)
    {
        using var db = district.Open();
        var found = (from entry in db.Journal.AsNoTracking() where entry.Act == JournalAct.Refused && entry.Index >= first orderby entry.Index join occasion in db.Occasions.AsNoTracking() on entry.Occasion equals occasion.Id select new { entry.Index, occasion }).ToList();
        return [.. found.Select(one => (one.occasion, Encoding.UTF8.GetString(db.JournalPayloads.AsNoTracking().FirstOrDefault(each => each.Index == one.Index)?.Words ?? [])))];
    }
}
