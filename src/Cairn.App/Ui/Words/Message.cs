using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Cairn.App.Ui.Words;

/// <summary>One message, parsed. The subset of ICU MessageFormat: arguments, plural and select, nested at will.</summary>
internal sealed class Message(IReadOnlyList<Part> parts)
{
    // Most messages are one piece of text: those cost nothing to say.
    private readonly string? plain = parts switch { [] => "", [Literal one] => one.Text, _ => null };

    public string Say(in Given given)
    {
        if (plain is not null) return plain;
        var said = new StringBuilder();
        Write(said, given, count: "");
        return said.ToString();
    }

    internal void Write(StringBuilder said, in Given given, string count)
    {
        foreach (var part in parts) part.Write(said, given, count);
    }
}

/// <summary>The values a message is given, and how they are written.</summary>
internal readonly ref struct Given(Words words, ReadOnlySpan<(string Name, object Value)> values, bool Encoded = false)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly ReadOnlySpan<(string Name, object Value)> values = values;
    private readonly bool encoded = Encoded;

    public string Language { get; } = words.Culture.TwoLetterISOLanguageName;

    public object Value(string name)
    {
        foreach (var (known, value) in values)
            if (known == name)
                return value;
        throw new KeyNotFoundException($"Words: the message asks for {{{name}}}, which was not given.");
    }

    public string Term(string form) => Written(words.Term(form));

    public string Text(object value)
    {
        var text = value switch
        {
            string s => Directions.Isolated(s),
            DateOnly date => words.Date(date),
            DateTime moment => words.DateTime(moment),
            int or long or short or byte or decimal or double => words.Number(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
            _ => Convert.ToString(value, words.Culture) ?? "",
        };
        return Written(text);
    }

    private string Written(string text) => encoded ? Html.Encode(text) : text;
}

internal abstract record Part
{
    public abstract void Write(StringBuilder said, in Given given, string count);
}

internal sealed record Literal(string Text) : Part
{
    public override void Write(StringBuilder said, in Given given, string count) => said.Append(Text);
}

internal sealed record Argument(string Name) : Part
{
    public override void Write(StringBuilder said, in Given given, string count) => said.Append(given.Text(given.Value(Name)));
}

/// <summary>A term, in the district's own word: <c>{term:Learners}</c>.</summary>
internal sealed record NamedTerm(string Form) : Part
{
    public override void Write(StringBuilder said, in Given given, string count) => said.Append(given.Term(Form));
}

/// <summary>The <c>#</c> of the nearest plural.</summary>
internal sealed record Count : Part
{
    public override void Write(StringBuilder said, in Given given, string count) => said.Append(count);
}

internal sealed record Plural(string Name, FrozenDictionary<decimal, Message> Exact, FrozenDictionary<string, Message> Categories) : Part
{
    public override void Write(StringBuilder said, in Given given, string count)
    {
        var value = given.Value(Name);
        var number = Convert.ToDecimal(value, CultureInfo.InvariantCulture);
        if (!Exact.TryGetValue(number, out var message) && !Categories.TryGetValue(PluralCategory.Of(given.Language, number), out message))
            message = Categories["other"];
        message.Write(said, given, given.Text(value));
    }
}

internal sealed record Select(string Name, FrozenDictionary<string, Message> Cases) : Part
{
    public override void Write(StringBuilder said, in Given given, string count)
    {
        var value = given.Value(Name);
        var word = value is bool yes ? (yes ? "yes" : "no") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        (Cases.TryGetValue(word, out var message) ? message : Cases["other"]).Write(said, given, count);
    }
}
