using System.Globalization;
using System.Text;
using Cairn.Learning;

namespace Cairn.App.Features.Imports;

/// <summary>Ids of imported rows: of the source, the kind of row and its key, so that the same row is the same fact. A row that
/// changed is a new fact, so facts are numbered: the first, the second after a change, and so on.</summary>
internal sealed class ImportKeys(string source)
{
    public string Source => source;

    public Guid Thing(string kind, params ReadOnlySpan<string> key) => NamedId.Of([source, kind, .. key]);

    /// <summary>The newest fact under a key, null where there never was one, and the id of the next.</summary>
    public (Guid? Newest, Guid Next) Fact(string kind, ReadOnlySpan<string> key, Func<Guid, bool> exists)
    {
        Guid? newest = null;
        var next = NamedId.Of([source, kind, .. key]);
        for (var round = 2; exists(next); round++)
        {
            newest = next;
            next = NamedId.Of([source, kind, .. key, $"#{round}"]);
        }

        return (newest, next);
    }

    /// <summary>The order of source keys: numbers by number, then texts.</summary>
    public static int InOrder(string left, string right)
    {
        var (isLeft, isRight) = (IsNumber(left), IsNumber(right));
        if (isLeft != isRight) return isLeft ? -1 : 1;
        if (!isLeft) return string.CompareOrdinal(left, right);
        var (one, other) = (left.TrimStart('0'), right.TrimStart('0'));
        return one.Length != other.Length ? one.Length.CompareTo(other.Length) : string.CompareOrdinal(one, other);
    }

    /// <summary>The place of a key in that order: a number for itself, a text behind all numbers by its first letters.</summary>
    public static long Place(string key)
    {
        const long texts = 1L << 62;
        if (IsNumber(key) && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < texts) return number;
        var place = 0L;
        var letters = Encoding.UTF8.GetBytes(key);
        for (var i = 0; i < 7; i++) place = place * 256 + (i < letters.Length ? letters[i] : 0);
        return texts + place;
    }

    private static bool IsNumber(string key) => key.Length > 0 && key.All(char.IsAsciiDigit);
}
