using Mono.Cecil;

namespace Cairn.House.Tests;

/// <summary>One type names another, in a signature, a body or an attribute.</summary>
/// <param name="User">The outermost type that names.</param>
/// <param name="Used">What is named, without what is around it.</param>
internal sealed record Use(TypeDefinition User, TypeReference Used)
{
    public string Space => Code.SpaceOf(Used);
}

/// <summary>A compiled project of the house.</summary>
internal sealed class Code
{
    private readonly Lazy<IReadOnlyList<Use>> _uses;

    private Code(string assembly)
    {
        Module = ModuleDefinition.ReadModule(System.IO.Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        Types = [.. Module.GetTypes().Where(type => type.Name != "<Module>" && !IsGenerated(type) && SpaceOf(type).StartsWith("Cairn", StringComparison.Ordinal))];
        _uses = new Lazy<IReadOnlyList<Use>>(() => [.. Module.GetTypes().SelectMany(UsesOf)]);
    }

    public static Code Learning { get; } = new("Cairn.Learning");

    public static Code Interop { get; } = new("Cairn.Interop");

    public static Code Storage { get; } = new("Cairn.Storage");

    public static Code App { get; } = new("cairn");

    public static IReadOnlyList<Code> All { get; } = [Learning, Interop, Storage, App];

    public ModuleDefinition Module { get; }

    /// <summary>Types that somebody wrote, nested ones too.</summary>
    public IReadOnlyList<TypeDefinition> Types { get; }

    public IReadOnlyList<Use> Uses => _uses.Value;

    /// <summary>Methods that are called, with the outermost type that calls.</summary>
    public IEnumerable<(TypeDefinition User, MethodReference Called)> Calls =>
        from type in Module.GetTypes()
        from method in type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        where instruction.Operand is MethodReference
        select (Outermost(type), (MethodReference)instruction.Operand);

    public static string SpaceOf(TypeReference type) => type.DeclaringType is { } outer ? SpaceOf(outer) : type.Namespace;

    public static bool IsGenerated(TypeDefinition type) =>
        type.Name.Contains('<', StringComparison.Ordinal) || (type.DeclaringType is { } outer && IsGenerated(outer))
        || HasMark(type, "CompilerGeneratedAttribute") || HasMark(type, "GeneratedCodeAttribute");

    public static bool HasMark(ICustomAttributeProvider member, string attribute) =>
        member.HasCustomAttributes && member.CustomAttributes.Any(one => one.AttributeType.Name == attribute);

    public static bool IsComponent(TypeDefinition type)
    {
        for (var at = type.BaseType; at is not null; at = (at as TypeDefinition)?.BaseType)
            if (at.FullName is "Microsoft.AspNetCore.Components.ComponentBase" or "Microsoft.AspNetCore.Components.LayoutComponentBase") return true;
        return false;
    }

    /// <summary>A type and the types inside its angle brackets.</summary>
    public static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType one => Parts(one.ElementType).Concat(one.GenericArguments.SelectMany(Parts)),
        FunctionPointerType => [],
        TypeSpecification one => Parts(one.ElementType),
        _ => [type],
    };

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<Use> UsesOf(TypeDefinition type)
    {
        var user = Outermost(type);
        return Named(type).SelectMany(Parts).Select(used => new Use(user, used)).Where(use => use.Used.FullName != user.FullName);
    }

    private static IEnumerable<TypeReference?> Named(TypeDefinition type)
    {
        yield return type.BaseType;
        foreach (var one in type.Interfaces) yield return one.InterfaceType;
        foreach (var one in Marks(type)) yield return one;
        foreach (var one in type.GenericParameters.SelectMany(generic => generic.Constraints)) yield return one.ConstraintType;
        foreach (var field in type.Fields)
        {
            yield return field.FieldType;
            foreach (var one in Marks(field)) yield return one;
        }

        foreach (var one in type.Properties.SelectMany(Marks)) yield return one;
        foreach (var one in type.Methods.SelectMany(Named)) yield return one;
    }

    private static IEnumerable<TypeReference?> Named(MethodDefinition method)
    {
        foreach (var one in Signature(method).Concat(Marks(method))) yield return one;
        foreach (var one in method.GenericParameters.SelectMany(generic => generic.Constraints)) yield return one.ConstraintType;
        if (!method.HasBody) yield break;
        foreach (var one in method.Body.Variables) yield return one.VariableType;
        foreach (var one in method.Body.ExceptionHandlers) yield return one.CatchType;
        foreach (var instruction in method.Body.Instructions)
        {
            switch (instruction.Operand)
            {
                case TypeReference one:
                    yield return one;
                    break;
                case FieldReference one:
                    yield return one.DeclaringType;
                    yield return one.FieldType;
                    break;
                case MethodReference one:
                    yield return one.DeclaringType;
                    foreach (var part in Signature(one)) yield return part;
                    break;
            }
        }
    }

    private static IEnumerable<TypeReference> Signature(MethodReference method) =>
        method.Parameters.Select(one => one.ParameterType).Append(method.ReturnType)
            .Concat(method is GenericInstanceMethod generic ? generic.GenericArguments : []);

    private static IEnumerable<TypeReference> Marks(ICustomAttributeProvider member) =>
        member.HasCustomAttributes ? member.CustomAttributes.Select(one => one.AttributeType) : [];
}
