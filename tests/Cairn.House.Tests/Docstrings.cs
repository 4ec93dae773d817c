using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Cairn.House.Tests;

/// <summary>Whoever builds on Learning or Interop reads what a member does without reading its code.</summary>
public sealed class Docstrings
{
    [Fact]
    public void Every_public_type_and_member_of_Learning_says_what_it_is() => Undocumented(Code.Learning).ShouldBeNone(Mend);

    [Fact]
    public void Every_public_type_and_member_of_Interop_says_what_it_is() => Undocumented(Code.Interop).ShouldBeNone(Mend);

    private const string Mend = "write a docstring: what it is, its unit and range, what it throws, and the source of a formula. A record's parameters are said by <param>.";

    private static IEnumerable<string> Undocumented(Code code)
    {
        var path = Path.ChangeExtension(Path.Combine(AppContext.BaseDirectory, code.Module.Name), ".xml");
        var docs = XDocument.Load(path).Descendants("member").GroupBy(one => one.Attribute("name")!.Value, StringComparer.Ordinal)
            .ToDictionary(one => one.Key, one => one.First(), StringComparer.Ordinal);
        foreach (var type in code.Types.Where(IsOpen))
        {
            if (!Says(docs, type)) yield return $"{Tree.FileOf(type.FullName)}: {type.Name}";
            foreach (var member in Members(type).Where(member => !IsOfThePrimary(member, type) && !Says(docs, member)))
                yield return $"{Tree.FileOf(type.FullName)}: {type.Name}.{member.Name}";
            foreach (var name in Positions(type).Where(name => !IsId(type) && !HasParam(docs, type, name)))
                yield return $"{Tree.FileOf(type.FullName)}: {type.Name}'s parameter {name}";
        }
    }

    private static bool IsOpen(TypeDefinition type) => type.IsPublic || (type.IsNestedPublic && IsOpen(type.DeclaringType));

    private static bool Says(Dictionary<string, XElement> docs, IMemberDefinition member) =>
        docs.TryGetValue(DocCommentId.GetDocCommentId(member), out var said) && (said.Element("inheritdoc") is not null || !string.IsNullOrWhiteSpace(said.Element("summary")?.Value));

    private static bool HasParam(Dictionary<string, XElement> docs, TypeDefinition type, string name) =>
        docs.TryGetValue(DocCommentId.GetDocCommentId(type), out var said)
        && said.Elements("param").Any(one => one.Attribute("name")!.Value == name && !string.IsNullOrWhiteSpace(one.Value));

    /// <summary>What somebody wrote, but for overrides: the member they stand for has said it.</summary>
    private static IEnumerable<IMemberDefinition> Members(TypeDefinition type)
    {
        var fields = type.Fields.Where(one => one.IsPublic && !one.IsSpecialName);
        var properties = type.Properties.Where(one => (one.GetMethod ?? one.SetMethod) is { IsPublic: true } or { IsFamily: true })
            .Where(one => (one.GetMethod ?? one.SetMethod) is { } read && (!read.IsVirtual || read.IsNewSlot) && one.Name != "EqualityContract");
        var methods = type.Methods.Where(one => (one.IsPublic || one.IsFamily) && !one.IsGetter && !one.IsSetter && (!one.IsVirtual || one.IsNewSlot))
            .Where(one => !Code.HasMark(one, "CompilerGeneratedAttribute") && !(one.IsConstructor && one.Parameters.Count == 0))
            .Where(one => one.Name is not ("PrintMembers" or "<Clone>$" or "Deconstruct" or "op_Equality" or "op_Inequality"));
        return fields.Cast<IMemberDefinition>().Concat(properties).Concat(methods);
    }

    /// <summary>Written in the head of the type: its docstring speaks for them.</summary>
    private static bool IsOfThePrimary(IMemberDefinition member, TypeDefinition type) => member switch
    {
        MethodDefinition { IsConstructor: true } one => Head(type) is { } head && head.Length > 0 && one.Parameters.Count > 0
            && one.Parameters.All(each => Regex.IsMatch(head, $@"\b{each.Name}\b", RegexOptions.None, TimeSpan.FromSeconds(1))),
        PropertyDefinition one => Positions(type).Contains(one.Name, StringComparer.Ordinal),
        _ => false,
    };

    private static bool IsId(TypeDefinition type) => type.IsValueType && type.Name.EndsWith("Id", StringComparison.Ordinal);

    private static IEnumerable<string> Positions(TypeDefinition type)
    {
        if (!type.Methods.Any(one => one.Name == "PrintMembers")) return [];
        var head = Head(type);
        return type.Methods.Where(one => one.IsConstructor && one.IsPublic && one.Parameters.Count > 0
                && one.Parameters.All(each => type.Properties.Any(property => property.Name == each.Name)
                    && Regex.IsMatch(head, $@"\b{each.Name}\b", RegexOptions.None, TimeSpan.FromSeconds(1))))
            .SelectMany(one => one.Parameters.Select(each => each.Name));
    }

    /// <summary>What stands in parentheses after the type's name; empty where nothing does.</summary>
    private static string Head(TypeDefinition type)
    {
        var file = Tree.FileOf(type.FullName);
        if (Tree.Files.FirstOrDefault(one => one.Path == file) is not { } source) return "";
        var name = Regex.Escape(type.Name.Split('`')[0]);
        var match = Regex.Match(source.Text, $@"\b(class|record|struct)\s+{name}(<[^>]*>)?\s*\((?<head>([^()]|\([^()]*\))*)\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return match.Success ? match.Groups["head"].Value : "";
    }
}
