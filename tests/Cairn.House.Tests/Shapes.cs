using Mono.Cecil;

namespace Cairn.House.Tests;

/// <summary>The shapes of types: closed by default, and no layer for its own sake.</summary>
public sealed class Shapes
{
    [Fact]
    public void No_interface_has_a_single_implementation()
    {
        var types = Code.All.SelectMany(code => code.Types).ToList();
        types.Where(type => type.IsInterface)
            .Select(type => (type, Count: types.Count(one => one.Interfaces.Any(each => each.InterfaceType.GetElementType().FullName == type.FullName))))
            .Where(one => one.Count < 2)
            .Select(one => $"{Tree.FileOf(one.type.FullName)}: {one.type.Name} has {one.Count}")
            .ShouldBeNone("use the class itself, or a delegate parameter, until a second one exists.");
    }

    [Fact]
    public void Classes_are_sealed_abstract_or_static() => (
        from code in Code.All
        from type in code.Types
        where type.IsClass && !type.IsValueType && !type.IsSealed && !type.IsAbstract
        // A component's class is generated from its .razor file, migrations from the model, Program from top-level statements.
        where !Code.IsComponent(type) && type.Name is not ("Program" or "_Imports") && !Code.SpaceOf(type).EndsWith(".Migrations", StringComparison.Ordinal)
        select $"{Tree.FileOf(type.FullName)}: {type.Name} is open")
        .ShouldBeNone("write sealed; share by a static function or by a value.");

    [Fact]
    public void In_App_only_what_Razor_needs_is_public()
    {
        var components = Code.App.Types.Where(Code.IsComponent).ToList();
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<TypeDefinition>(components);
        // A component's public parameters name types that must then be public too, and so do theirs.
        while (open.TryDequeue(out var type))
        {
            foreach (var part in Signatures(type).SelectMany(Code.Parts).OfType<TypeDefinition>())
                if (needed.Add(part.FullName)) open.Enqueue(part);
        }

        Code.App.Types.Where(type => type.IsPublic && !Code.IsComponent(type) && type.Name is not ("Program" or "_Imports") && !needed.Contains(type.FullName))
            .Select(type => $"{Tree.FileOf(type.FullName)}: {type.Name} is public")
            .ShouldBeNone("write internal sealed: App is a program, and nobody builds on it.");
    }

    private static IEnumerable<TypeReference> Signatures(TypeDefinition type) =>
        type.Methods.Where(method => method.IsPublic || method.IsFamily)
            .SelectMany(method => method.Parameters.Select(one => one.ParameterType).Append(method.ReturnType));
}
