using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Cairn.App.Ui.Words;

/// <summary>Reads one message; says where it breaks. Apostrophes as in ICU: <c>''</c> is one, and <c>'{'</c> is a brace, not a value.</summary>
internal sealed class MessageReader(string place, string text, Func<string, string>? voice)
{
    private int at;

    public Message Read()
    {
        var message = Parts(inPlural: false);
        return at == text.Length ? message : throw Broken("a } without its {");
    }

    private Message Parts(bool inPlural)
    {
        var parts = new List<Part>();
        var plain = new StringBuilder();
        while (at < text.Length && text[at] != '}')
        {
            var c = text[at];
            if (c == '\'') Quoted(plain, inPlural);
            else if (c == '{') { Flush(parts, plain); parts.Add(Braces(inPlural)); }
            else if (c == '#' && inPlural) { Flush(parts, plain); parts.Add(new Count()); at++; }
            else { plain.Append(c); at++; }
        }
        Flush(parts, plain);
        return new Message(parts);
    }

    private void Flush(List<Part> parts, StringBuilder plain)
    {
        if (plain.Length == 0) return;
        parts.Add(new Literal(voice is null ? plain.ToString() : voice(plain.ToString())));
        plain.Clear();
    }

    // An apostrophe before an ordinary letter is just that, as in "can't".
    private void Quoted(StringBuilder plain, bool inPlural)
    {
        at++;
        if (at < text.Length && text[at] == '\'') { plain.Append('\''); at++; return; }
        if (at == text.Length || !(text[at] is '{' or '}' || (text[at] == '#' && inPlural))) { plain.Append('\''); return; }
        var end = text.IndexOf('\'', at);
        if (end < 0) throw Broken("a quotation without its closing apostrophe");
        plain.Append(text, at, end - at);
        at = end + 1;
    }

    private Part Braces(bool inPlural)
    {
        at++;
        var name = Word();
        if (name == "term" && Eat(':')) return TermOf(Word());
        if (Eat('}')) return new Argument(name);
        Expect(',');
        var kind = Word();
        Expect(',');
        var cases = Cases(inPlural || kind == "plural");
        return kind switch
        {
            "plural" => PluralOf(name, cases),
            // What is so or is not is said "yes" and "no": another word for it would never be met.
            "select" when cases.ContainsKey("true") || cases.ContainsKey("false") => throw Broken("a choice of yes or no has the cases \"yes\" and \"other\""),
            "select" => new Select(name, cases.ToFrozenDictionary()),
            _ => throw Broken($"\"{kind}\" is neither plural nor select"),
        };
    }

    private NamedTerm TermOf(string form)
    {
        Expect('}');
        return DistrictTerms.IsForm(form) ? new NamedTerm(form) : throw Broken($"\"{form}\" is no term");
    }

    private Dictionary<string, Message> Cases(bool inPlural)
    {
        var cases = new Dictionary<string, Message>(StringComparer.Ordinal);
        while (!Eat('}'))
        {
            var name = Word();
            Expect('{');
            if (!cases.TryAdd(name, Parts(inPlural))) throw Broken($"\"{name}\" stands twice");
            Expect('}');
        }
        return cases.ContainsKey("other") ? cases : throw Broken("\"other\" is missing");
    }

    private Plural PluralOf(string name, Dictionary<string, Message> cases)
    {
        var exact = cases.Where(c => c.Key[0] == '=').ToFrozenDictionary(c => Exact(c.Key), c => c.Value);
        var named = cases.Where(c => c.Key[0] != '=').ToFrozenDictionary(c => c.Key, c => c.Value);
        var strange = named.Keys.FirstOrDefault(k => !PluralCategory.Known.Contains(k));
        return strange is null ? new Plural(name, exact, named) : throw Broken($"\"{strange}\" is no plural form");
    }

    private decimal Exact(string key) =>
        decimal.TryParse(key.AsSpan(1), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : throw Broken($"\"{key}\" is no number");

    private string Word()
    {
        Blanks();
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '=' or '_' or '-' or '.')) at++;
        return at > start ? text[start..at] : throw Broken("a name is missing");
    }

    private bool Eat(char c)
    {
        Blanks();
        if (at >= text.Length || text[at] != c) return false;
        at++;
        return true;
    }

    private void Expect(char c)
    {
        if (!Eat(c)) throw Broken($"{c} is missing");
    }

    private void Blanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }

    private FormatException Broken(string why) => new($"Words: {place}, character {at}: {why}, in \"{text}\".");
}
