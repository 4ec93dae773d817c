using System.Globalization;
using System.Net;
using System.Text;
using Cairn.App.Ui.Words;
using Cairn.Learning;
using Cairn.Learning.Evidence;
using Cairn.Learning.Privacy;
using Cairn.Storage.Journal;
using Cairn.Storage.Privacy;

namespace Cairn.App.Features.Archives;

/// <summary>The page of an archive that a family opens: it needs no network, no script and no other file.</summary>
internal sealed class ArchiveIndex(Words words, string district, TimeZoneInfo zone, DateTime madeAt)
{
    private const string Look =
        "body{font:1rem/1.6 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#1d2a24;background:#fbfaf6}h1,h2,h3{line-height:1.25}"
        + "table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}th,td{text-align:left;vertical-align:top;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #d8d5ca}"
        + "blockquote{margin:.4rem 0;padding-left:.8rem;border-left:3px solid #b9c9bf;white-space:pre-line}summary{cursor:pointer;padding:.3rem 0}.soft{color:#5a665f}"
        + "@media (prefers-color-scheme:dark){body{color:#e8e6de;background:#161c19}th,td{border-color:#3a433e}.soft{color:#a9b3ad}blockquote{border-color:#4c5d53}a{color:#9fd0b4}}";

    private readonly StringBuilder _html = new();

    public string Of(HeldOfLearner held, IReadOnlyList<ArchiveConclusion> conclusions, IReadOnlyList<ArchiveTable> tables)
    {
        Begin(held.Learner.FullName);
        Conclusions(conclusions);
        Work(held);
        Relations(held.Relations);
        Rights(held);
        Seen(held.Journal);
        return End(tables);
    }

    /// <summary>The page of an educator's or a guardian's archive.</summary>
    public string Of(string name, IReadOnlyList<HeldRelation> relations, IReadOnlyList<ArchiveTable> tables)
    {
        Begin(name);
        Relations(relations);
        return End(tables);
    }

    private void Begin(string name)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{words.Language}\" dir=\"{words.Direction}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
            .Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>{Text(words["archive.title", ("name", name)])}</title><style>{Look}</style></head><body>\n");
        Head(1, words["archive.title", ("name", name)]);
        Say(words["archive.lead", ("district", district), ("date", words.DateTime(Local(madeAt)))]);
        Say(words["archive.offline"]);
    }

    private void Conclusions(IReadOnlyList<ArchiveConclusion> all)
    {
        Head(2, words["archive.where"]);
        if (all.Count == 0) Say(words["archive.where.none"]);
        foreach (var area in all.GroupBy(one => one.Area.Title))
        {
            Head(3, area.Key);
            Table([words["archive.competency"], words["archive.level"], words["archive.why"]], area.Select(one => (IReadOnlyList<string>)
            [
                Text(one.Is.Stage is { } stage ? words["archive.atStage", ("title", one.Competency.Title), ("stage", stage)] : one.Competency.Title), Text(one.Level),
                $"<details><summary>{Text(one.Reasons[0].Words)}</summary>{string.Concat(one.Reasons.Skip(1).Select(each => $"<p>{Text(each.Words)}</p>"))}</details>" + Quotes(one.Statements),
            ]));
        }
    }

    private void Work(HeldOfLearner held)
    {
        Head(2, words["archive.work", ("count", held.Evidence.Count)]);
        var texts = held.EvidenceTexts.ToDictionary(one => one.Evidence);
        var artifacts = held.Artifacts.ToLookup(one => one.Evidence);
        var statements = ArchiveFacts.StatementsOf(held);
        foreach (var year in held.Evidence.Reverse().GroupBy(one => Local(one.DemonstratedOn).Year))
        {
            _html.Append(CultureInfo.InvariantCulture, $"<details><summary>{Text(words["archive.year", ("year", year.Key.ToString(CultureInfo.InvariantCulture)), ("count", year.Count())])}</summary>");
            Table([words["archive.day"], words["archive.piece"], words["archive.comment"]], year.Select(one => (IReadOnlyList<string>)
                [Text(Day(one.DemonstratedOn)), Piece(one, texts.GetValueOrDefault(one.Id), artifacts[one.Id]), Text(texts.GetValueOrDefault(one.Id)?.Comment) + Quotes(statements[new DisputedPart(DisputedKind.Evidence, one.Id.Value)])]));
            _html.Append("</details>\n");
        }
    }

    private string Piece(PieceOfEvidence one, EvidenceText? text, IEnumerable<Artifact> artifacts) =>
        $"{Text(text?.Title is { Length: > 0 } title ? title : words["evidence.untitled"])}<div class=\"soft\">{Text(string.Join(" · ", new[] { text?.Experience, text?.Context }.Where(each => each is { Length: > 0 })))}</div>"
        + string.Concat(artifacts.Select(each => $"<div class=\"soft\">{Text(each.Name)} {Text(each.Address)}</div>"));

    private void Relations(IReadOnlyList<HeldRelation> relations)
    {
        Head(2, words["archive.relations"]);
        Table([words["archive.relation"], words["archive.name"], words["archive.from"], words["archive.until"]], relations.Select(one => (IReadOnlyList<string>)
            [Text(words[$"archive.relation.{one.Kind}"]), Text(one.Kind is "block" or "emergency" or "placement" ? $"{one.Name} {one.As}".Trim() : one.Name), Text(words.Date(one.From)), Text(one.Until is { } last ? words.Date(last) : "")]));
    }

    private void Rights(HeldOfLearner held)
    {
        if (held.Consents.Count > 0) Head(2, words["archive.consents"]);
        if (held.Consents.Count > 0)
            Table([words["archive.day"], words["archive.consent.for"], words["archive.consent.said"], words["archive.by"]], held.Consents.Select(one => (IReadOnlyList<string>)
                [Text(Day(one.RecordedAt)), Text(words[$"consent.purpose.{one.Purpose}"]), Text(words[one.IsGiven ? "consent.yes" : "consent.no"]), Text(NameOf(held, one.By))]));
        if (held.Amendments.Count > 0) Head(2, words["archive.amendments"]);
        foreach (var one in held.Amendments)
        {
            Say(words["archive.amendment", ("date", Day(one.AskedAt)), ("state", one.State.ToString())]);
            Quote(one.Wish);
            if (one.Decision.Length > 0) Quote(one.Decision);
            if (one.Statement.Length > 0) Quote(one.Statement);
        }

        if (held.SharedNotes.Count > 0) Head(2, words["archive.notes"]);
        foreach (var one in held.SharedNotes)
        {
            Say(words["archive.note", ("date", Day(one.WrittenAt)), ("author", NameOf(held, one.Author.Person))]);
            Quote(one.Text);
        }
    }

    private void Seen(IReadOnlyList<HeldEntry> entries)
    {
        Head(2, words["archive.seen"]);
        var seen = entries.Where(one => one.Act is JournalAct.Viewed or JournalAct.Exported or JournalAct.BrokeGlass).ToList();
        Say(words["archive.seen.words", ("count", seen.Count), ("all", entries.Count)]);
        if (seen.Count > 0)
            Table([words["archive.day"], words["archive.by"], words["archive.what"], words["archive.why"]], seen.Select(one => (IReadOnlyList<string>)
                [Text(words.DateTime(Local(one.At))), Text(one.Who.Length > 0 ? one.Who : words[$"archive.actor.{one.Relation}"]), Text(words[$"archive.act.{one.Act}"]), Text($"{one.Purpose} {one.Said}".Trim())]));
    }

    private string End(IReadOnlyList<ArchiveTable> tables)
    {
        Head(2, words["archive.files"]);
        Say(words["archive.files.words"]);
        Table([words["archive.file"], words["archive.rows"]], tables.Select(one => (IReadOnlyList<string>)[$"<a href=\"csv/{one.Name}.csv\">csv/{one.Name}.csv</a>", words.Number(one.Rows.Count)]));
        Head(2, words["archive.rights"]);
        Say(words["archive.rights.words"]);
        return _html.Append("</body></html>\n").ToString();
    }

    private static string NameOf(HeldOfLearner held, PersonId person) => held.Names.GetValueOrDefault(person.Value, "");

    private void Head(int level, string text) => _html.Append(CultureInfo.InvariantCulture, $"<h{level}>{Text(text)}</h{level}>\n");

    private void Say(string text) => _html.Append(CultureInfo.InvariantCulture, $"<p>{Text(text)}</p>\n");

    private void Quote(string text) => _html.Append(CultureInfo.InvariantCulture, $"<blockquote>{Text(text)}</blockquote>\n");

    // Cells are HTML already.
    private void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        _html.Append("<table><thead><tr>").AppendJoin("", heads.Select(one => $"<th scope=\"col\">{Text(one)}</th>")).Append("</tr></thead><tbody>\n");
        foreach (var row in rows) _html.Append("<tr>").AppendJoin("", row.Select(one => $"<td>{one}</td>")).Append("</tr>\n");
        _html.Append("</tbody></table>\n");
    }

    private string Quotes(IEnumerable<string> statements) => string.Concat(statements.Select(one => $"<p class=\"soft\">{Text(words["archive.statement"])}</p><blockquote>{Text(one)}</blockquote>"));

    private DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);

    private string Day(DateTime utc) => words.Date(DateOnly.FromDateTime(Local(utc)));

    private static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");
}
