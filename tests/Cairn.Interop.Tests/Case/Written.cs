using System.Text.Json;
using Cairn.Interop.Case;

namespace Cairn.Interop.Tests.Case;

/// <summary>A package as it is written.</summary>
internal static class Written
{
    public static byte[] Of(CasePackage package)
    {
        using var to = new MemoryStream();
        WriteCase.To(to, package);
        return to.ToArray();
    }

    public static JsonElement Json(CasePackage package) => JsonElement.Parse(Of(package));

    /// <summary>The same fields in the same order with the same values, numbers letter by letter; and once more gives the same bytes.</summary>
    public static void ShouldBeSameAs(this byte[] written, byte[] given)
    {
        if (given.AsSpan().StartsWith("\uFEFF"u8)) given = given[3..];
        Same(JsonElement.Parse(given), JsonElement.Parse(written), "");
        var (again, faults) = PackageBuilder.Read(written);
        faults.Errors.ShouldBeEmpty();
        Of(again.ShouldNotBeNull()).AsSpan().SequenceEqual(written).ShouldBeTrue("the second trip gives other bytes");
    }

    private static void Same(JsonElement one, JsonElement other, string at)
    {
        if (one.ValueKind != other.ValueKind) throw new ShouldAssertException($"{at}: {other.ValueKind} in place of {one.ValueKind}");
        switch (one.ValueKind)
        {
            case JsonValueKind.Object:
                var (fields, others) = (one.EnumerateObject().ToList(), other.EnumerateObject().ToList());
                if (!fields.Select(field => field.Name).SequenceEqual(others.Select(field => field.Name), StringComparer.Ordinal)) throw new ShouldAssertException($"{at}: other fields, or in another order");
                foreach (var (field, same) in fields.Zip(others)) Same(field.Value, same.Value, $"{at}.{field.Name}");
                break;
            case JsonValueKind.Array:
                if (one.GetArrayLength() != other.GetArrayLength()) throw new ShouldAssertException($"{at}: {other.GetArrayLength()} in place of {one.GetArrayLength()}");
                foreach (var (i, (each, same)) in one.EnumerateArray().Zip(other.EnumerateArray()).Index()) Same(each, same, $"{at}[{i}]");
                break;
            case JsonValueKind.String when one.GetString() != other.GetString():
            case JsonValueKind.Number when one.GetRawText() != other.GetRawText():
                throw new ShouldAssertException($"{at}: {other.GetRawText()} in place of {one.GetRawText()}");
        }
    }
}
