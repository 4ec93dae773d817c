using System.Globalization;
using System.Text;
using Cairn.Learning;

namespace Cairn.App.Api.Cairn;

/// <summary>What stands behind the question mark of an address: each parameter once, and none that the route does not know.</summary>
internal sealed class AskedQuery
{
    public const int MostRows = 500;
    public const int UsualRows = 100;

    private readonly IQueryCollection _query;
    private readonly List<Fault> _faults = [];

    private AskedQuery(IQueryCollection query) => _query = query;

    public bool IsGood => _faults.Count == 0;

    public ApiAnswer Refusal => ApiAnswer.Of(Problems.Invalid(_faults));

    /// <summary>Reads it; every name that is not known is a fault.</summary>
    public static AskedQuery Of(HttpContext http, params ReadOnlySpan<string> known)
    {
        var asked = new AskedQuery(http.Request.Query);
        foreach (var (name, values) in http.Request.Query)
            if (!known.Contains(name, StringComparer.Ordinal)) asked._faults.Add(new Fault(Short(name), SentPart.Unknown));
            else if (values.Count != 1) asked._faults.Add(new Fault(name, "once"));
        return asked;
    }

    /// <summary>How many rows, 1 to 500.</summary>
    public int Limit()
    {
        if (Text("limit") is not { } text) return UsualRows;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostRows) return limit;
        _faults.Add(new Fault("limit", $"a whole number from 1 to {MostRows}"));
        return UsualRows;
    }

    /// <summary>A place in an order, from 0; null where none is asked for.</summary>
    public long? Place(string name)
    {
        if (Text(name) is not { } text) return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place)) return place;
        _faults.Add(new Fault(name, "a whole number from 0 on"));
        return null;
    }

    /// <summary>An id; null where none is asked for.</summary>
    public Guid? Id(string name)
    {
        if (Text(name) is not { } text) return null;
        if (Guid.TryParseExact(text, "D", out var id)) return id;
        _faults.Add(new Fault(name, "a UUID"));
        return null;
    }

    /// <summary>Ids with commas between; null where none is asked for.</summary>
    public IReadOnlyList<LearnerId>? Ids(string name)
    {
        if (Text(name) is not { } text) return null;
        var ids = text.Split(',').Select(one => Guid.TryParseExact(one, "D", out var id) ? id : (Guid?)null).ToList();
        if (ids.Count <= MostRows && ids.TrueForAll(one => one is not null)) return [.. ids.Select(one => new LearnerId(one!.Value)).Distinct()];
        _faults.Add(new Fault(name, $"at most {MostRows} UUIDs with commas between"));
        return null;
    }

    /// <summary>A text of at most 200 characters; null where none is asked for.</summary>
    public string? Text(string name)
    {
        if (_query[name] is not [{ } text]) return null;
        if (text.Length is > 0 and <= 40_000 && !text.Contains('\0', StringComparison.Ordinal)) return text;
        _faults.Add(new Fault(name, "a text that is not empty"));
        return null;
    }

    /// <summary>Where the page before ended; null for the first page.</summary>
    public string? Cursor()
    {
        if (Text("cursor") is not { } text) return null;
        try
        {
            var bytes = Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));
            if (bytes.Length is > 0 and <= 2000 && Encoding.UTF8.GetString(bytes) is var found && !found.Contains('\0', StringComparison.Ordinal)) return found;
        }
        catch (FormatException)
        {
            // It is none of ours: said below.
        }

        _faults.Add(new Fault("cursor", "the cursor of the page before"));
        return null;
    }

    /// <summary>Where the page before ended, where that is a moment.</summary>
    public DateTime? CursorAt()
    {
        if (Cursor() is not { } text) return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks) return Instant.Utc(new DateTime(ticks, DateTimeKind.Utc));
        _faults.Add(new Fault("cursor", "the cursor of the page before"));
        return null;
    }

    /// <summary>The cursor that ends a page; null where the page was not full.</summary>
    public static string? After<T>(IReadOnlyList<T> page, int limit, Func<T, string> end) =>
        page.Count < limit ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(end(page[^1]))).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    public static string At(DateTime moment) => moment.Ticks.ToString(CultureInfo.InvariantCulture);

    // What nobody asked for is named, and not repeated at length.
    private static string Short(string name) => name.Length > 60 ? name[..60] : name;
}
