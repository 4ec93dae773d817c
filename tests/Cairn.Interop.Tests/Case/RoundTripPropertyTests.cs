using System.Globalization;
using System.Text;
using Cairn.Interop.Case;
using CsCheck;

namespace Cairn.Interop.Tests.Case;

/// <summary>Whatever a publisher writes into a package comes back: fields we never heard of, any text, any number.</summary>
public sealed class RoundTripPropertyTests
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOfConst("", "a", "é ß", "𝑑 of 𝑑", "\\u0041\\ud835\\udc51", "\\/ \\b\\f\\n\\r\\t\\\"\\\\", "\u2028\uFEFF", "<b>&'", "\\u0001\\u001f\u007f", "| a |\\r\\n| --- |", "$x^2$"),
        Gen.String[Gen.Char[' ', '\uD7FF'], 0, 20].Select(text => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)));

    private static readonly Gen<string> Value = Gen.Recursive<string>((depth, inner) => depth >= 4 ? Leaf() : Gen.Frequency(
        (4, Leaf()), (1, inner.Array[0, 4].Select(all => $"[{string.Join(" , ", all)}]")), (2, Fields(inner, 4).Select(all => $"{{{all}}}"))));

    [Fact]
    public void Any_package_comes_back_with_every_field()
    {
        var item = Fields(Value, 6);
        Gen.Select(item.Array[0, 6], Fields(Value, 6), Fields(Value, 6), item.Array[0, 3]).Sample((items, document, package, rubrics) =>
        {
            var text = $$"""
                { "extra" : {{{package}}}, "CFItems" : [{{string.Join(",", items.Select((one, i) => $$"""{{{Lead(one)}}"identifier":"{{PackageBuilder.Id(i + 1)}}", "fullStatement":"𝑑 {{i}}"}"""))}}],
                  "CFRubrics": [{{string.Join(",", rubrics.Select(one => $"{{{one}}}"))}}], "CFDocument" : {"identifier":"{{PackageBuilder.DocumentId}}"{{(document.Length > 0 ? "," + document : "")}}}, "CFAssociations" : [ ] }
                """;

            var (read, faults) = PackageBuilder.Read(text);

            faults.Errors.ShouldBeEmpty();
            Written.Of(read.ShouldNotBeNull()).ShouldBeSameAs(Encoding.UTF8.GetBytes(text));
        }, iter: 1_000);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_with_words() => Gen.Byte.Array[0, 200].Sample(bytes => Answers(bytes), iter: 3_000);

    [Fact]
    public void Any_JSON_is_read_or_refused_with_words() => Value.Sample(text => Answers(Encoding.UTF8.GetBytes(text)), iter: 3_000);

    [Fact]
    public void A_good_package_cut_anywhere_is_refused()
    {
        var bytes = Written.Of(Samples.Whole(Samples.Make()));

        Gen.Int[0, bytes.Length - 1].Sample(length => PackageBuilder.Read(bytes[..length]).Package is null && Answers(bytes[..length]), iter: 500);
    }

    [Fact]
    public void Texts_that_a_change_sets_are_read_back() => Gen.String[Gen.Char.Where(one => !char.IsSurrogate(one)), 0, 30].Sample(text =>
    {
        var package = new PackageBuilder().ReadGood();

        var changed = package.WithItems([package.Items[2].With(Samples.At, ("notes", text))]);

        return PackageBuilder.Read(Written.Of(changed)).Package!.Items[2].Notes == text;
    }, iter: 500);

    private static bool Answers(byte[] bytes)
    {
        var (package, faults) = PackageBuilder.Read(bytes);
        return package is null == faults.Errors.Count > 0 && faults.Errors.All(one => one.Rule.Length > 0 && one.Fix.Length > 0);
    }

    private static string Lead(string fields) => fields.Length > 0 ? fields + "," : "";

    private static Gen<string> Leaf() => Gen.OneOf(
        Text.Select(text => $"\"{text}\""), Gen.OneOfConst("null", "true", "false", "[]", "{}", "1.0", "-0", "1E5", "1e-400", "123456789012345678901234567890.10"),
        Gen.Double.Where(double.IsFinite).Select(one => one.ToString("R", CultureInfo.InvariantCulture)));

    // Names of our own, and of the standard with values of any form.
    private static Gen<string> Fields(Gen<string> value, int most) => Gen.Select(Gen.OneOfConst("x", "é", "𝑑", "a b", "uri", "notes", "title", "educationLevel", "extensions", "subjectURI", "lastChangeDateTime", "CFRubricCriteria", "weight"), value)
        .Array[0, most].Select(all => string.Join(",", all.DistinctBy(one => one.Item1).Select(one => $"\"{one.Item1}\": {one.Item2}")));
}
