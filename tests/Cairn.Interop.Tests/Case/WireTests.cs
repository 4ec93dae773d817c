using System.Text.Json;
using Cairn.Interop.Case;

namespace Cairn.Interop.Tests.Case;

/// <summary>Our table of CASE 1.1 is the official schema's, field for field. It is seen through the warnings: the table itself is nobody's business.</summary>
public sealed class WireTests
{
    public static TheoryData<string, string, string> Classes => new()
    {
        { "CFDocument", "CFPckgDocument", "CFDocument" },
        { "CFItem", "CFPckgItem", "CFItems[0]" },
        { "CFAssociation", "CFPckgAssociation", "CFAssociations[0]" },
        { "CFConcept", "CFConcept", "CFDefinitions.CFConcepts[0]" },
        { "CFSubject", "CFSubject", "CFDefinitions.CFSubjects[0]" },
        { "CFLicense", "CFLicense", "CFDefinitions.CFLicenses[0]" },
        { "CFItemType", "CFItemType", "CFDefinitions.CFItemTypes[0]" },
        { "CFAssociationGrouping", "CFAssociationGrouping", "CFDefinitions.CFAssociationGroupings[0]" },
        { "CFRubric", "CFRubric", "CFRubrics[0]" },
        { "CFRubricCriterion", "CFRubricCriterion", "CFRubrics[0].CFRubricCriteria[0]" },
        { "CFRubricCriterionLevel", "CFRubricCriterionLevel", "CFRubrics[0].CFRubricCriteria[0].CFRubricCriterionLevels[0]" },
    };

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_field_of_the_schema_is_known_and_a_value_of_another_form_is_found_where_the_schema_finds_it(string name, string definition, string at)
    {
        var schema = JsonSchema.OfCase();
        var full = Full();
        foreach (var field in schema.Root.GetProperty("$defs").GetProperty(definition).GetProperty("properties").EnumerateObject())
        {
            foreach (var value in (string[])["\"a b\"", "1.5", "2", "null", "{}", "[]", "[1]", "[\"a\"]", "[{}]", "\"2026-03-31\"", "\"2026-03-31T10:00:00Z\"", "\"d0000000-0000-4000-8000-000000000000\"", "\"https://example.org/x\"", "\"1.1\"", "\"CASE\"", "\"ext:own\""])
            {
                var json = Put(full, at, field.Name, value);
                var (package, faults) = PackageBuilder.Read(json);
                var path = $"{at}.{field.Name}";
                var isFound = faults.Errors.Concat(faults.Warnings).Any(one => one.Column.StartsWith(path, StringComparison.Ordinal) && one.Rule != "an identifier is used once, whatever the kind of object");
                var isWrong = schema.FaultsIn(definition, At(JsonElement.Parse(json), at)).Any(one => one.StartsWith("." + field.Name, StringComparison.Ordinal));

                faults.Errors.Concat(faults.Warnings).ShouldNotContain(one => one.Rule.Contains("has no field", StringComparison.Ordinal) && one.Column == path, name);
                if (isWrong) isFound.ShouldBeTrue($"{path} = {value}: the schema refuses it and we say nothing");
                // Addresses are held to their form here, which the schema leaves open; what binds nothing is told too.
                else if (!IsStricter(field.Name)) isFound.ShouldBeFalse($"{path} = {value}: the schema takes it and we say {faults.Errors.Concat(faults.Warnings).FirstOrDefault(one => one.Column == path)?.Rule}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_field_that_the_schema_asks_for_is_missed(string name, string definition, string at)
    {
        var required = JsonSchema.OfCase().Root.GetProperty("$defs").GetProperty(definition).GetProperty("required").EnumerateArray().Select(one => one.GetString()!).ToList();
        var (_, faults) = PackageBuilder.Read(Put(Full(), at, null, null));

        faults.Errors.Concat(faults.Warnings).Where(one => one.Rule.StartsWith($"a {name} has a", StringComparison.Ordinal) && one.Column.StartsWith(at + ".", StringComparison.Ordinal))
            .Select(one => one.Column[(at.Length + 1)..]).ShouldBe(required, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_field_beyond_the_schema_is_told(string name, string definition, string at)
    {
        definition.ShouldNotBeEmpty();
        var (_, faults) = PackageBuilder.Read(Put(Full(), at, "shoeSize", "42"));

        var warning = faults.Warnings.Single(one => one.Rule.Contains("has no field", StringComparison.Ordinal));
        (warning.Column, warning.Rule).ShouldBe(($"{at}.shoeSize", $"{name} has no field shoeSize in CASE 1.1"));
    }

    private static JsonElement At(JsonElement root, string at) =>
        at.Split('.').Aggregate(root, (one, part) => part.Split('[') is [var list, _] ? one.GetProperty(list)[0] : one.GetProperty(part));

    private static bool IsStricter(string field) => field is "uri" or "officialSourceURL" or "title" or "description" or "fullStatement" or "identifier" or "associationType";

    private static string Full()
    {
        var make = Samples.Make();
        return System.Text.Encoding.UTF8.GetString(Written.Of(Samples.Whole(make)));
    }

    /// <summary>A package with one field of one object set; without a field, the object is emptied.</summary>
    private static string Put(string text, string at, string? field, string? value)
    {
        var root = System.Text.Json.Nodes.JsonNode.Parse(text)!;
        var target = at.Split('.').Aggregate(root, (node, part) => part.Split('[') is [var list, var index] ? node[list]![int.Parse(index[..^1], System.Globalization.CultureInfo.InvariantCulture)]! : node[part]!).AsObject();
        if (field is null) target.Clear();
        else target[field] = System.Text.Json.Nodes.JsonNode.Parse(value!);
        return root.ToJsonString();
    }
}
