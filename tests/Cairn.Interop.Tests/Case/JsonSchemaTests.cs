namespace Cairn.Interop.Tests.Case;

/// <summary>The validator finds what is wrong, each keyword in turn, and takes what is right.</summary>
public sealed class JsonSchemaTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "\"x\"", "1")]
    [InlineData("""{"type":"integer"}""", "1.0", "1.5")]
    [InlineData("""{"type":"number"}""", "1.5", "\"1\"")]
    [InlineData("""{"type":"object"}""", "{}", "[]")]
    [InlineData("""{"type":"array"}""", "[]", "{}")]
    [InlineData("""{"type":"boolean"}""", "true", "null")]
    [InlineData("""{"type":"null"}""", "null", "0")]
    [InlineData("""{"enum":["a",1]}""", "1", "\"b\"")]
    [InlineData("""{"const":"a"}""", "\"a\"", "\"b\"")]
    [InlineData("""{"pattern":"^ext:"}""", "\"ext:a\"", "\"a\"")]
    [InlineData("""{"minLength":2}""", "\"ab\"", "\"a\"")]
    [InlineData("""{"maxLength":1}""", "\"𝑑\"", "\"ab\"")]
    [InlineData("""{"minimum":1}""", "1", "0.5")]
    [InlineData("""{"maximum":1}""", "1", "2")]
    [InlineData("""{"minItems":1}""", "[1]", "[]")]
    [InlineData("""{"maxItems":1}""", "[1]", "[1,2]")]
    [InlineData("""{"items":{"type":"string"}}""", "[\"a\"]", "[\"a\",1]")]
    [InlineData("""{"required":["a"]}""", "{\"a\":null}", "{\"b\":1}")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", "{\"a\":\"x\",\"b\":1}", "{\"a\":1}")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":false}""", "{\"a\":1}", "{\"a\":1,\"b\":1}")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", "{\"a\":\"x\"}", "{\"a\":1}")]
    [InlineData("""{"additionalProperties":true,"type":"object"}""", "{\"a\":1}", "1")]
    [InlineData("""{"oneOf":[{"type":"string"},{"enum":["a"]}]}""", "\"b\"", "\"a\"")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"null"}]}""", "null", "1")]
    [InlineData("""{"allOf":[{"type":"string"},{"enum":["a"]}]}""", "\"a\"", "\"b\"")]
    [InlineData("""{"$ref":"#/$defs/Word","$defs":{"Word":{"type":"string"}}}""", "\"a\"", "1")]
    [InlineData("""{"format":"uuid"}""", "\"d0000000-0000-0000-0000-00000000000A\"", "\"d0000000000000000000000000000000\"")]
    [InlineData("""{"format":"date"}""", "\"2024-02-29\"", "\"2023-02-29\"")]
    [InlineData("""{"format":"date-time"}""", "\"2024-02-29T10:00:00.5+01:00\"", "\"2024-02-29T10:00:00\"")]
    [InlineData("""{"format":"date-time"}""", "\"2024-02-29T10:00:00Z\"", "\"2024-02-29 10:00:00Z\"")]
    [InlineData("""{"format":"uri"}""", "\"urn:x\"", "\"/x\"")]
    public void Each_keyword_takes_what_is_right_and_finds_what_is_wrong(string schema, string right, string wrong)
    {
        JsonSchema.Faults(schema, right).ShouldBeEmpty();
        JsonSchema.Faults(schema, wrong).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"dependentRequired":{}}""")]
    [InlineData("""{"format":"email"}""")]
    [InlineData("""{"type":"text"}""")]
    [InlineData("""{"$ref":"https://example.org/other.json"}""")]
    [InlineData("""{"properties":{"a":{"not":{}}}}""")]
    public void What_the_validator_does_not_know_is_no_pass(string schema) =>
        Should.Throw<NotSupportedException>(() => JsonSchema.Faults(schema, schema.Contains("properties", StringComparison.Ordinal) ? "{\"a\":1}" : "\"a\""));

    [Fact]
    public void A_fault_says_where_it_is() =>
        JsonSchema.Faults("""{"properties":{"a":{"items":{"required":["b"]}}}}""", """{"a":[{"b":1},{}]}""").ShouldBe([".a[1].b: is missing"]);

    [Theory]
    [InlineData("ELAPackage-1.json", ".CFItems[0].CFDocumentURI: nothing may stand here")]
    [InlineData("HSMATH.json", ".CFDocument.CFPackageURI: nothing may stand here")]
    [InlineData("AllDocs.json", ".CFDocument: is missing")]
    public void Real_packages_break_the_official_schema(string file, string fault)
    {
        var text = File.ReadAllBytes(TestData.Path("case", file));

        JsonSchema.OfCase().Faults(System.Text.Json.JsonElement.Parse(text)).ShouldContain(fault);
    }

    [Theory]
    [InlineData("AdoptedTestFramework.json")]
    [InlineData("MarkdownFramework.json")]
    [InlineData("Utf8TestFramework.json")]
    public void Small_packages_keep_the_official_schema(string file) =>
        JsonSchema.OfCase().Faults(System.Text.Json.JsonElement.Parse(File.ReadAllBytes(TestData.Path("case", file)))).ShouldBeEmpty();
}
