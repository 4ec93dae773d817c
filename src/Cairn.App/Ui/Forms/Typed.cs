using System.Globalization;
using Cairn.App.Ui.Words;

namespace Cairn.App.Ui.Forms;

/// <summary>What somebody typed into a form, field by field, and what is wrong with it: nothing of it is lost when it is shown again.</summary>
public sealed class Typed
{
    /// <summary>The hidden field that names the state of what a form changes.</summary>
    internal const string SeenName = "seen";

    /// <summary>The hidden field that holds the key of a form which makes something.</summary>
    internal const string OnceName = "once";

    private readonly Words.Words _words;
    private readonly Dictionary<string, string> _values;
    private readonly Dictionary<string, string> _faults = new(StringComparer.Ordinal);

    private Typed(Words.Words words, Dictionary<string, string> values) => (_words, _values) = (words, values);

    /// <summary>Is nothing wrong?</summary>
    public bool IsGood => _faults.Count == 0 && Ended is null && SavedAt is null;

    /// <summary>What became of the draft that this form changes; null while it is a draft.</summary>
    public FormEnd? Ended { get; set; }

    /// <summary>Did somebody else change what this form changes, meanwhile?</summary>
    public bool IsOvertaken { get; set; }

    /// <summary>Where that is which this form saved before, when it comes again under the same key with other words; null where it does not.</summary>
    public string? SavedAt { get; private set; }

    /// <summary>The state that whoever typed had before them; empty where the form names none.</summary>
    public string Seen => this[SeenName];

    /// <summary>Fields with a fault, in the order they were found.</summary>
    public IReadOnlyDictionary<string, string> Faults => _faults;

    /// <summary>What stands in a field; empty where nothing does.</summary>
    public string this[string name] => _values.GetValueOrDefault(name, "");

    /// <summary>What somebody wrote, without the boxes, numbers and names of things that the form sends beside it.</summary>
    internal IEnumerable<string> Texts =>
        _values.Where(one => one.Key != SeenName && one.Key != OnceName && one.Value != "true" && one.Value.Any(char.IsLetter) && !Guid.TryParse(one.Value, out _)).Select(one => one.Value);

    /// <summary>What is wrong with a field, or null.</summary>
    public string? Fault(string name) => _faults.GetValueOrDefault(name);

    /// <summary>Is a box ticked?</summary>
    public bool IsOn(string name) => this[name] == "true";

    /// <summary>A form as it stands before anybody types.</summary>
    internal static Typed Of(Words.Words words, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values) typed[name] = value is bool isOn ? isOn ? "true" : "" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return new Typed(words, typed);
    }

    /// <summary>A form as it was sent. Line ends become plain ones, and marks that turn the direction of text are left out: they would turn what stands beside it.</summary>
    internal static async Task<Typed> Read(HttpContext http, Words.Words words)
    {
        var form = await SentForm.Of(http.Request);
        return new Typed(words, form.ToDictionary(one => one.Key, one => Directions.Plain(one.Value.ToString()).Replace("\r\n", "\n", StringComparison.Ordinal).Trim(), StringComparer.Ordinal));
    }

    /// <summary>Says that the form was saved before with other words. Its page is shown with a new key: whoever saves again makes another one, and knows it.</summary>
    /// <param name="savedAt">Where that is which was saved.</param>
    /// <param name="key">The field that holds the key.</param>
    internal void SentBefore(string savedAt, string key) => (SavedAt, _values[key]) = (savedAt, Guid.CreateVersion7().ToString("N"));

    /// <summary>The id of what this form makes: the same where the same words come again under the same key, by a double click or the Back of a browser.</summary>
    /// <param name="what">What is made, in a word.</param>
    /// <param name="person">Who sends it.</param>
    internal Guid Once(string what, Guid person) => this[OnceName].Length == 0 ? Guid.CreateVersion7()
        : Cairn.Learning.NamedId.Of([what, $"{person:N}", .. _values.OrderBy(one => one.Key, StringComparer.Ordinal).SelectMany(one => (string[])[one.Key, one.Value])]);

    /// <summary>The id of what a form makes, by its key alone: for what keeps itself while its words change.</summary>
    /// <param name="what">What is made, in a word.</param>
    /// <param name="person">Who sends it.</param>
    internal Guid OnceByKey(string what, Guid person) => this[OnceName].Length == 0 ? Guid.CreateVersion7() : Cairn.Learning.NamedId.Of(what, $"{person:N}", this[OnceName]);

    /// <summary>Says what is wrong with a field; the first fault of a field stands.</summary>
    public void Refuse(string name, string why) => _faults.TryAdd(name, why);

    /// <summary>A text of one line or several.</summary>
    public string Text(string name, int most, bool isNeeded = false)
    {
        if (isNeeded && this[name].Length == 0) Refuse(name, _words["form.needed"]);
        // Not every database can store it, and no key types it.
        if (this[name].Contains('\0', StringComparison.Ordinal)) Refuse(name, _words["form.nul"]);
        if (this[name].Length > most) Refuse(name, _words["form.tooLong", ("most", most), ("count", this[name].Length)]);
        return this[name];
    }

    /// <summary>A whole number within bounds; null where the field is empty.</summary>
    public int? WholeOrNone(string name, int least, int most)
    {
        if (this[name].Length == 0) return null;
        if (int.TryParse(this[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Refuse(name, _words["form.whole", ("least", least), ("most", most)]);
        return null;
    }

    /// <summary>A whole number within bounds, which must be there.</summary>
    public int Whole(string name, int least, int most)
    {
        if (this[name].Length == 0) Refuse(name, _words["form.whole", ("least", least), ("most", most)]);
        return WholeOrNone(name, least, most) ?? least;
    }

    /// <summary>A number within bounds, with a point or a comma; null where the field is empty.</summary>
    public decimal? NumberOrNone(string name, decimal least, decimal most)
    {
        if (this[name].Length == 0) return null;
        if (decimal.TryParse(this[name].Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            && decimal.Round(number, 2) == number) return number;
        Refuse(name, _words["form.number", ("least", least), ("most", most)]);
        return null;
    }

    /// <summary>A day as browsers send it. Nobody in a school speaks of one before 1900 or after 2199: with those, years cannot be counted on.</summary>
    public DateOnly? Day(string name)
    {
        if (DateOnly.TryParseExact(this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and < 2200) return day;
        Refuse(name, _words["form.day"]);
        return null;
    }

    /// <summary>A day that something is planned for or was begun on: near enough to today that somebody means it.</summary>
    /// <param name="name">The field.</param>
    /// <param name="today">The district's day.</param>
    /// <param name="kept">The day that stands there already, which stays allowed.</param>
    public DateOnly? PlannedDay(string name, DateOnly today, DateOnly? kept = null)
    {
        var day = Day(name);
        if (day is not { } one || one == kept || Cairn.Learning.PlannedDays.IsNear(one, today)) return day;
        Refuse(name, _words["form.day.near", ("from", _words.Date(Cairn.Learning.PlannedDays.First(today))), ("until", _words.Date(Cairn.Learning.PlannedDays.Last(today)))]);
        return null;
    }

    /// <summary>One of a set of names; the first of them where the field holds none.</summary>
    public T Choice<T>(string name)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(this[name], out var one) && Enum.IsDefined(one)) return one;
        Refuse(name, _words["form.choose"]);
        return default;
    }

    /// <summary>An id; empty where the field holds none.</summary>
    public Guid Id(string name) => Guid.TryParse(this[name], out var id) ? id : Guid.Empty;

    /// <summary>An absolute http or https address; may be empty.</summary>
    public string Address(string name)
    {
        var text = Text(name, 2000);
        if (text.Length > 0 && !Kit.EvidenceLook.IsSafe(text)) Refuse(name, _words["form.address"]);
        return text;
    }
}
